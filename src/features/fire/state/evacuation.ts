import type { EvacuationRequest } from '../contract/evacuation.ts';

export interface EvacuationState {
  /** What is computed and shown; undefined: none. */
  readonly request: EvacuationRequest | undefined;
  /** The same without contraflow, to compare with. */
  readonly isCompared: boolean;
}

export const initialEvacuation: EvacuationState = { request: undefined, isCompared: false };

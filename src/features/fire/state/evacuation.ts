import type { EvacuationRequest } from '../contract/evacuation.ts';
import type { HazardZones, RingsDeg, zoneOwners } from '../contract.ts';

export type HazardOwner = Exclude<(typeof zoneOwners)[number], 'evacuation'> | 'drawn';

/** A hazard as it was when a person took it: it doesn't move under an order that was given. */
export interface TakenHazard {
  readonly owner: HazardOwner;
  readonly id: string;
  readonly label: HazardZones['zones'][number]['label'];
  readonly rings: RingsDeg;
  /** Of its scenario; 0 of what is drawn. */
  readonly timeS: number;
}

/** What a person chose for the zone that is left. */
export interface EvacuationPlan {
  readonly hazards: readonly TakenHazard[];
  readonly marginM: number;
  /** `auto`: by the hour of the city. */
  readonly occupancy: 'auto' | 'day' | 'night';
  readonly contraflow: readonly string[];
  readonly carShare: number;
  readonly peoplePerCar: number;
  readonly readyS: number;
  readonly closedShelters: readonly string[];
}

/** How the work at the request stands. */
export interface EvacuationWork {
  readonly phase: 'idle' | 'computing' | 'ready' | 'failed';
  /** 0 … 1. */
  readonly progress: number;
  /** One sentence where it failed, else ''; the last good result stays. */
  readonly problem: string;
  /** What of the city it can't be told from. */
  readonly lacks: readonly string[];
  /** Streets closed by flood, fire and works that were counted. */
  readonly closedStreets: number;
}

export interface EvacuationState {
  readonly plan: EvacuationPlan;
  /** What is computed and shown; undefined: none. */
  readonly request: EvacuationRequest | undefined;
  /** The same without contraflow, to compare with. */
  readonly isCompared: boolean;
  readonly work: EvacuationWork;
}

export const initialPlan: EvacuationPlan = {
  ...{ hazards: [], marginM: 100, occupancy: 'auto', contraflow: [], closedShelters: [] },
  ...{ carShare: 0.6, peoplePerCar: 2.5, readyS: 600 },
};

export const noWork: EvacuationWork = {
  ...{ phase: 'idle', progress: 0, problem: '', lacks: [], closedStreets: 0 },
};

export const initialEvacuation: EvacuationState = {
  ...{ plan: initialPlan, request: undefined, isCompared: true, work: noWork },
};

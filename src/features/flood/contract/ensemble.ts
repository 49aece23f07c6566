// How likely the water is: what a person asks of an ensemble, and what is known of it so far.

import type {
  EnsembleMember,
  EnsembleWish,
  MemberOutcome,
} from '#simulation/flood/ensemble/parts.ts';

export type { EnsembleMember, EnsembleWish, MemberOutcome };

/** Channel of `scene/frames.ts` with an `EnsembleDesk`. */
export const FLOOD_ENSEMBLE = 'flood/ensemble';

/** Cells of an ensemble are so many times as wide as those of the run. */
export const ensembleCellFactors = [1, 2, 4] as const;

export interface EnsembleRequest extends EnsembleWish {
  readonly cellFactor: (typeof ensembleCellFactors)[number];
}

/** On the grid of the run that it belongs to, row-major. */
export interface EnsembleMaps {
  readonly members: readonly MemberOutcome[];
  readonly thresholdsM: readonly number[];
  /** Share of members deeper than each threshold at any time. */
  readonly probability: readonly Float32Array[];
  /** First depth above the lowest threshold (s): earliest tenth, half, nine tenths; NaN: more stay dry. */
  readonly arrivalS: readonly Float32Array[];
  /** Of the ensemble's own cells. */
  readonly cellM: number;
}

export type EnsembleNews =
  | {
      readonly kind: 'progress';
      readonly done: number;
      readonly of: number;
      readonly share: number;
    }
  | {
      readonly kind: 'maps';
      readonly done: number;
      readonly of: number;
      readonly maps: EnsembleMaps;
    };

/** What the session holds of the ensemble, and what the card can ask of it. A new object at every change. */
export interface EnsembleDesk {
  readonly phase: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  /** The run that it belongs to; '' none. */
  readonly run: string;
  readonly done: number;
  readonly of: number;
  readonly share: number;
  readonly maps?: EnsembleMaps;
  /** One sentence where it failed. */
  readonly problem?: string;
  /** Which threshold's probability is on the globe. */
  readonly shownThreshold: number;
  start(run: string, request: EnsembleRequest): void;
  stop(): void;
  show(threshold: number): void;
}

// What each part of a scenario is to the loop that applies them all: when it works, what it does in one step.

import type { FloodEdge, FloodScheme, FloodState } from '../parts.ts';
import type { CellBook } from './cell-book.ts';
import type { LandBook } from './land-book.ts';
import type { ForcingPart, Site, WaterEdges } from './parts.ts';

export interface Step {
  readonly timeS: number;
  readonly untilS: number;
  readonly seconds: number;
  readonly scheme: FloodScheme;
  /** Only where an operator asked for it. */
  readonly state: FloodState | undefined;
  /** Flow for this step alone, into cells that need no slot (m³/s). */
  readonly once: Map<number, number>;
}

export interface Workshop extends Site {
  readonly book: CellBook;
  readonly land: LandBook;
  readonly waters: readonly WaterEdges[];
}

export type Phase = 'waiting' | 'working' | 'over';

export interface Operator {
  readonly part: ForcingPart;
  /** All that it has to remember; `flowM3s` is the mean of the running step, `volumeM3` without it. */
  readonly numbers: { flowM3s: number; volumeM3: number } & Record<string, number>;
  readonly arrays?: Readonly<Record<string, Float64Array>>;
  phase(timeS: number): Phase;
  /** The next time after `timeS` at which it begins, ends or jumps; Infinity: none. */
  nextChange(timeS: number): number;
  /** Most seconds of a step while it works. */
  readonly longestS: number;
  /** Needs depths of its cells while it works. */
  readonly readsCells: boolean;
  needsState?(timeS: number): boolean;
  /** Does its work for the step; called in every phase, for what has to be undone. */
  prepare(step: Step): void;
  edges?(): readonly FloodEdge[];
  detail(): Readonly<Record<string, number>>;
}

/** Steps of structures and of what changes slowly, s. */
export const FAST_S = 1;
export const SLOW_S = 5;

/** Working from `fromS` until `untilS`. */
export function window(fromS: number, untilS = Number.POSITIVE_INFINITY) {
  return {
    phase: (timeS: number): Phase =>
      timeS < fromS ? 'waiting' : timeS < untilS ? 'working' : 'over',
    nextChange: (timeS: number): number =>
      timeS < fromS ? fromS : timeS < untilS ? untilS : Number.POSITIVE_INFINITY,
  };
}

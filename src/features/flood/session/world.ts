import type { SessionContext, StartPart } from '#features/feature.ts';
import type { FloodWorker } from '#workers/flood/client.ts';
import type { FloodProblems } from './problems.ts';

/** What a test puts in the place of the world. */
export interface World {
  readonly startWorker: () => FloodWorker;
  readonly now: () => number;
  readonly parts: readonly StartPart[];
  /** How long before a worker that keeps dying is tried again. */
  readonly waitMs?: number;
}

export interface FloodParts extends Pick<SessionContext, 'store' | 'frames'> {
  readonly problems: FloodProblems;
  readonly now: () => number;
}

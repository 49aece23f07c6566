import type { SessionContext } from '#features/feature.ts';
import type { KeyTarget } from '#features/placing-keys.ts';
import type { PipesWorker } from '#workers/pipes/client.ts';
import type { StartPart } from './part.ts';
import type { PipesProblems } from './problems.ts';

/** What a test puts in the place of the world. */
export interface World {
  readonly startWorker: () => PipesWorker;
  readonly now: () => number;
  readonly parts: readonly StartPart[];
  /** Where keys are pressed; nowhere outside a page. */
  readonly keys?: KeyTarget;
  /** How long to wait before failed work is tried again, before a worker that keeps dying is, and between tables. */
  readonly waitMs?: {
    readonly work: number;
    readonly worker: number;
    readonly paint: number;
  };
}

export interface PipesParts extends SessionContext {
  readonly problems: PipesProblems;
  readonly world: World;
}

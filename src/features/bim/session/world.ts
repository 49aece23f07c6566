import type { SessionContext } from '#features/feature.ts';
import type { KeyTarget } from '#features/placing-keys.ts';
import type { BimWorker } from '#workers/bim/client.ts';
import type { RecordStorage } from './browser-record.ts';
import type { BimProblems } from './problems.ts';

/** What a test puts in the place of the world. */
export interface World {
  readonly startWorker: () => BimWorker;
  readonly now: () => number;
  /** Where keys are pressed and places are kept; nowhere outside a page. */
  readonly page?: {
    readonly keys: KeyTarget;
    readonly storage: RecordStorage | undefined;
  };
  /** How long to wait before failed work is tried again, and before a worker that keeps dying is. */
  readonly waitMs?: { readonly work: number; readonly worker: number };
}

/** What the work on the models of one city needs. */
export interface BimParts extends Pick<SessionContext, 'store' | 'frames'> {
  readonly problems: BimProblems;
  readonly world: World;
}

import type { FindThing } from '#features/feature.ts';
import type { Frames } from '#scene/frames.ts';
import type { AppStore, OpenCity } from '#store/store.ts';
import type { FeedWorker } from '#workers/feed/client.ts';
import type { FeedProblems } from './problems.ts';

/** What a test puts in the place of the world. */
export interface World {
  readonly startWorker: () => FeedWorker;
  readonly now: () => number;
  /** Puts a file into the person's hands. */
  readonly save: (file: string, text: string) => void;
  /** How long to wait before a failed start is tried again. */
  readonly waitMs: number;
}

/** What the work on one open city needs. */
export interface FeedParts {
  readonly store: AppStore;
  readonly frames: Frames;
  readonly find: FindThing;
  readonly problems: FeedProblems;
  readonly city: OpenCity;
  readonly world: World;
}

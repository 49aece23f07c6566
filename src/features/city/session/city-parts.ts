import type { BuildingsLayer } from '#contract/city-package.ts';
import type { Frames } from '#scene/frames.ts';
import type { AppStore, OpenCity } from '#store/store.ts';
import type { CityProblems } from './problems.ts';

/** What the work on one open city needs. */
export interface CityParts {
  readonly store: AppStore;
  readonly frames: Frames;
  readonly problems: CityProblems;
  readonly city: OpenCity;
  readonly layer: BuildingsLayer;
  /** How long to wait before a failed work is tried again. */
  readonly firstWaitMs?: number;
}

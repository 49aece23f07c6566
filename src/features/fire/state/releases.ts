import type { ReleaseScenario } from '../contract/smoke.ts';

export interface ReleasesState {
  readonly releases: readonly ReleaseScenario[];
  /** Ids; '' none. */
  readonly shown: string;
  readonly edited: string;
}

export const initialReleases: ReleasesState = { releases: [], shown: '', edited: '' };

import type { AppStore } from '#store/store.ts';
import type { CityWaters } from '../contract/city-waters.ts';
import { floodSlice } from '../state.ts';

/** What the open city's waters are; undefined while that is read, and where no city is open. */
export const setWaters = (store: AppStore, waters: CityWaters | undefined) =>
  floodSlice.update(store, (state) => ({ ...state, waters }));

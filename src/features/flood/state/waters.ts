import type { NetworkMove } from '#model/network-move.ts';
import type { AppStore } from '#store/store.ts';
import type { CityWaters } from '../contract/city-waters.ts';
import { floodSlice } from '../state.ts';

/** What the open city's waters are; undefined while that is read, and where no city is open. */
export const setWaters = (store: AppStore, waters: CityWaters | undefined) =>
  floodSlice.update(store, (state) => ({ ...state, waters }));

/** Where a person put the city's storm sewers; undefined where they stand as their files have them. */
export const setSewersAt = (store: AppStore, sewersAt: NetworkMove | undefined) =>
  floodSlice.update(store, (state) =>
    state.sewersAt === sewersAt ? state : { ...state, sewersAt },
  );

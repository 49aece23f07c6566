import * as v from 'valibot';
import { defineSlice } from '#store/slice.ts';
import type { AppStore } from '#store/store.ts';

export interface SunState {
  /** True where the light is the sun's at the clock's time, false for even light at any hour. */
  readonly followsClock: boolean;
  readonly shadows: boolean;
}

const initial: SunState = { followsClock: false, shadows: false };

const shared = v.object({
  followsClock: v.optional(v.boolean(), initial.followsClock),
  shadows: v.optional(v.boolean(), initial.shadows),
});

export const sunSlice = defineSlice<SunState>({
  id: 'sun',
  initial,
  toShared: (state) =>
    state.followsClock || state.shadows
      ? { followsClock: state.followsClock, shadows: state.shadows }
      : undefined,
  fromShared: (value) => {
    const parsed = v.safeParse(shared, value);
    return parsed.success ? parsed.output : initial;
  },
});

export const followClock = (store: AppStore, followsClock: boolean) =>
  sunSlice.update(store, (state) => ({ ...state, followsClock }));

export const castShadows = (store: AppStore, shadows: boolean) =>
  sunSlice.update(store, (state) => ({ ...state, shadows }));

import { defineSlice } from '#store/slice.ts';
import type { AppStore } from '#store/store.ts';
import { FLOOD, type FloodLook } from './contract.ts';
import { type FloodState, initial } from './state/initial.ts';
import { fromShared, keep, toShared } from './state/shared.ts';

export type {
  FloodDrawing,
  FloodGauge,
  FloodRun,
  FloodState,
} from './state/initial.ts';

export const floodSlice = defineSlice<FloodState>({
  id: FLOOD,
  initial,
  toShared,
  fromShared,
  keep,
});
export const selectFlood = floodSlice.select;

export const changeLook = (store: AppStore, part: Partial<FloodLook>) =>
  floodSlice.update(store, (state) => ({ ...state, look: { ...state.look, ...part } }));

/** Opens a tool of the card by its id in `panel/tools.ts`; '' closes it. */
export const openTool = (store: AppStore, tool: string) =>
  floodSlice.update(store, (state) => ({ ...state, tool }));

import { defineSlice } from '#store/slice.ts';
import type { AppStore } from '#store/store.ts';
import { FIRE } from './contract.ts';
import { type FireState, initial } from './state/initial.ts';
import type { FireLook } from './state/look.ts';
import { fromShared, keep, toShared } from './state/shared.ts';

export type { FireState } from './state/initial.ts';

export const fireSlice = defineSlice<FireState>({
  id: FIRE,
  initial,
  toShared,
  fromShared,
  keep,
});
export const selectFire = fireSlice.select;

export const changeLook = (store: AppStore, part: Partial<FireLook>) =>
  fireSlice.update(store, (state) => ({ ...state, look: { ...state.look, ...part } }));

/** Opens a tool of the card by its id in `panel/tools.ts`; '' closes it. */
export const openTool = (store: AppStore, tool: string) =>
  fireSlice.update(store, (state) => ({ ...state, tool }));

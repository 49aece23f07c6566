import { defineSlice } from '#store/slice.ts';
import type { AppStore } from '#store/store.ts';
import type { ListKind } from './contract/answers.ts';
import type { OpenNetwork, PipesLook } from './contract.ts';
import { initial, type PipesState } from './state/initial.ts';
import { PIPES } from './state/selected.ts';
import { fromShared, keep, toShared } from './state/shared.ts';

export { type BurstRequest, initialLook, type PipesState } from './state/initial.ts';

export const pipesSlice = defineSlice<PipesState>({
  id: PIPES,
  initial,
  toShared,
  fromShared,
  keep,
});
export const selectPipes = pipesSlice.select;

export const changeLook = (store: AppStore, part: Partial<PipesLook>) =>
  pipesSlice.update(store, (state) => ({ ...state, look: { ...state.look, ...part } }));

/** Opens a tool of the card, '' closes it. */
export const openTool = (store: AppStore, tool: string) =>
  pipesSlice.update(store, (state) => ({ ...state, tool }));

export const setNetworks = (store: AppStore, networks: readonly OpenNetwork[]) =>
  pipesSlice.update(store, (state) => ({ ...state, networks }));

export const setListed = (store: AppStore, listed: ListKind) =>
  pipesSlice.update(store, (state) => ({ ...state, listed }));

export function showNetwork(store: AppStore, network: string, isShown: boolean): void {
  const { hidden } = selectPipes(store.getState()).look;
  const others = hidden.filter((one) => one !== network);
  changeLook(store, { hidden: isShown ? others : [...others, network] });
}

import { defineSlice } from '#store/slice.ts';
import type { AppStore } from '#store/store.ts';
import type { OpenNetwork, PipesLook } from './contract.ts';

export interface PipesState {
  readonly look: PipesLook;
  /** The tool that is open in the card, by the id of its entry in `panel/tools.ts`; '' where none is. */
  readonly tool: string;
  readonly networks: readonly OpenNetwork[];
}

export const initialLook: PipesLook = {
  hidden: [],
  colouring: 'none',
  palette: 'apwa',
  underground: 'xray',
  showFlow: true,
  showValves: true,
  showNodes: true,
};

export const initial: PipesState = { look: initialLook, tool: '', networks: [] };

export const pipesSlice = defineSlice<PipesState>({ id: 'pipes', initial });
export const selectPipes = pipesSlice.select;

export const changeLook = (store: AppStore, part: Partial<PipesLook>) =>
  pipesSlice.update(store, (state) => ({ ...state, look: { ...state.look, ...part } }));

export const openTool = (store: AppStore, tool: string) =>
  pipesSlice.update(store, (state) => ({ ...state, tool }));

export const setNetworks = (store: AppStore, networks: readonly OpenNetwork[]) =>
  pipesSlice.update(store, (state) => ({ ...state, networks }));

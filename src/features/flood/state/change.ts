import type { AppStore } from '#store/store.ts';
import { floodSlice } from '../state.ts';
import type { FloodState } from './initial.ts';

/** Changes some fields; nothing where `part` gives none. */
export const change = (store: AppStore, part: (state: FloodState) => Partial<FloodState>): void =>
  floodSlice.update(store, (state) => {
    const changes = part(state);
    return Object.keys(changes).length === 0 ? state : { ...state, ...changes };
  });

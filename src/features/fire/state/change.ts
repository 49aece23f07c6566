import type { AppStore } from '#store/store.ts';
import { fireSlice } from '../state.ts';
import type { FireState } from './initial.ts';

/** Changes some fields; nothing where `part` gives none. */
export const change = (store: AppStore, part: (state: FireState) => Partial<FireState>): void =>
  fireSlice.update(store, (state) => {
    const changes = part(state);
    return Object.keys(changes).length === 0 ? state : { ...state, ...changes };
  });

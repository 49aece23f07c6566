import type { AppStore } from '#store/store.ts';
import type { NetworkMove } from '../contract/place.ts';
import { pipesSlice, selectPipes } from '../state.ts';

/** How a network stands now; undefined where it is not one to be placed by hand. */
export function moveOf(store: AppStore, network: string): NetworkMove | undefined {
  const { moves, networks } = selectPipes(store.getState());
  const middle = networks.find((one) => one.network === network)?.middle;
  return moves[network] ?? (middle && { ...middle, turnDeg: 0, scale: 1, upM: 0 });
}

export const placeNetwork = (store: AppStore, network: string, move: NetworkMove) =>
  pipesSlice.update(store, (state) => ({ ...state, moves: { ...state.moves, [network]: move } }));

/** Back to where its file put it. */
export const forgetPlace = (store: AppStore, network: string) =>
  pipesSlice.update(store, ({ moves: { [network]: _, ...moves }, ...state }) => ({
    ...state,
    moves,
  }));

export const setMoves = (store: AppStore, moves: Readonly<Record<string, NetworkMove>>) =>
  pipesSlice.update(store, (state) => ({ ...state, moves }));

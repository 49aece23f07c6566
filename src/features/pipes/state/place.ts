import type { NetworkMove } from '#model/network-move.ts';
import type { AppStore } from '#store/store.ts';
import { pipesSlice, selectPipes } from '../state.ts';
import type { PipesState } from './initial.ts';

/** How a network stands now; undefined where it is not one to be placed by hand. */
export function moveOf(
  { moves, networks }: Pick<PipesState, 'moves' | 'networks'>,
  network: string,
): NetworkMove | undefined {
  const middle = networks.find((one) => one.network === network)?.middle;
  if (!middle) return undefined;
  const { longitudeDeg, latitudeDeg } = middle;
  return moves[network] ?? { longitudeDeg, latitudeDeg, turnDeg: 0, scale: 1, upM: 0 };
}

/** Hands it to the hand and the keys; `cancelPlacing` puts it back to where it stands now. */
export const startPlacing = (store: AppStore, network: string) =>
  pipesSlice.update(store, (state) => ({
    ...state,
    placing: { network, before: state.moves[network] },
  }));

export const endPlacing = (store: AppStore) =>
  pipesSlice.update(store, (state) => (state.placing ? { ...state, placing: undefined } : state));

export function cancelPlacing(store: AppStore): void {
  const { placing } = selectPipes(store.getState());
  if (!placing) return;
  const { network, before } = placing;
  if (before) placeNetwork(store, network, before);
  else forgetPlace(store, network);
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

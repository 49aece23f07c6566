// Where a person put networks, kept in this browser by city. Where a link shows them instead is not kept: without it
// they stand again where this person had put them.

import * as v from 'valibot';
import type { NetworkMove } from '#model/network-move.ts';
import type { AppStore } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import { movesShape } from '../state/moves-shape.ts';
import { setMoves } from '../state/place.ts';
import { type PipesState, selectPipes } from '../state.ts';
import { findStorage, type IncidentStorage } from './incident/storage.ts';

type Moves = Readonly<Record<string, NetworkMove>>;

const keyOf = (city: string) => `panopolis.pipe-places.${city}`;

/** Reads them with each city that opens, and writes what changes. Returns how to stop. */
export function keepPlaces(
  store: AppStore,
  storage: IncidentStorage | undefined = findStorage(),
): () => void {
  let city: string | undefined;
  let kept: Moves = {};
  const open = () => {
    const next = store.getState().city?.manifest.id;
    if (next === city) return;
    city = next;
    kept = next === undefined ? {} : readPlaces(storage, next);
    setMoves(store, { ...kept, ...selectPipes(store.getState()).linkedMoves });
  };
  const write = () => {
    if (city === undefined) return;
    kept = ownMoves(selectPipes(store.getState()), kept);
    try {
      storage?.setItem(keyOf(city), JSON.stringify(kept));
    } catch {
      // It stands until the page closes.
    }
  };
  open();
  const ends = [
    watch(store, (state) => [state.city], open),
    watch(store, (state) => [selectPipes(state).moves], write),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** What stands where a link says stays as it was kept; a hand that moves it on makes it this person's. */
function ownMoves({ moves, linkedMoves }: PipesState, kept: Moves): Moves {
  const own = Object.entries(moves).flatMap(([network, move]) => {
    const before = kept[network];
    if (move !== linkedMoves[network]) return [[network, move] as const];
    return before ? [[network, before] as const] : [];
  });
  return Object.fromEntries(own);
}

export function readPlaces(storage: IncidentStorage | undefined, city: string): Moves {
  try {
    const read = v.safeParse(movesShape, JSON.parse(storage?.getItem(keyOf(city)) ?? '{}'));
    return read.success ? read.output : {};
  } catch {
    return {};
  }
}

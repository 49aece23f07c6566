// Where a person put networks, kept in this browser by city.

import * as v from 'valibot';
import type { NetworkMove } from '#model/network-move.ts';
import type { AppStore } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import { setMoves } from '../state/place.ts';
import { selectPipes } from '../state.ts';
import { findStorage, type IncidentStorage } from './incident/storage.ts';

const number = v.pipe(v.number(), v.finite());
const moves = v.record(
  v.string(),
  v.object({
    longitudeDeg: v.pipe(number, v.minValue(-180), v.maxValue(180)),
    latitudeDeg: v.pipe(number, v.minValue(-90), v.maxValue(90)),
    turnDeg: number,
    scale: v.pipe(number, v.minValue(1e-6)),
    upM: number,
  }),
);

const keyOf = (city: string) => `panopolis.pipe-places.${city}`;

/** Reads them with each city that opens, and writes what changes. Returns how to stop. */
export function keepPlaces(
  store: AppStore,
  storage: IncidentStorage | undefined = findStorage(),
): () => void {
  let city: string | undefined;
  const open = () => {
    const next = store.getState().city?.manifest.id;
    if (next === city) return;
    city = next;
    setMoves(store, next === undefined ? {} : readPlaces(storage, next));
  };
  const write = () => {
    if (city === undefined) return;
    const { moves: now } = selectPipes(store.getState());
    try {
      storage?.setItem(keyOf(city), JSON.stringify(now));
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

export function readPlaces(
  storage: IncidentStorage | undefined,
  city: string,
): Readonly<Record<string, NetworkMove>> {
  try {
    const read = v.safeParse(moves, JSON.parse(storage?.getItem(keyOf(city)) ?? '{}'));
    return read.success ? read.output : {};
  } catch {
    return {};
  }
}

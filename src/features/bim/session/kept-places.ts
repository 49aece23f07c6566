// Where a person put models: kept in this browser for the next visit, one entry a city.

import * as v from 'valibot';
import { readingSources, storedPlacement } from '#contract/bim-model.ts';
import type { AppStore } from '#store/store.ts';
import type { ModelSource } from '../contract.ts';
import { selectBim } from '../state.ts';

export type PlaceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
export type KeptPlace = Pick<ModelSource, 'placement' | 'reading'>;

/** The browser's; undefined where it gives none. */
export function findStorage(): PlaceStorage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

const kept = v.record(
  v.string(),
  v.object({
    placement: v.fallback(v.optional(storedPlacement), undefined),
    reading: v.fallback(v.optional(v.picklist(readingSources)), undefined),
  }),
);

const keyOf = (city: string) => `panopolis.bim-places.${city}`;

/** By the model's id; empty where nothing was kept, or storage is switched off. */
export function readKeptPlaces(
  storage: PlaceStorage | undefined,
  city: string,
): ReadonlyMap<string, KeptPlace> {
  try {
    const text = storage?.getItem(keyOf(city));
    const read = v.safeParse(kept, text ? JSON.parse(text) : {});
    return new Map(read.success ? Object.entries(read.output) : []);
  } catch {
    return new Map();
  }
}

/** Keeps what a person changes, not what a link brings; models that are away keep theirs. Returns how to stop. */
export function keepPlaces(store: AppStore, storage: PlaceStorage | undefined): () => void {
  return store.subscribe((state, before) => {
    const { models } = selectBim(state);
    const { models: old } = selectBim(before);
    const city = state.city?.manifest.id;
    if (city === undefined || models === old || state.city !== before.city) return;
    const changed = models.filter(({ id, placement, reading }) => {
      const was = old.find((one) => one.id === id);
      return was && (was.placement !== placement || was.reading !== reading);
    });
    if (changed.length === 0) return;
    const places = new Map(readKeptPlaces(storage, city));
    for (const { id, placement, reading } of changed) {
      if (placement || reading) places.set(id, { placement, reading });
      else places.delete(id);
    }
    const text = JSON.stringify(Object.fromEntries(places));
    try {
      if (places.size > 0) storage?.setItem(keyOf(city), text);
      else storage?.removeItem(keyOf(city));
    } catch {
      // Storage is full or switched off: the place holds for this visit.
    }
  });
}

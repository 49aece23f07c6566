// Where a person put models: kept in this browser for the next visit, one entry a city.

import * as v from 'valibot';
import { readingSources, storedPlacement } from '#contract/bim-model.ts';
import type { AppStore } from '#store/store.ts';
import type { ModelSource } from '../contract.ts';
import { selectBim } from '../state.ts';
import { defineRecord, type RecordStorage } from './browser-record.ts';

export type KeptPlace = Pick<ModelSource, 'placement' | 'reading'>;

const record = defineRecord<KeptPlace>(
  'bim-places',
  v.object({
    placement: v.fallback(v.optional(storedPlacement), undefined),
    reading: v.fallback(v.optional(v.picklist(readingSources)), undefined),
  }),
);

/** By the model's id. */
export const readKeptPlaces = record.read;

/** Keeps what a person changes, not what a link brings; models that are away keep theirs. Returns how to stop. */
export function keepPlaces(store: AppStore, storage: RecordStorage | undefined): () => void {
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
    record.write(storage, city, places);
  });
}

// What a person noted about clashes: kept in this browser for the next visit, one entry a city.

import * as v from 'valibot';
import type { AppStore } from '#store/store.ts';
import { type ClashMark, clashStatuses } from '../contract/clash.ts';
import { bringMarks } from '../state/checks.ts';
import { selectBim } from '../state.ts';
import { defineRecord, type RecordStorage } from './browser-record.ts';

const record = defineRecord<ClashMark>(
  'bim-clash-marks',
  v.object({ status: v.picklist(clashStatuses), note: v.string() }),
);

/** Brings the marks of the open city back, and keeps what changes. Returns how to stop. */
export function keepMarks(store: AppStore, storage: RecordStorage | undefined): () => void {
  const bring = () => {
    const id = store.getState().city?.manifest.id;
    if (id !== undefined) bringMarks(store, record.read(storage, id));
  };
  bring();
  return store.subscribe((state, before) => {
    if (state.city?.manifest.id !== before.city?.manifest.id) return bring();
    const { marks } = selectBim(state).checks;
    if (state.city && marks !== selectBim(before).checks.marks) {
      record.write(storage, state.city.manifest.id, new Map(Object.entries(marks)));
    }
  });
}

// The selected buildings as a fire names them, and the building that a selected detector is in.

import type { SessionContext } from '#features/feature.ts';
import { FIRE_READINGS, type FireReading } from '#model/fire-reading.ts';
import { watch } from '#store/watch.ts';
import { change } from '../state/change.ts';
import { CITY, findBuildings, toRef } from './building-refs.ts';

export function followSelected(
  { store, frames, find }: SessionContext,
  signal: AbortSignal,
): () => void {
  let asked = new AbortController();

  /** Ids of the buildings that the selection is of. */
  function wanted(): readonly string[] {
    const readings = frames.peek<readonly FireReading[]>(FIRE_READINGS) ?? [];
    const ids = store.getState().selection.flatMap(({ feature, id }) => {
      if (feature === CITY) return [id];
      const reading = readings.find(({ sensor }) => sensor === id);
      return reading ? [reading.building] : [];
    });
    return [...new Set(ids)];
  }

  async function follow(): Promise<void> {
    asked.abort();
    asked = new AbortController();
    const stop = AbortSignal.any([asked.signal, signal]);
    const ids = wanted();
    change(store, ({ selected }) => (selected.length === 0 ? {} : { selected: [] }));
    if (ids.length === 0) return;
    try {
      const found = await findBuildings({ find }, ids, stop);
      if (stop.aborted || found.length === 0) return;
      change(store, () => ({ selected: found.map(toRef) }));
    } catch {
      // What can't be found is offered for nothing; its own feature says what is wrong.
    }
  }

  const unwatch = watch(
    store,
    (state) => [state.selection],
    () => void follow(),
  );
  void follow();
  return () => {
    unwatch();
    asked.abort();
  };
}

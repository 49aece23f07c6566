// Where the selected pipe, sensor or building is, so that a flood can begin there: features don't know each other.

import type { SessionContext } from '#features/feature.ts';
import { watch } from '#store/watch.ts';
import { FLOOD_SELECTED, type SelectedPlace } from '../contract/selected-place.ts';
import { FLOOD } from '../contract.ts';

const DEGREES = 180 / Math.PI;

export function followSelected(
  { store, frames, find }: SessionContext,
  signal: AbortSignal,
): () => void {
  let asked = new AbortController();

  async function follow(): Promise<void> {
    asked.abort();
    asked = new AbortController();
    const { signal: stop } = asked;
    const { selection } = store.getState();
    const [one] = selection;
    frames.publish(FLOOD_SELECTED, undefined);
    if (selection.length !== 1 || !one || one.feature === FLOOD) return;
    try {
      const hit = await find(one.feature, one.id, AbortSignal.any([stop, signal]));
      if (stop.aborted || signal.aborted || !hit) return;
      const { title, at } = hit;
      frames.publish(FLOOD_SELECTED, {
        ...{ feature: one.feature, id: one.id, title },
        place: [at.longitude * DEGREES, at.latitude * DEGREES],
      } satisfies SelectedPlace);
    } catch {
      // A thing that can't be found begins no flood; its own feature says what is wrong.
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
    frames.publish(FLOOD_SELECTED, undefined);
  };
}

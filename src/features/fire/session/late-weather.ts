// A fire that was lit before the feed had connected takes the wind of the first station that is heard soon after.

import type { SessionContext } from '#features/feature.ts';
import { watch } from '#store/watch.ts';
import { correctWeather } from '../state/late-weather.ts';
import { selectFire } from '../state.ts';

/** Later, a person has looked at it for too long to have it changed without a word. */
const SOON_MS = 60_000;

/** Returns how to stop. */
export function takeLateWeather(
  { store }: Pick<SessionContext, 'store'>,
  now: () => number = Date.now,
): () => void {
  // Fires of a link that was opened are as old as the link.
  const litMs = new Map(selectFire(store.getState()).scenarios.map(({ id }) => [id, -Infinity]));

  function follow(): void {
    const { scenarios, stations } = selectFire(store.getState());
    for (const { id } of scenarios) if (!litMs.has(id)) litMs.set(id, now());
    if (stations.length === 0) return;
    const young = [...litMs].flatMap(([id, lit]) => (now() - lit < SOON_MS ? [id] : []));
    if (young.length > 0) correctWeather(store, new Set(young));
  }
  return watch(store, (state) => [selectFire(state).scenarios, selectFire(state).stations], follow);
}

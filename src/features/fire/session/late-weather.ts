// A fire that was lit before the feed had connected takes the wind of the first station that is heard soon after.

import type { SessionContext } from '#features/feature.ts';
import { watch } from '#store/watch.ts';
import { play, shownFireOf } from '../state/clock.ts';
import { correctWeather } from '../state/late-weather.ts';
import { isWeatherAssumed } from '../state/weather.ts';
import { selectFire } from '../state.ts';

/** Later, a person has looked at it for too long to have it changed without a word. */
const SOON_MS = 60_000;
/** A fire that waits in the present for a station begins to play then. */
const PATIENCE_MS = 8000;

/** Returns how to stop. */
export function takeLateWeather(
  { store }: Pick<SessionContext, 'store'>,
  now: () => number = Date.now,
): () => void {
  // Fires of a link that was opened are as old as the link.
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The fire that waits in the present; '' none. */
  let waiting = '';
  const litMs = new Map(selectFire(store.getState()).scenarios.map(({ id }) => [id, -Infinity]));

  function follow(): void {
    const { scenarios, stations } = selectFire(store.getState());
    for (const fire of scenarios) {
      if (litMs.has(fire.id)) continue;
      litMs.set(fire.id, now());
      if (!isWeatherAssumed(fire) || store.getState().clock.mode !== 'live') continue;
      waiting = fire.id;
      clearTimeout(timer);
      timer = setTimeout(playWaiting, PATIENCE_MS);
    }
    if (stations.length === 0) return;
    const young = [...litMs].flatMap(([id, lit]) => (now() - lit < SOON_MS ? [id] : []));
    if (young.length === 0) return;
    correctWeather(store, new Set(young));
    const fire = shownFireOf(store.getState());
    if (fire && fire.id === waiting && !isWeatherAssumed(fire)) playWaiting();
  }

  /** Somebody who has moved the clock himself is left alone. */
  function playWaiting(): void {
    const state = store.getState();
    const isShown = waiting !== '' && shownFireOf(state)?.id === waiting;
    waiting = '';
    if (isShown && state.clock.mode === 'live') play(store);
  }

  const unwatch = watch(
    store,
    (state) => [selectFire(state).scenarios, selectFire(state).stations],
    follow,
  );
  return () => {
    unwatch();
    clearTimeout(timer);
  };
}

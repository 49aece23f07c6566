// The city's weather stations, kept in the store: a fire that is lit by key or menu takes its wind from them.

import type { SessionContext } from '#features/feature.ts';
import { WEATHER_READINGS, type WeatherReading } from '#model/weather-reading.ts';
import { change } from '../state/change.ts';
import { selectFire } from '../state.ts';

/** So often the store changes for them at most; a wind of a quarter of a minute ago is as good. */
const EVERY_MS = 15_000;

const heard = (stations: readonly WeatherReading[]): number =>
  stations.filter(
    ({ isStale, values: { windSpeed, windDirection } }) =>
      !isStale && windSpeed !== undefined && windDirection !== undefined,
  ).length;

export function keepStations(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  now: () => number = Date.now,
): () => void {
  let keptMs = Number.NEGATIVE_INFINITY;

  function keep(): void {
    const stations = frames.peek<readonly WeatherReading[]>(WEATHER_READINGS) ?? [];
    const known = heard(selectFire(store.getState()).stations);
    // Away from the present nobody speaks: what was heard last holds for a fire that is lit then.
    if (store.getState().clock.mode !== 'live' && heard(stations) < known) return;
    // A list is there before its values are: what is heard for the first time isn't kept waiting.
    const isNew = heard(stations) !== known;
    if (signal.aborted || (!isNew && now() - keptMs < EVERY_MS)) return;
    keptMs = now();
    change(store, (state) => (state.stations === stations ? {} : { stations }));
  }
  const unsubscribe = frames.subscribe((channel) => channel === WEATHER_READINGS && keep());
  keep();
  return () => {
    unsubscribe();
    change(store, ({ stations }) => (stations.length === 0 ? {} : { stations: [] }));
  };
}

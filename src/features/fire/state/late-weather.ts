// A fire that was lit before any weather station was heard: the wind that is measured once one is.

import type { AppState, AppStore } from '#store/store.ts';
import type { FireScenario } from '../contract.ts';
import { change } from './change.ts';
import { changeFire } from './steer.ts';
import { type FireWeather, isWeatherAssumed, weatherAt } from './weather.ts';

/** What a station measures now at a fire whose wind is assumed; undefined where there is nothing to take. */
export function heardAt(state: AppState, fire: FireScenario): FireWeather | undefined {
  const [first] = fire.ignitions;
  if (!first || !isWeatherAssumed(fire)) return undefined;
  const weather = weatherAt(state, first.building.at);
  return weather.air.source.kind === 'station' ? weather : undefined;
}

/** What a person said of the drought stays. */
function withWeather(fire: FireScenario, { speedMs, fromRad, air }: FireWeather): FireScenario {
  const { droughtCode, droughtRecord } = fire.air;
  const { droughtRecord: _, ...heard } = air;
  const isSaid = droughtCode !== undefined && droughtRecord === undefined;
  return {
    ...fire,
    wind: [{ fromS: 0, speedMs, fromRad }, ...fire.wind.slice(1)],
    air: isSaid ? { ...heard, droughtCode } : air,
  };
}

/** Lets the shown fire burn in the measured wind from its beginning on; can be taken back. */
export const takeHeard = (store: AppStore): void =>
  changeFire(store, (fire) => {
    const weather = heardAt(store.getState(), fire);
    return weather ? withWeather(fire, weather) : fire;
  });

/** The same for fires that were just lit, without a word: nobody has seen them in another wind. */
export function correctWeather(store: AppStore, ids: ReadonlySet<string>): void {
  change(store, (fire) => {
    const state = store.getState();
    let isChanged = false;
    const scenarios = fire.scenarios.map((one) => {
      const isTouched = (fire.past[one.id]?.length ?? 0) > 0;
      const weather = ids.has(one.id) && !isTouched ? heardAt(state, one) : undefined;
      if (!weather) return one;
      isChanged = true;
      return withWeather(one, weather);
    });
    return isChanged ? { scenarios } : {};
  });
}

// The fire weather index carried from noon to noon. A noon of which nothing is known changes nothing; after too many of
// them the chain begins again from starting values, and its measured days are counted from there.

import {
  type FireWeather,
  type MoistureCodes,
  nextFireWeather,
  springStart,
} from '#simulation/fire/weather/fire-weather-index.ts';
import type { Noon } from './noons.ts';

const MOST_SILENT_DAYS = 3;

export interface ChainDay {
  readonly weather: FireWeather;
  readonly atMs: number;
  /** Measured noons since the starting values. */
  readonly days: number;
}

/** Of the latest noon that was measured; undefined where none was. */
export function carryWeather(
  noons: readonly Noon[],
  latitudeDeg: number,
  start: MoistureCodes = springStart,
): ChainDay | undefined {
  let latest: ChainDay | undefined;
  let silent = 0;
  for (const { atMs, weather } of noons) {
    if (!weather) {
      silent++;
      continue;
    }
    const goesOn = latest && silent <= MOST_SILENT_DAYS;
    const codes = goesOn && latest ? latest.weather : start;
    const days = goesOn && latest ? latest.days : 0;
    latest = { weather: nextFireWeather(weather, codes, latitudeDeg), atMs, days: days + 1 };
    silent = 0;
  }
  return latest;
}

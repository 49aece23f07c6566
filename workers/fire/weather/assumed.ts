// The fire weather of the day: from the moisture codes that the record led to, carried by the noon of today; before there
// is a noon on record, from starting values and what a station says now.

import type { FireWeatherLine } from '#features/fire/contract/risk.ts';
import type { WeatherReading } from '#model/weather-reading.ts';
import { windAt } from '#simulation/fire/smoke/wind-profile.ts';
import {
  type NoonWeather,
  nextFireWeather,
  springStart,
} from '#simulation/fire/weather/fire-weather-index.ts';

/** What its wind is at 10 m, as the index wants it, of that at a height over the ground; 1 where that isn't known. */
export const toTenMetres = (heightM: number | undefined): number =>
  heightM !== undefined && heightM > 0 ? windAt({ speedMs: 1, heightM }, 10, 'D', 'urban') : 1;

/** What a station says now as if it were noon; undefined where it doesn't say all that is needed. */
export function noonOf({ values, timeMs, heightM }: WeatherReading): NoonWeather | undefined {
  const { airTemperature, relativeHumidity, windSpeed } = values;
  if (airTemperature === undefined || relativeHumidity === undefined || windSpeed === undefined)
    return undefined;
  return {
    temperatureC: airTemperature,
    humidityPercent: Math.min(100, Math.max(0, relativeHumidity * 100)),
    windMs: Math.max(0, windSpeed) * toTenMetres(heightM),
    // Of the 24 h before nothing is known yet.
    rainMm: 0,
    month: new Date(timeMs).getUTCMonth() + 1,
  };
}

/** From starting values: `days` is 0, which says that nothing before was measured. */
export function assumedWeather(readings: readonly WeatherReading[]): FireWeatherLine | undefined {
  for (const reading of readings) {
    const noon = reading.isStale ? undefined : noonOf(reading);
    if (!noon) continue;
    const { ffmc, dmc, dc, isi, bui, fwi } = nextFireWeather(
      noon,
      springStart,
      reading.latitudeDeg,
    );
    return {
      ...{ ffmc, dmc, dc, isi, bui, fwi, days: 0 },
      ...{ atMs: reading.timeMs, station: reading.name, isSimulated: reading.isSimulated },
    };
  }
  return undefined;
}

// Wind and air for a new fire: those of the nearest weather station with news of its wind, else a light air that is
// said to be assumed. Wind at 10 m, where it blows from; °C; shares of 1.

import { distanceM } from '#model/near-plane.ts';
import type { WeatherReading } from '#model/weather-reading.ts';
import { windAt } from '#simulation/fire/smoke/wind-profile.ts';
import type { AppState } from '#store/store.ts';
import type { AirOfScenario, FireScenario, PlaceDeg } from '../contract.ts';
import { selectFire } from '../state.ts';

export interface FireWeather {
  readonly speedMs: number;
  readonly fromRad: number;
  readonly air: AirOfScenario;
}

/** Nothing is known: light air from the west. */
export const assumedWeather: FireWeather = {
  ...{ speedMs: 1, fromRad: (3 * Math.PI) / 2 },
  air: {
    ...{ temperatureC: 15, humidity: 0.6, cloud: 0.5, stability: 'auto' },
    source: { kind: 'given' },
  },
};

/** Whether it burns in that light air, and nobody has set it otherwise. */
export function isWeatherAssumed({ wind, air }: FireScenario): boolean {
  const [first] = wind;
  const { speedMs, fromRad } = assumedWeather;
  return air.source.kind === 'given' && first?.speedMs === speedMs && first.fromRad === fromRad;
}

/** What is measured nearest to a place. */
export const weatherAt = (state: AppState, place: PlaceDeg): FireWeather => {
  const { stations, drought } = selectFire(state);
  const weather = weatherOf(stations, place);
  if (!drought) return weather;
  const dry = { droughtCode: drought.code, droughtRecord: drought.record };
  return { ...weather, air: { ...weather.air, ...dry } };
};

export function weatherOf(stations: readonly WeatherReading[], place: PlaceDeg): FireWeather {
  const [nearest] = stations
    .filter(({ isStale, values }) => !isStale && isWind(values))
    .toSorted((a, b) => awayM(a, place) - awayM(b, place));
  const { windSpeed, windDirection, airTemperature, relativeHumidity } = nearest?.values ?? {};
  if (!nearest || windSpeed === undefined || windDirection === undefined) return assumedWeather;
  const { name, timeMs, heightM } = nearest;
  const isHeightKnown = Number.isFinite(heightM) && heightM > 0;
  const measured = { speedMs: windSpeed, heightM };
  return {
    speedMs: isHeightKnown ? windAt(measured, 10, 'D', 'urban') : windSpeed,
    fromRad: windDirection,
    air: {
      ...assumedWeather.air,
      temperatureC: airTemperature ?? assumedWeather.air.temperatureC,
      humidity: relativeHumidity ?? assumedWeather.air.humidity,
      source: { kind: 'station', name, timeMs },
    },
  };
}

const isWind = ({ windSpeed, windDirection }: WeatherReading['values']) =>
  windSpeed !== undefined && windSpeed >= 0 && windDirection !== undefined;

const awayM = ({ longitudeDeg, latitudeDeg }: WeatherReading, place: PlaceDeg): number =>
  distanceM([longitudeDeg, latitudeDeg], place);

// The weather over the city: sky, air and wind as smooth curves that agree with each other, with the sun's
// real course and with the rain. Temperate coast; SI, temperatures in °C, wind direction in radians from north.

import { DAY, HOUR, type LocalClock, MINUTE } from './local-clock.ts';
import { wander } from './noise.ts';
import type { Place, Rain } from './rain.ts';
import { sineOfSunHeight } from './sun.ts';

export interface Weather {
  /** 0 clear, 1 overcast. */
  cloud(timeMs: number): number;
  /** On a level surface, W/m². */
  irradiance(timeMs: number): number;
  temperature(timeMs: number, place: Place): number;
  /** Share of 1. */
  humidity(timeMs: number, place: Place): number;
  /** Reduced to sea level, Pa. */
  pressure(timeMs: number): number;
  /** m/s. */
  windSpeed(timeMs: number): number;
  windFrom(timeMs: number): number;
  /** 0 in a well mixed air, 1 under a lid of cold air. */
  inversion(timeMs: number): number;
}

export interface Site {
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
}

const YEAR = 365.2425 * DAY;
const NO_PLACE: Place = { x: 0, y: 0 };
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

export function createWeather(seed: number, site: Site, clock: LocalClock, rain: Rain): Weather {
  const { longitudeDeg, latitudeDeg } = site;
  const southern = latitudeDeg < 0 ? Math.PI : 0;
  /** −1 in the coldest weeks (end of January in the north), 1 in the warmest. */
  const season = (timeMs: number) => -Math.cos((2 * Math.PI * timeMs) / YEAR - 0.5 + southern);

  const cloud = (timeMs: number) => {
    const showers = rain.at(NO_PLACE, timeMs) > 0 ? 0.5 : 0;
    return clamp(0.56 + 0.62 * wander(seed ^ 1, timeMs, 30 * HOUR) + showers, 0, 1);
  };

  function irradiance(timeMs: number): number {
    const sine = sineOfSunHeight(timeMs, longitudeDeg, latitudeDeg);
    if (sine <= 0) return 0;
    // Haurwitz 1945 for the clear sky, Kasten & Czeplak 1980 for the clouds.
    const clear = 1098 * sine * Math.exp(-0.057 / sine);
    const drifting = clamp(cloud(timeMs) + 0.18 * wander(seed ^ 2, timeMs, 9 * MINUTE), 0, 1);
    return clear * (1 - 0.75 * drifting ** 3.4);
  }

  /** Of the air mass, without the hour of the day. */
  const airMass = (timeMs: number) =>
    9.2 +
    8.6 * season(timeMs) +
    4.2 * wander(seed ^ 3, timeMs, 5.5 * DAY) +
    1.4 * wander(seed ^ 4, timeMs, 1.7 * DAY);

  function temperature(timeMs: number, place: Place): number {
    const clear = 1 - 0.7 * cloud(timeMs);
    const swing = (1.6 + 2.1 * (1 + season(timeMs))) * (0.35 + clear);
    const daily = swing * Math.cos((2 * Math.PI * (clock.hourOf(timeMs) - 15)) / 24);
    return airMass(timeMs) + daily - outflow(timeMs, place) + heatIsland(timeMs, place);
  }
  /** Cold air under a storm cell: there while it rains and for an hour after. */
  function outflow(timeMs: number, place: Place): number {
    const { atMs } = rain.stormOf(clock.dayOf(timeMs));
    const sinceMs = timeMs - atMs;
    if (sinceMs < -40 * MINUTE || sinceMs > 4 * HOUR) return 0;
    const arrival = 1 / (1 + Math.exp((-sinceMs + (place.y / 8) * 1000) / (4 * MINUTE)));
    return 3.6 * arrival * Math.exp(-Math.max(0, sinceMs) / (1.3 * HOUR));
  }
  /** Streets of the centre stay warmer on calm nights (up to 2 K). */
  function heatIsland(timeMs: number, { x, y }: Place): number {
    const centre = Math.exp(-(x * x + y * y) / (2 * 1400 * 1400));
    const night = 0.5 + 0.5 * Math.cos((2 * Math.PI * (clock.hourOf(timeMs) - 1)) / 24);
    return (2 * centre * night) / (1 + windSpeed(timeMs) / 3);
  }

  function humidity(timeMs: number, place: Place): number {
    // The air mass keeps its dew point through the day, so the air is dry when it is warm.
    const spread = 2.2 + 3.6 * (1 - cloud(timeMs)) + 1.2 * wander(seed ^ 5, timeMs, 20 * HOUR);
    const wet = rain.at(place, timeMs) > 3e-8 ? 1 : 0;
    const dewPoint = airMass(timeMs) - spread * (1 - 0.75 * wet);
    const share = vapourPressure(dewPoint) / vapourPressure(temperature(timeMs, place));
    return clamp(share + 0.1 * wet, 0.12, 1);
  }

  const pressure = (timeMs: number) =>
    101_350 +
    1750 * wander(seed ^ 6, timeMs, 6.2 * DAY) +
    420 * wander(seed ^ 7, timeMs, 1.6 * DAY) -
    130 * squall(timeMs);

  /** 1 while the gust front of the day's storm passes. */
  function squall(timeMs: number): number {
    const { atMs } = rain.stormOf(clock.dayOf(timeMs));
    return Math.exp(-(((timeMs - atMs + 6 * MINUTE) / (11 * MINUTE)) ** 2));
  }
  function windSpeed(timeMs: number): number {
    const steady = 4.9 - 0.9 * season(timeMs) + 3.9 * wander(seed ^ 8, timeMs, 1.9 * DAY);
    const daytime = 0.9 * Math.cos((2 * Math.PI * (clock.hourOf(timeMs) - 14)) / 24);
    const mean = Math.max(0.6, steady + daytime) + 7.5 * squall(timeMs);
    return mean * (1 + 0.22 * wander(seed ^ 9, timeMs, 3 * MINUTE));
  }
  function windFrom(timeMs: number): number {
    const prevailing = (4.19 + 2.3 * wander(seed ^ 10, timeMs, 3.4 * DAY)) % (2 * Math.PI);
    const turning = 0.16 * wander(seed ^ 11, timeMs, 5 * MINUTE);
    return (prevailing + turning + 4 * Math.PI) % (2 * Math.PI);
  }
  function inversion(timeMs: number): number {
    const night = 0.5 + 0.5 * Math.cos((2 * Math.PI * (clock.hourOf(timeMs) - 4)) / 24);
    const calm = 1 / (1 + (windSpeed(timeMs) / 3.2) ** 2);
    return clamp(night * calm * (1.25 - cloud(timeMs)), 0, 1);
  }

  return {
    cloud,
    irradiance,
    temperature,
    humidity,
    pressure,
    windSpeed,
    windFrom,
    inversion,
  };
}

/** Magnus over water, Pa (Alduchov & Eskridge 1996). */
const vapourPressure = (celsius: number): number =>
  610.94 * Math.exp((17.625 * celsius) / (celsius + 243.04));

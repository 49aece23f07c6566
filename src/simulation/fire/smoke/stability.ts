// How strongly the air mixes: Pasquill–Gifford class from wind, sun and cloud. m/s, W/m², radians, cloud 0 to 1.
// Source: EPA-454/R-99-005 (2000), table 6-7, by day; Pasquill 1961 as NOAA's READY tables him by night; radiation by
// Holtslag & van Ulden 1983 and Kasten & Czeplak 1980, whose constants are as recalled.

import { atLeast, within } from './in-range.ts';

export type StabilityClass = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
export type Terrain = 'urban' | 'rural';

export interface Sky {
  /** At 10 m. */
  readonly windMs: number;
  /** Elevation of the sun; below 0 it is night. */
  readonly sunElevationRad: number;
  /** Share of the sky. */
  readonly cloud: number;
}

/** Wind below which a row holds, and the classes for radiation from 925, 675, 175 W/m² and less. */
const byDay: readonly (readonly [number, readonly StabilityClass[]])[] = [
  [2, ['A', 'A', 'B', 'D']],
  [3, ['A', 'B', 'C', 'D']],
  [5, ['B', 'B', 'C', 'D']],
  [6, ['C', 'C', 'D', 'D']],
  [Infinity, ['C', 'D', 'D', 'D']],
];
const DAY_STEPS_WM2 = [925, 675, 175];

/** Global radiation on flat ground, W/m²; 0 by night. */
export function solarRadiation(sunElevationRad: number, cloud: number): number {
  within('cloud cover', cloud, 0, 1, 'of the sky');
  const clear = 990 * Math.sin(sunElevationRad) - 30;
  return sunElevationRad <= 0 ? 0 : Math.max(0, clear * (1 - 0.75 * cloud ** 3.4));
}

/** @throws RangeError for wind below 0, cloud outside 0 to 1 or a sun beyond the zenith. */
export function stabilityClass({ windMs, sunElevationRad, cloud }: Sky): StabilityClass {
  atLeast('wind', windMs, 0, 'm/s');
  within('elevation of the sun', sunElevationRad, -Math.PI / 2, Math.PI / 2, 'rad');
  const radiation = solarRadiation(sunElevationRad, cloud);
  // Pasquill: overcast is neutral, whatever the wind and the hour.
  if (cloud > 0.9375) return 'D';
  if (sunElevationRad > 0) {
    const [, row = []] = byDay.find(([below]) => windMs < below) ?? [];
    const column = DAY_STEPS_WM2.findIndex((step) => radiation >= step);
    return row[column < 0 ? 3 : column] ?? 'D';
  }
  const isCloudy = cloud >= 0.5;
  if (windMs < 3) return isCloudy ? 'E' : 'F';
  if (windMs < 5) return isCloudy ? 'D' : 'E';
  return 'D';
}

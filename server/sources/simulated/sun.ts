// Where the sun stands. Low-precision formulas of the Astronomical Almanac (good to 0.01° from 1950 to 2050).

import { DAY } from './local-clock.ts';

const J2000 = Date.UTC(2000, 0, 1, 12);
const degrees = Math.PI / 180;

/** Sine of the sun's height over the horizon without refraction; longitude and latitude in degrees. */
export function sineOfSunHeight(timeMs: number, longitudeDeg: number, latitudeDeg: number): number {
  const days = (timeMs - J2000) / DAY;
  const meanLongitude = (280.46 + 0.9856474 * days) * degrees;
  const anomaly = (357.528 + 0.9856003 * days) * degrees;
  const longitude =
    meanLongitude + (1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * degrees;
  const obliquity = (23.439 - 0.0000004 * days) * degrees;
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
  const ascension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));
  const siderealTime = (280.46062 + 360.98564737 * days + longitudeDeg) * degrees;
  const latitude = latitudeDeg * degrees;
  return (
    Math.sin(latitude) * Math.sin(declination) +
    Math.cos(latitude) * Math.cos(declination) * Math.cos(siderealTime - ascension)
  );
}

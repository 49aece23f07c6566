// How rainy a city looks, from what its weather stations say.

import type { WeatherReading } from '#model/weather-reading.ts';

/** 1 mm/h is rain that wets a street; from 8 mm/h on nothing looks any wetter. m/s. */
const DRIZZLE = 0.1e-3 / 3600;
const DOWNPOUR = 8e-3 / 3600;

/** 0 (dry) … 1, of the mean over stations that speak, in tenths: the picture changes only when the rain does. */
export function rainOver(stations: readonly WeatherReading[]): number {
  const rates = stations.flatMap(({ isStale, values: { rainfallRate } }) =>
    !isStale && rainfallRate !== undefined ? [rainfallRate] : [],
  );
  if (rates.length === 0) return 0;
  const rate = rates.reduce((sum, one) => sum + Math.max(0, one), 0) / rates.length;
  if (rate < DRIZZLE) return 0;
  const share = Math.log(rate / DRIZZLE) / Math.log(DOWNPOUR / DRIZZLE);
  return Math.round((0.3 + 0.7 * Math.min(1, share)) * 10) / 10;
}

// How much water a town draws: by the hour of the day, the day of the week and the weather. Factors of the
// mean day; the peak hour follows DVGW W 410 in kind (small towns 2, cities 1.5 times the mean).

import { hump } from '../curves.ts';
import { DAY, isWeekend, type LocalClock, weekdayOf } from '../local-clock.ts';
import { wander } from '../noise.ts';
import type { Weather } from '../weather.ts';

const NO_PLACE = { x: 0, y: 0 };

/** Share of the mean at an hour; people rise two hours later at weekends. */
export function hourlyDemand(hour: number, isDayOff: boolean): number {
  const morning = isDayOff ? hump(hour, 9.6, 2.4) : hump(hour, 7.3, 1.5);
  return (
    0.48 +
    1.23 * morning +
    0.67 * hump(hour, 12.6, 2.8) +
    0.96 * hump(hour, 19.2, 2.6) +
    0.27 * hump(hour, 16, 3)
  );
}

/** Factor on everybody's demand: washing day, gardens on warm dry days, and what nobody explains. */
export function dailyDemand(
  seed: number,
  timeMs: number,
  { clock, weather }: { readonly clock: LocalClock; readonly weather: Weather },
): number {
  const day = clock.dayOf(timeMs);
  const week = [1.03, 1, 1, 0.99, 1, 1.02, 0.96][weekdayOf(day)] ?? 1;
  const noon = clock.startOf(day) + DAY / 2;
  const warmth = Math.max(0, weather.temperature(noon, NO_PLACE) - 17);
  const gardens = 0.022 * warmth * (1 - 0.6 * weather.cloud(noon));
  return week * (1 + gardens) * (1 + 0.03 * wander(seed, timeMs, 5 * DAY));
}

export const townDemand = (
  seed: number,
  timeMs: number,
  around: { readonly clock: LocalClock; readonly weather: Weather },
): number =>
  hourlyDemand(around.clock.hourOf(timeMs), isWeekend(around.clock.dayOf(timeMs))) *
  dailyDemand(seed, timeMs, around);

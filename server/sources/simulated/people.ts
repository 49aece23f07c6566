// People at crossings and cars in car parks.

import { clamp, hump, rise, swell } from './curves.ts';
import { DAY, HOUR, isWeekend, type LocalClock, MINUTE, SECOND, weekdayOf } from './local-clock.ts';
import { bell, between, mix, unit, wander } from './noise.ts';
import type { Place, Rain } from './rain.ts';
import type { Event } from './story.ts';

/** People who wait at a crossing: they gather while it is red, and all go at green. */
export function waitingPeople(
  seed: number,
  place: Place,
  { clock, rain }: { readonly clock: LocalClock; readonly rain: Rain },
): (timeMs: number) => number {
  const cycleMs = Math.round(between(seed, 1, 60, 100)) * SECOND;
  const redShare = between(seed, 2, 0.6, 0.78);
  /** People a second in the busiest hour. */
  const busiest = between(seed, 3, 0.03, 0.22);
  const offsetMs = unit(seed, 4) * cycleMs;
  return (timeMs) => {
    const cycle = Math.floor((timeMs + offsetMs) / cycleMs);
    const share = (timeMs + offsetMs) / cycleMs - cycle;
    if (share > redShare) return 0;
    const hour = clock.hourOf(timeMs);
    const daily = isWeekend(clock.dayOf(timeMs))
      ? 0.9 * hump(hour, 14.5, 4)
      : hump(hour, 7.6, 1) + 0.85 * hump(hour, 12.8, 2) + hump(hour, 17, 2.2);
    const wet = rain.at(place, timeMs) > 3e-7 ? 0.6 : 1;
    const expected = busiest * (0.015 + daily) * wet * ((share * cycleMs) / 1000);
    // One draw a cycle, so the crowd only grows until green.
    const luck = 1 + 0.45 * bell(seed, cycle);
    return Math.max(0, Math.floor(expected * luck + unit(mix(seed, cycle), 1)));
  };
}

type Guests = 'office' | 'shops' | 'residents';

/** Share of a car park's places that are taken; it moves by whole cars. */
export function parkedCars(
  seed: number,
  clock: LocalClock,
  market: (timeMs: number) => Event | undefined,
): (timeMs: number) => number {
  const places = Math.round(between(seed, 1, 60, 620));
  const guests = (['office', 'shops', 'residents'] as const)[mix(seed, 2) % 3] ?? 'shops';
  const fullest = between(seed, 3, 0.66, 0.9);
  return (timeMs) => {
    const daily = share(guests, clock.hourOf(timeMs), weekdayOf(clock.dayOf(timeMs)));
    const unevenness =
      0.05 * wander(seed, timeMs, 40 * MINUTE) + 0.05 * wander(seed ^ 1, timeMs, 1.4 * DAY);
    const usual = clamp(fullest * daily + unevenness, 0.01, 0.97);
    const event = market(timeMs);
    const rush = event ? swell(event, timeMs, 25 * MINUTE, HOUR) : 0;
    return Math.round((usual + (1.01 - usual) * rush) * places) / places;
  };
}

function share(guests: Guests, hour: number, weekday: number): number {
  switch (guests) {
    case 'office':
      return 0.06 + (weekday >= 5 ? 0.1 : 0.94) * rise(6.3, 9.4, hour) * (1 - rise(15.2, 19, hour));
    case 'shops':
      return (
        0.05 +
        (weekday === 6 ? 0.2 : weekday === 5 ? 1 : 0.82) *
          rise(8.5, 11.5, hour) *
          (1 - rise(17.2, 20.6, hour))
      );
    case 'residents':
      return 1 - (weekday >= 5 ? 0.3 : 0.55) * rise(6.2, 9, hour) * (1 - rise(15.5, 20, hour));
  }
}

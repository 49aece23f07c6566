// Vehicles on a street. Demand by the hour becomes density, and density gives flow and speed on Greenshields'
// diagram (1935), so both always hang together: past the capacity there are more vehicles and less flow.

import { clamp, hump, swell } from './curves.ts';
import { DAY, isWeekend, type LocalClock, MINUTE } from './local-clock.ts';
import { between, unit, wander } from './noise.ts';
import type { Place, Rain } from './rain.ts';
import type { Event } from './story.ts';

export interface Street {
  /** What passes at best, 1/s. */
  readonly capacity: number;
  /** m/s. */
  readonly freeSpeed: number;
  /** Demand of the busiest hour as a share of the capacity. */
  readonly busy: number;
  /** 1 fills in the morning, −1 in the evening. */
  readonly commute: number;
}

export interface Traffic {
  /** 1/s. */
  flow(timeMs: number): number;
  /** m/s. */
  speed(timeMs: number): number;
  /** Density as a share of that at capacity: above 1 traffic is jammed. */
  crowding(timeMs: number): number;
}

/** `seed` is the street's: what stands along one street counts like traffic. */
export function streetOf(seed: number): Street {
  const lanes = unit(seed, 1) < 0.45 ? 2 : 1;
  return {
    capacity: lanes * between(seed, 2, 0.42, 0.5),
    freeSpeed: between(seed, 3, 11.5, 15.5),
    busy: between(seed, 4, 0.45, 0.9),
    commute: between(seed, 5, -1, 1),
  };
}

/** Share of the busiest hour, 0 … about 1. */
export function demandAt(hour: number, isDayOff: boolean, commute: number): number {
  if (isDayOff) return 0.05 + 0.56 * hump(hour, 13.8, 4) + 0.16 * hump(hour, 19.5, 2.4);
  return (
    0.04 +
    0.56 * (1 + 0.3 * commute) * hump(hour, 7.7, 1.15) +
    0.6 * (1 - 0.3 * commute) * hump(hour, 16.7, 1.8) +
    0.4 * hump(hour, 12.3, 3.8) +
    0.1 * hump(hour, 20, 2)
  );
}

export function createTraffic(
  seed: number,
  street: Street,
  place: Place,
  { clock, rain }: { readonly clock: LocalClock; readonly rain: Rain },
  collision: (timeMs: number) => Event | undefined = () => undefined,
): Traffic {
  function crowding(timeMs: number): number {
    const demand = demandAt(clock.hourOf(timeMs), isWeekend(clock.dayOf(timeMs)), street.commute);
    const unevenness =
      1 + 0.09 * wander(seed, timeMs, 18 * MINUTE) + 0.06 * wander(seed ^ 1, timeMs, 1.3 * DAY);
    // Rain costs up to an eighth of the capacity.
    const wet = 1 - 0.125 * Math.min(1, rain.at(place, timeMs) / 4.2e-6);
    const load = (street.busy * demand * unevenness) / wet;
    const usual = load <= 1 ? 1 - Math.sqrt(1 - load) : 1 + Math.sqrt(Math.min(0.5, load - 1));
    const event = collision(timeMs);
    const jam = event ? swell(event, timeMs, 6 * MINUTE, 9 * MINUTE) : 0;
    return clamp(usual + (1.76 - usual) * jam, 0.001, 1.9);
  }
  return {
    crowding,
    flow(timeMs) {
      const over = crowding(timeMs) - 1;
      return street.capacity * (1 - over * over);
    },
    speed: (timeMs) => street.freeSpeed * (1 - crowding(timeMs) / 2),
  };
}

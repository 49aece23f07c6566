// Water meters of a place that no hydraulic model covers: each follows the town's demand by itself. Pressure
// loses with the square of it, a tank fills by night and empties by day.

import { HOUR, type LocalClock, MINUTE } from '../local-clock.ts';
import { between, wander } from '../noise.ts';
import type { Weather } from '../weather.ts';
import type { Signal } from '../world.ts';
import { hourlyDemand, townDemand } from './demand.ts';

export interface Unmodelled {
  readonly pressure: Signal;
  readonly flow: Signal;
  readonly level: Signal;
  readonly speed: Signal;
  readonly power: Signal;
}

/** Hours of mean demand that are in store at each hour of the day. */
const stored = (() => {
  const mean =
    Array.from({ length: 96 }, (_, quarter) => hourlyDemand(quarter / 4, false)).reduce(
      (sum, value) => sum + value,
    ) / 96;
  const store = [0];
  for (let quarter = 0; quarter < 96; quarter += 1) {
    store.push((store[quarter] ?? 0) + (1 - hourlyDemand(quarter / 4, false) / mean) / 4);
  }
  return store;
})();

export function createUnmodelled(
  seed: number,
  around: { readonly clock: LocalClock; readonly weather: Weather },
): Unmodelled {
  const staticPa = between(seed, 1, 4.1e5, 5.6e5);
  const mean = between(seed, 2, 0.003, 0.022);
  const deepest = between(seed, 3, 2.2, 3.6);
  const demand: Signal = (timeMs) =>
    townDemand(0x51, timeMs, around) * (1 + 0.03 * wander(seed, timeMs, 6 * MINUTE));
  const flow: Signal = (timeMs) => mean * demand(timeMs);
  const speed: Signal = (timeMs) => 0.74 + 0.08 * Math.min(3, demand(timeMs));
  return {
    flow,
    speed,
    pressure: (timeMs) => staticPa - 0.14e5 * demand(timeMs) ** 2,
    level(timeMs) {
      const quarter = around.clock.hourOf(timeMs) * 4;
      const step = Math.floor(quarter);
      const from = stored[step] ?? 0;
      const to = stored[step + 1] ?? from;
      const slow = 0.12 * wander(seed, timeMs, 30 * HOUR);
      return deepest + 0.26 * (from + (to - from) * (quarter - step)) + slow;
    },
    // 45 m of lift at an efficiency of 68 %.
    power: (timeMs) => (9810 * 45 * flow(timeMs)) / 0.68,
  };
}

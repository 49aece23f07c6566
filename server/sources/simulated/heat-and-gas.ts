// District heat and town gas: both follow the cold.

import { clamp, hump, lagged, swell } from './curves.ts';
import { HOUR, type LocalClock, MINUTE } from './local-clock.ts';
import { between, wander } from './noise.ts';
import type { Place } from './rain.ts';
import type { Event } from './story.ts';
import type { Weather } from './weather.ts';

interface Surroundings {
  readonly clock: LocalClock;
  readonly weather: Weather;
}

export interface HeatSubstation {
  /** °C. */
  supplyTemperature(timeMs: number): number;
  /** m³/s. */
  flow(timeMs: number): number;
  /** W. */
  power(timeMs: number): number;
  /** Pa. */
  pressure(timeMs: number): number;
}

const RETURN_CELSIUS = 48;
/** J/(m³·K) of water at 80 °C. */
const HEAT_CAPACITY = 4.08e6;

/** Supply by a heating curve on the cold of the last hours; flow is what carries the heat at that spread. */
export function createHeatSubstation(
  seed: number,
  place: Place,
  { clock, weather }: Surroundings,
): HeatSubstation {
  const outside = (timeMs: number) => weather.temperature(timeMs, place);
  const wattsPerKelvin = between(seed, 1, 6_000, 42_000);
  /** K lost on the way from the plant. */
  const lost = between(seed, 2, 0.5, 5);
  const staticPa = between(seed, 3, 5.2e5, 7.4e5);
  const felt = (timeMs: number) => lagged(outside, timeMs, 5 * HOUR);
  const supplyTemperature = (timeMs: number) =>
    clamp(74 + 1.75 * (10 - felt(timeMs)), 72, 122) -
    lost +
    0.8 * wander(seed, timeMs, 35 * MINUTE);
  function power(timeMs: number): number {
    const hour = clock.hourOf(timeMs);
    const tapWater = 1.6 * (0.25 + hump(hour, 7, 1.3) + 0.8 * hump(hour, 19.5, 2.3));
    const morning = 1 + 0.22 * hump(hour, 6.2, 1.6) - 0.16 * hump(hour, 2.5, 2.6);
    const kelvins = Math.max(0, 16.5 - felt(timeMs)) * morning + tapWater;
    return wattsPerKelvin * kelvins * (1 + 0.06 * wander(seed ^ 1, timeMs, 11 * MINUTE));
  }
  const flow = (timeMs: number) =>
    power(timeMs) / (HEAT_CAPACITY * (supplyTemperature(timeMs) - RETURN_CELSIUS));
  return {
    supplyTemperature,
    power,
    flow,
    // Friction takes more when more flows.
    pressure: (timeMs) => staticPa - 4e4 * (flow(timeMs) / (wattsPerKelvin * 1.5e-7)) ** 2,
  };
}

/** Pa behind a regulator: it droops a little when much is drawn. */
export function gasPressure(
  seed: number,
  place: Place,
  { clock, weather }: Surroundings,
  setPointPa: number,
): (timeMs: number) => number {
  const droop = between(seed, 1, 0.012, 0.035);
  return (timeMs) => {
    const hour = clock.hourOf(timeMs);
    const cold = Math.max(0, 17 - weather.temperature(timeMs, place)) / 25;
    const drawn = cold * (0.6 + 0.5 * hump(hour, 7, 2)) + 0.3 * hump(hour, 18.5, 2);
    const hunting = 0.004 * wander(seed, timeMs, 2 * MINUTE);
    return setPointPa * (1.02 - droop * drawn + hunting);
  };
}

/** Methane as a share of the lower explosive limit; `seep` gathers in a chamber until it is aired. */
export function methane(
  seed: number,
  seep: (timeMs: number) => Event | undefined,
): (timeMs: number) => number {
  const usual = between(seed, 1, 0.0005, 0.006);
  return (timeMs) => {
    const event = seep(timeMs);
    const gathered = event
      ? between(event.seed, 5, 0.15, 0.23) * swell(event, timeMs, 2.2 * HOUR, 12 * MINUTE)
      : 0;
    return Math.max(0, usual * (1 + 0.5 * wander(seed, timeMs, HOUR)) + gathered);
  };
}

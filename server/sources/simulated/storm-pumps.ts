// Pumps that lift rainwater to the river: what runs off is held in a wet well, and pump after pump starts as more
// comes in; the last one runs by turns. Who leads goes round by days. Head and power: P = ρ g Q H ÷ η.

import { clamp, lagged } from './curves.ts';
import { HOUR, type LocalClock, MINUTE } from './local-clock.ts';
import { between, wander } from './noise.ts';
import type { Place, Rain } from './rain.ts';
import type { Signal } from './world.ts';

export interface StormPump {
  /** m³/s. */
  readonly flow: Signal;
  /** In its discharge, Pa. */
  readonly pressure: Signal;
  /** Share of the rated one. */
  readonly speed: Signal;
  /** W. */
  readonly power: Signal;
  /** Root mean square of the velocity, m/s; ISO 10816-7 calls 2.5 mm/s and less new. */
  readonly vibration: Signal;
}

const PUMPS = 4;
const RATED_M3S = 0.35;
const HEAD_M = 6;
const EFFICIENCY = 0.76;
const RUNNING_OFF_M2 = 110_000;
const SEEPING_M3S = 0.03;
const CYCLE_MS = 18 * MINUTE;

/** The first number in a name, from 1; 1 where there is none. */
export const numberIn = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 1);

/** `number`: which of the station's pumps, from 1. */
export function createStormPump(
  seed: number,
  number: number,
  place: Place,
  { clock, rain }: { readonly clock: LocalClock; readonly rain: Rain },
): StormPump {
  const wear = between(seed, 1, 0, 1);
  const inflow = (timeMs: number): number =>
    SEEPING_M3S +
    RUNNING_OFF_M2 * 0.7 * lagged((then) => rain.at(place, then), timeMs, 25 * MINUTE);
  /** Share of a cycle that the pump runs; the wet well's cycle is the station's, not the pump's. */
  const duty = (timeMs: number): number => {
    const start = Math.floor(timeMs / CYCLE_MS) * CYCLE_MS;
    const turn = (number - 1 + clock.dayOf(timeMs)) % PUMPS;
    return clamp(inflow(start) / RATED_M3S - turn, 0, 1);
  };
  const isOn = (timeMs: number): boolean => {
    const share = timeMs / CYCLE_MS - Math.floor(timeMs / CYCLE_MS);
    return share < duty(timeMs);
  };
  const speed: Signal = (timeMs) =>
    isOn(timeMs) ? 0.965 + 0.008 * wander(seed, timeMs, 4 * MINUTE) : 0;
  const flow: Signal = (timeMs) => RATED_M3S * speed(timeMs);
  return {
    speed,
    flow,
    pressure: (timeMs) =>
      9_810 * (isOn(timeMs) ? HEAD_M + 0.2 * wander(seed ^ 1, timeMs, 90_000) : 3.4),
    power: (timeMs) =>
      isOn(timeMs) ? (9_810 * flow(timeMs) * HEAD_M) / (EFFICIENCY - 0.05 * wear) : 60,
    vibration: (timeMs) =>
      isOn(timeMs) ? 0.0014 + 0.0013 * wear + 0.0003 * wander(seed ^ 2, timeMs, HOUR) : 0.0001,
  };
}

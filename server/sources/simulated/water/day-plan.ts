// What is given to the network for one local day: how much is drawn, the leak that grows, a pump that is out.

import type { FieldEvent } from '../../source.ts';
import { HOUR, isWeekend, type LocalClock, weekdayOf } from '../local-clock.ts';
import { between, mix, unit } from '../noise.ts';
import type { Weather } from '../weather.ts';
import { dailyDemand } from './demand.ts';
import { planField } from './field-plan.ts';

export interface DayPlan {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly isDayOff: boolean;
  /** 23, 24 or 25 hours, s. */
  readonly lengthS: number;
  /** Factor on every demand at the start of each hour and at the end of the day. */
  readonly demand: Float64Array;
  /** What runs out of the leak at 50 m of pressure, L/s, at the same times. */
  readonly leakLs: Float64Array;
  /** Chooses the junction that leaks. */
  readonly leakSeed: number;
  readonly outage: Outage | undefined;
  readonly bursts: readonly PlannedBurst[];
  /** Links that people shut or opened again, in order of time; what was done before stands at 0. */
  readonly switches: readonly LinkSwitch[];
}

export interface PlannedBurst {
  /** Chooses the junction of a main. */
  readonly seed: number;
  readonly fromS: number;
  readonly toS: number;
  /** What runs out at 50 m of pressure, L/s; `fullBore` where the main has broken right through. */
  readonly atFiftyLs: number | 'fullBore';
}

export interface LinkSwitch {
  readonly timeS: number;
  readonly link: string;
  readonly isOpen: boolean;
}

export interface Outage {
  /** Chooses the pump. */
  readonly seed: number;
  readonly fromS: number;
  readonly toS: number;
}

interface Around {
  readonly seed: number;
  readonly clock: LocalClock;
  readonly weather: Weather;
}

/** A leak runs for nine days and a half and is repaired; the next one begins three days later. */
const LEAK_EVERY_DAYS = 12;
const LEAK_RUNS_DAYS = 9.58;
const LEAK_GROWTH = 1.7;

/** L/s at 50 m of pressure. */
export function leakAt({ seed, clock }: Pick<Around, 'seed' | 'clock'>, timeMs: number): number {
  const day = clock.dayOf(timeMs);
  const days = day + clock.hourOf(timeMs) / 24 - firstLeakDay(seed);
  const episode = Math.floor(days / LEAK_EVERY_DAYS);
  const age = days - episode * LEAK_EVERY_DAYS;
  if (age >= LEAK_RUNS_DAYS) return 0;
  const largest = between(mix(seed, episode), 1, 4, 9);
  return largest * (age / LEAK_RUNS_DAYS) ** LEAK_GROWTH;
}
const firstLeakDay = (seed: number) => mix(seed, 0x1eac) % LEAK_EVERY_DAYS;

/** `field`: what people did, in order of time. */
export function planDay(day: number, around: Around, field: readonly FieldEvent[] = []): DayPlan {
  const { seed, clock } = around;
  const startMs = clock.startOf(day);
  const lengthMs = clock.startOf(day + 1) - startMs;
  const hours = Array.from({ length: Math.round(lengthMs / HOUR) + 1 }, (_, hour) =>
    Math.min(startMs + hour * HOUR, startMs + lengthMs - 1),
  );
  return {
    weekday: weekdayOf(day),
    isDayOff: isWeekend(day),
    lengthS: lengthMs / 1000,
    demand: Float64Array.from(hours, (timeMs) => dailyDemand(seed, timeMs, around)),
    leakLs: Float64Array.from(hours, (timeMs) => leakAt(around, timeMs)),
    leakSeed: mix(seed, Math.floor((day - firstLeakDay(seed)) / LEAK_EVERY_DAYS)),
    outage: toOutage(mix(seed ^ 0x9099, day)),
    ...planField({ seed, day, startMs, endMs: startMs + lengthMs }, field),
  };
}

/** On two days of three a pump is out, from one half hour to another. */
function toOutage(chance: number): Outage | undefined {
  if (unit(chance, 1) > 0.66) return undefined;
  const fromS = Math.round(between(chance, 2, 17, 30)) * HALF_HOUR_S;
  return { seed: chance, fromS, toS: fromS + Math.round(between(chance, 3, 1, 3)) * HALF_HOUR_S };
}
const HALF_HOUR_S = 1800;

/** Value at `seconds` of a day given by the hour. */
export function atSecond(hourly: Float64Array, seconds: number): number {
  const hour = Math.min(Math.floor(seconds / 3600), hourly.length - 2);
  const from = hourly[hour] ?? 0;
  const to = hourly[hour + 1] ?? from;
  return from + (to - from) * (seconds / 3600 - hour);
}

// Days of the network, each solved once. Tank levels carry over from day to day, so days form chains: one for
// each week, which starts with the Sunday before it from the levels of the file. On that Sunday both chains
// run, and what is read goes over from one to the other; so any instant has one value, wherever one starts.

import { DAY, type LocalClock, weekdayOf } from '../local-clock.ts';
import type { DayPlan } from './day-plan.ts';
import type { NetworkState, SolvedDay } from './solved-day.ts';

const SUNDAY = 6;
/** Solved days that are kept: two weeks of history and the days around the clock. */
const KEPT = 40;

export type SolveDay = (plan: DayPlan, state?: NetworkState) => Promise<SolvedDay>;

export interface NetworkDays {
  isReady(timeMs: number): boolean;
  /** Never rejects: a day without a solution is reported, and has no values. */
  prepare(fromMs: number, toMs: number): Promise<void>;
  /** The value that `read` finds in the solved days of the instant; NaN where there is none. */
  read(timeMs: number, read: (day: SolvedDay, seconds: number) => number): number;
  /** What is planned has changed from `fromMs` on: solves anew up to the day read last; what was holds until then. */
  refresh(fromMs: number): Promise<void>;
}

export interface NetworkDaysOptions {
  readonly clock: LocalClock;
  readonly planOf: (day: number) => DayPlan;
  readonly solve: SolveDay;
  readonly report: (sentence: string) => void;
}

type Outcome = SolvedDay | 'failed';

export function createNetworkDays(options: NetworkDaysOptions): NetworkDays {
  const { clock, planOf, solve, report } = options;
  /** By chain (its Monday) and day. */
  const solved = new Map<string, Outcome>();
  const pending = new Map<string, Promise<Outcome>>();
  const keyOf = (monday: number, day: number) => `${monday}/${day}`;
  const dayOfKey = (key: string) => Number(key.split('/')[1]);
  const mondayOf = (day: number) => day - weekdayOf(day);
  /** The chains that are read on a day. */
  const chainsOf = (day: number): readonly number[] =>
    weekdayOf(day) === SUNDAY ? [mondayOf(day), day + 1] : [mondayOf(day)];

  function solveDay(monday: number, day: number): Promise<Outcome> {
    const key = keyOf(monday, day);
    const known = solved.get(key);
    if (known) return Promise.resolve(known);
    const running = pending.get(key);
    if (running) return running;
    const task = run(monday, day).finally(() => pending.delete(key));
    pending.set(key, task);
    return task;
  }
  async function run(monday: number, day: number): Promise<Outcome> {
    const before = day < monday ? undefined : await solveDay(monday, day - 1);
    const state = before === 'failed' ? undefined : before?.end;
    const outcome = await solve(planOf(day), state).catch((error: Error): Outcome => {
      const date = new Date(day * DAY).toISOString().slice(0, 10);
      report(`The water network has no solution for ${date}: ${error.message}`);
      return 'failed';
    });
    const [oldest] = solved.keys();
    if (solved.size >= KEPT && oldest !== undefined) solved.delete(oldest);
    solved.set(keyOf(monday, day), outcome);
    return outcome;
  }

  let shownDay = Number.NaN;
  let startMs = Number.POSITIVE_INFINITY;
  let endMs = Number.NEGATIVE_INFINITY;
  let shown: readonly (Outcome | undefined)[] = [undefined];

  function look(timeMs: number): readonly (Outcome | undefined)[] {
    if (timeMs >= startMs && timeMs < endMs && !shown.includes(undefined)) return shown;
    shownDay = clock.dayOf(timeMs);
    startMs = clock.startOf(shownDay);
    endMs = clock.startOf(shownDay + 1);
    shown = chainsOf(shownDay).map((monday) => solved.get(keyOf(monday, shownDay)));
    return shown;
  }
  let refreshing: Promise<void> = Promise.resolve();

  async function refresh(fromMs: number): Promise<void> {
    const first = clock.dayOf(fromMs);
    const last = Number.isNaN(shownDay) ? first : Math.max(first, shownDay);
    forgetAfter(last);
    for (let day = first; day <= last; day += 1) {
      for (const monday of chainsOf(day)) {
        await pending.get(keyOf(monday, day));
        if (solved.has(keyOf(monday, day))) await run(monday, day);
      }
    }
    // Whoever prepared the days ahead meanwhile had them begin with what the old ones end with.
    for (const [key, task] of pending) if (dayOfKey(key) > last) await task;
    forgetAfter(last);
    startMs = Number.POSITIVE_INFINITY;
  }
  function forgetAfter(last: number): void {
    for (const key of solved.keys()) if (dayOfKey(key) > last) solved.delete(key);
  }
  return {
    refresh(fromMs) {
      refreshing = refreshing.then(() => refresh(fromMs));
      return refreshing;
    },
    isReady: (timeMs) => !look(timeMs).includes(undefined),
    async prepare(fromMs, toMs) {
      const last = clock.dayOf(toMs);
      for (let day = clock.dayOf(fromMs); day <= last; day += 1) {
        for (const monday of chainsOf(day)) await solveDay(monday, day);
      }
    },
    read(timeMs, read) {
      const [old, next] = look(timeMs);
      if (!old || old === 'failed') return Number.NaN;
      const seconds = (timeMs - startMs) / 1000;
      const value = read(old, seconds);
      if (weekdayOf(shownDay) !== SUNDAY) return value;
      if (!next || next === 'failed') return Number.NaN;
      return value + (read(next, seconds) - value) * ((timeMs - startMs) / (endMs - startMs));
    },
  };
}

// When a condition begins, worsens and ends: levels with deadband and delay (`thresholds.ts`) over the
// readings of one datastream. Terms after IEC 62682 (ISA-18.2). Times in ms UTC, values in the stored unit.

import { qualityOf } from '#contract/live-frame.ts';
import { type Level, levelOf, levels, type Thresholds } from '#model/thresholds.ts';

/** What is remembered of a datastream from one reading to the next. */
export interface Watch {
  /** The level that stands. */
  readonly level: Level;
  /** Since when values have been at or beyond each limit without a break. */
  readonly warningSinceMs?: number | undefined;
  readonly alarmSinceMs?: number | undefined;
  readonly last?: Reading | undefined;
}

export interface Reading {
  readonly timeMs: number;
  readonly value: number;
  /** Quality byte of `live-frame.ts`. */
  readonly quality: number;
}

export type Transition =
  | {
      /** The level is another one now; from `normal` this begins a condition. */
      readonly kind: 'raised';
      readonly level: Exclude<Level, 'normal'>;
      readonly value: number;
      /** The limit of that level on the side that was crossed. */
      readonly threshold: number;
      readonly atMs: number;
    }
  | { readonly kind: 'cleared'; readonly atMs: number };

export interface Judgement {
  readonly watch: Watch;
  readonly transition?: Transition;
}

export const unwatched: Watch = { level: 'normal' };

/**
 * One reading further. What is missing, bad or older than what was judged before changes nothing: silence
 * never clears an alarm.
 */
export function judge(watch: Watch, thresholds: Thresholds, reading: Reading): Judgement {
  const { timeMs, value } = reading;
  if (!isTrusted(reading) || timeMs < (watch.last?.timeMs ?? Number.NEGATIVE_INFINITY)) {
    return { watch };
  }
  const plain = levelOf(value, thresholds, watch.level);
  const warningSinceMs = plain === 'normal' ? undefined : (watch.warningSinceMs ?? timeMs);
  const alarmSinceMs = plain === 'alarm' ? (watch.alarmSinceMs ?? timeMs) : undefined;
  const delayMs = (thresholds.delayS ?? 0) * 1000;
  const isDue = (sinceMs: number | undefined) =>
    sinceMs !== undefined && timeMs - sinceMs >= delayMs;
  const risen = isDue(alarmSinceMs) ? 'alarm' : isDue(warningSinceMs) ? 'warning' : 'normal';
  // It falls at once to what the value says, and rises to no more than what has lasted.
  const level = higher(risen, lower(watch.level, plain));
  return {
    watch: { level, warningSinceMs, alarmSinceMs, last: reading },
    ...(level !== watch.level && { transition: toTransition(level, thresholds, reading) }),
  };
}

/** The last reading against other limits; without any limit what stands ends. */
export function judgeAgain(watch: Watch, thresholds: Thresholds, nowMs: number): Judgement {
  const { level, last } = watch;
  if (last) {
    // The clock of the delay starts anew: the value was not beyond these limits before.
    const judged = judge({ level, last }, thresholds, {
      ...last,
      timeMs: Math.max(last.timeMs, nowMs),
    });
    return { ...judged, watch: { ...judged.watch, last } };
  }
  const hasLimits = limitNames.some((name) => thresholds[name] !== undefined);
  if (hasLimits || level === 'normal') return { watch: { level } };
  return { watch: unwatched, transition: { kind: 'cleared', atMs: nowMs } };
}

const limitNames = ['alarmLow', 'warningLow', 'warningHigh', 'alarmHigh'] as const;

function isTrusted({ value, quality }: Reading): boolean {
  const said = qualityOf(quality);
  return Number.isFinite(value) && said !== 'missing' && said !== 'bad';
}

function toTransition(level: Level, thresholds: Thresholds, reading: Reading): Transition {
  const { timeMs: atMs, value } = reading;
  if (level === 'normal') return { kind: 'cleared', atMs };
  return { kind: 'raised', level, value, threshold: limitOf(level, thresholds, value), atMs };
}

/** The nearer of the two limits of a level: the one that the value is beyond, or was and is held by. */
function limitOf(level: 'warning' | 'alarm', thresholds: Thresholds, value: number): number {
  const low = level === 'alarm' ? thresholds.alarmLow : thresholds.warningLow;
  const high = level === 'alarm' ? thresholds.alarmHigh : thresholds.warningHigh;
  const limits = [low, high].filter((limit) => limit !== undefined);
  const distance = (limit: number) => (limit === low ? value - limit : limit - value);
  return limits.sort((a, b) => distance(a) - distance(b))[0] ?? value;
}

const rank = (level: Level) => levels.indexOf(level);
const higher = (a: Level, b: Level): Level => (rank(a) >= rank(b) ? a : b);
const lower = (a: Level, b: Level): Level => (rank(a) <= rank(b) ? a : b);

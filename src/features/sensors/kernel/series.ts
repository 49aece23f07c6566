import { STALE_INTERVALS } from '#contract/sensor-catalogue.ts';
import { findObservedProperty, type ObservedPropertyId } from '#model/observed-property.ts';
import type { SensorSeries } from '../contract.ts';

export type Span = '1h' | '24h' | '7d';

const HOUR_MS = 3_600_000;
export const spanMs: Readonly<Record<Span, number>> = {
  '1h': HOUR_MS,
  '24h': 24 * HOUR_MS,
  '7d': 168 * HOUR_MS,
};

/** More points than this tell a chart nothing. */
const MOST_POINTS = 1500;
const POINTS_A_BUCKET = 3;
const STEPS_S = [10, 30, 60, 300, 600, 900, 1800, 3600];

/** Seconds that readings are thinned by, so that `rangeMs` of them fit a chart; 0 where all of them do. */
export function thinning(rangeMs: number, intervalS: number): number {
  const rangeS = rangeMs / 1000;
  if (rangeS / intervalS <= MOST_POINTS) return 0;
  const wanted = (rangeS * POINTS_A_BUCKET) / MOST_POINTS;
  return STEPS_S.find((step) => step >= wanted) ?? 3600;
}

export interface ChartedAs {
  readonly intervalS: number;
  /** Length of a bucket where readings are thinned, else 0. */
  readonly everyS: number;
  /** How far apart (s) readings of an instant (ms UTC) may be kept. */
  readonly apartS: (timeMs: number) => number;
}

/**
 * Readings as a chart takes them: in the shown unit, with NaN where a reading is missing and in the middle
 * of each silence of more than three intervals, or of three times what else keeps readings apart.
 */
export function toChart(
  series: SensorSeries,
  property: ObservedPropertyId,
  { intervalS, everyS, apartS }: ChartedAs,
): { readonly timeMs: Float64Array; readonly value: Float64Array } {
  const { factor } = findObservedProperty(property).shown;
  const gapMsAfter = (before: number) =>
    STALE_INTERVALS * Math.max(intervalS, everyS, apartS(before)) * 1000;
  const timeMs: number[] = [];
  const value: number[] = [];
  for (let at = 0; at < series.timeMs.length; at += 1) {
    const time = series.timeMs[at]!;
    const before = timeMs.at(-1);
    if (before !== undefined && time - before > gapMsAfter(before)) {
      timeMs.push((before + time) / 2);
      value.push(Number.NaN);
    }
    timeMs.push(time);
    value.push(series.value[at]! * factor);
  }
  return { timeMs: Float64Array.from(timeMs), value: Float64Array.from(value) };
}

/** `series` with the readings of `tail` that come after it, without those before `fromMs`. */
export function appendReadings(
  series: SensorSeries,
  tail: SensorSeries,
  fromMs: number,
): SensorSeries {
  const lastMs = series.timeMs.at(-1) ?? Number.NEGATIVE_INFINITY;
  const first = countUntil(series.timeMs, (time) => time >= fromMs);
  const added = countUntil(tail.timeMs, (time) => time > lastMs);
  if (first === 0 && added === tail.timeMs.length) return series;
  const kept = series.timeMs.length - first;
  const length = kept + tail.timeMs.length - added;
  const joined = {
    timeMs: new Float64Array(length),
    value: new Float64Array(length),
    quality: new Uint8Array(length),
  };
  for (const name of ['timeMs', 'value', 'quality'] as const) {
    joined[name].set(series[name].subarray(first));
    joined[name].set(tail[name].subarray(added), kept);
  }
  return joined;
}

/** How many of the ascending times come before the first that `isReached`. */
function countUntil(timeMs: Float64Array, isReached: (time: number) => boolean): number {
  let low = 0;
  let high = timeMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(timeMs[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

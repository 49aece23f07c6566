// A column of a table → the course of a boundary: s since the start of a run; m, m³/s or mm/h.

import { failure, type Result, success } from '#model/result.ts';
import type { Text } from '#model/text.ts';
import type { TimeSeries } from '../../contract.ts';
import { seriesFaults as faults } from '../../messages/series.ts';
import type { SeriesUnit } from './quantities.ts';
import type { SeriesColumn, SeriesTable } from './read-series.ts';

/** What no gauge has ever said (m, m³/s, mm/h): the Amazon flows with 0.3 million m³/s, a minute's rain with 2,300 mm/h. */
const credible = {
  level: [-450, 9000],
  flow: [0, 500_000],
  rain: [0, 3000],
} as const;

/** When a series is: seconds since `startMs` of its rows. */
export interface SeriesTimes {
  readonly startMs: number;
  readonly timeS: Float64Array;
}

/** `presentMs` is when numbers count from; `unitS` seconds in one of them where the table doesn't say. */
export function timesOf({ times }: SeriesTable, presentMs: number, unitS: number): SeriesTimes {
  if (times.kind === 'numbers') {
    const factor = times.unitS ?? unitS;
    return { startMs: Math.round(presentMs), timeS: times.values.map((value) => value * factor) };
  }
  const startMs = times.ms[0] ?? presentMs;
  return { startMs, timeS: times.ms.map((ms) => (ms - startMs) / 1000) };
}

/** `addedM`: zero of a gauge above the city's datum. */
export function toCourse(
  column: SeriesColumn,
  lines: Uint32Array,
  timeS: Float64Array,
  unit: SeriesUnit,
  addedM = 0,
): Result<TimeSeries, Text> {
  const course: (readonly [number, number])[] = [];
  const [least, most] = credible[unit.quantity];
  let beforeS: number | undefined;
  for (const [at, written] of column.values.entries()) {
    if (Number.isNaN(written)) continue;
    const time = timeS[at] ?? 0;
    const line = lines[at] ?? 0;
    const value = written * unit.factor + (unit.quantity === 'level' ? addedM : 0);
    if (unit.quantity !== 'level' && value < 0) {
      return failure(faults.negative(line, column.name.en, written));
    }
    if (value < least || value > most) {
      const [from, to] = [least, most].map((one) => rounded(one / unit.factor));
      return failure(faults.absurd(line, column.name.en, written, unit.name, from ?? 0, to ?? 0));
    }
    if (!unit.isPerInterval) course.push([time, value]);
    else if (beforeS !== undefined && time > beforeS) {
      // What fell within the interval fell evenly.
      const rate = (value / (time - beforeS)) * 3600;
      course.push([beforeS, rate], [time, rate]);
    }
    beforeS = time;
  }
  return course.length < 2 ? failure(faults.noColumn(column.name.en)) : success(course);
}

const rounded = (value: number) => Number(value.toPrecision(2));

/** From `fromS` on, which becomes 0: linear there, what was before is left out. */
export function courseFrom(course: TimeSeries, fromS: number): TimeSeries {
  const after = course.findIndex(([timeS]) => timeS >= fromS);
  const rest = after < 0 ? [] : course.slice(after);
  const [before, next] = [course[after < 0 ? course.length - 1 : after - 1], rest[0]];
  const shifted = rest.map(([timeS, value]) => [timeS - fromS, value] as const);
  if (!before || next?.[0] === fromS) return shifted;
  const share = next ? (fromS - before[0]) / (next[0] - before[0]) : 0;
  const value = next ? before[1] + share * (next[1] - before[1]) : before[1];
  return [[0, value], ...shifted];
}

/** So much of what was before the present is computed too: the water that stands there now comes of it. */
const SPIN_UP_MS = 3 * 3600_000;

/** When a run of a series begins: where it begins, but no more than three hours before the present if it goes beyond it. */
export function beginMs({ startMs, timeS }: SeriesTimes, presentMs: number): number {
  const endMs = startMs + (timeS.at(-1) ?? 0) * 1000;
  return endMs > presentMs ? Math.max(startMs, Math.round(presentMs - SPIN_UP_MS)) : startMs;
}

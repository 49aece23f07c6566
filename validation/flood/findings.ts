// What the topics of the flood validation hand to its report: rows and plots, and words for what was left out.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Plot } from '../plot.ts';
import type { ReportRow } from '../report.ts';

export interface Findings {
  readonly rows: readonly ReportRow[];
  readonly plots: readonly { readonly file: string; readonly plot: Plot }[];
  /** Sentences. */
  readonly leftOut: readonly string[];
}

/** A row that holds where `value` is at most `limit`. */
export function atMost(
  ...[name, metric, value, limit, unit, source]: [string, string, number, number, string, string]
): ReportRow {
  return { case: name, metric, value, limit, unit, pass: value <= limit, source };
}

/** A row that holds where `value` is between two limits; the nearer one is printed. */
export function between(
  ...[name, metric, value, [low, high], unit, source]: [
    string,
    string,
    number,
    readonly [number, number],
    string,
    string,
  ]
): ReportRow {
  const limit = Math.abs(value - low) < Math.abs(value - high) ? low : high;
  const range = `${metric} (${low} to ${high})`;
  return {
    case: name,
    metric: range,
    value,
    limit,
    unit,
    pass: value >= low && value <= high,
    source,
  };
}

const FOLDER = fileURLToPath(new URL('../../../shared/data/flood/', import.meta.url));

/** Text of a file of the shared flood data, unpacked; undefined where it is not there. */
export function sharedText(path: string): string | undefined {
  if (!existsSync(FOLDER + path)) return undefined;
  const bytes = readFileSync(FOLDER + path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Largest |a − b| of two series, at their common length. */
export const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let most = 0;
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    most = Math.max(most, Math.abs(a[index]! - b[index]!));
  }
  return most;
};

export const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity);

// Readings over time as a chart takes them: columns of one length in order of time, NaN for a gap.

export interface TimeSeries {
  readonly id: string;
  readonly name: string;
  /** ms UTC, ascending. */
  readonly timeMs: Float64Array;
  /** In the unit that the chart shows; NaN breaks the line. */
  readonly value: Float64Array;
  /** For states and counts, which hold until the next. */
  readonly isStepped?: boolean;
}

/** A value worth knowing: drawn across the chart. */
export interface SeriesLimit {
  readonly value: number;
  readonly name: string;
  readonly tone: 'warning' | 'critical';
}

export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** One column of times for all series; null breaks a line, undefined says that only others have this time. */
export type AlignedSeries = [Float64Array, ...(number | null | undefined)[][]];

export function alignSeries(series: readonly TimeSeries[]): AlignedSeries {
  const all = new Set<number>();
  for (const { timeMs } of series) for (const time of timeMs) all.add(time);
  const times = Float64Array.from(all).sort();
  return [times, ...series.map((one) => spread(one, times))];
}

function spread({ timeMs, value }: TimeSeries, times: Float64Array): (number | null | undefined)[] {
  const column = new Array<number | null | undefined>(times.length).fill(undefined);
  let at = 0;
  for (let row = 0; row < times.length && at < timeMs.length; row += 1) {
    if (timeMs[at] !== times[row]) continue;
    const reading = value[at] ?? Number.NaN;
    column[row] = Number.isNaN(reading) ? null : reading;
    at += 1;
  }
  return column;
}

/** The value that holds at `momentMs`: of the latest reading up to then; undefined before the first and in a gap. */
export function valueAt({ timeMs, value }: TimeSeries, momentMs: number): number | undefined {
  let low = 0;
  let high = timeMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeMs[middle] ?? Number.POSITIVE_INFINITY) <= momentMs) low = middle + 1;
    else high = middle;
  }
  const reading = value[low - 1];
  return reading === undefined || Number.isNaN(reading) ? undefined : reading;
}

/** A limit further off than this many spans of the data would press the line flat. */
const FARTHEST_LIMIT = 2;
const MARGIN = 0.08;

/** What the axis reaches over: the values between `min` and `max`, and the limits near them. */
export function rangeOfValues(
  min: number | null,
  max: number | null,
  limits: readonly SeriesLimit[],
): [number, number] {
  const near = limits.map(({ value }) => value);
  if (min === null || max === null) {
    return near.length === 0 ? [0, 1] : widen(Math.min(...near), Math.max(...near));
  }
  const span = max - min || Math.abs(max) * 0.1 || 1;
  const kept = near.filter(
    (value) => value >= min - FARTHEST_LIMIT * span && value <= max + FARTHEST_LIMIT * span,
  );
  const [low, high] = widen(Math.min(min, ...kept), Math.max(max, ...kept));
  // What is never negative has its axis begin at nothing.
  return [min >= 0 && low < 0 && !kept.some((value) => value < 0) ? 0 : low, high];
}

function widen(min: number, max: number): [number, number] {
  const span = max - min || Math.abs(max) * 0.1 || 1;
  return [min - span * MARGIN, max + span * MARGIN];
}

/** `range` half or twice as long around `centreMs`, kept inside `whole`; undefined where it is all of it. */
export function zoomRange(
  range: TimeRange,
  factor: number,
  centreMs: number,
  whole: TimeRange,
): TimeRange | undefined {
  const wholeMs = whole.toMs - whole.fromMs;
  const spanMs = Math.max(1000, (range.toMs - range.fromMs) * factor);
  if (spanMs >= wholeMs) return undefined;
  const share = (centreMs - range.fromMs) / (range.toMs - range.fromMs);
  const from = centreMs - share * spanMs;
  const fromMs = Math.min(Math.max(from, whole.fromMs), whole.toMs - spanMs);
  return { fromMs, toMs: fromMs + spanMs };
}

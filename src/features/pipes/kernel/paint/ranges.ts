// The ends of a ramp: nearly all values lie between them, they are round, and they stay while the values move little,
// so that a colour means the same from one moment to the next.

export interface ValueRange {
  readonly least: number;
  readonly greatest: number;
}

/** Parts at either end that are drawn as the ends. */
const TAIL = 0.02;
const MOST_SAMPLES = 4096;

export function findRange(
  columns: readonly ArrayLike<number>[],
  before: ValueRange | undefined,
): ValueRange | undefined {
  const samples = sample(columns);
  if (samples.length === 0) return undefined;
  const low = samples[Math.floor(TAIL * (samples.length - 1))]!;
  const high = samples[Math.ceil((1 - TAIL) * (samples.length - 1))]!;
  return before && fits(before, low, high) ? before : roundRange(low, high);
}

function fits({ least, greatest }: ValueRange, low: number, high: number): boolean {
  return low >= least && high <= greatest && high - low >= 0.4 * (greatest - least);
}

/** Outwards to steps of 1, 2 or 5 of which the range has at most ten. */
function roundRange(low: number, high: number): ValueRange {
  const span = high - low > 0 ? high - low : Math.max(Math.abs(high), 1e-9) * 0.1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => span / one <= 10) ?? span;
  const round = (value: number) => Number(value.toPrecision(12));
  const least = round(Math.floor(low / step) * step);
  const greatest = round(Math.ceil(high / step) * step);
  return { least, greatest: greatest > least ? greatest : round(least + step) };
}

function sample(columns: readonly ArrayLike<number>[]): Float64Array {
  const length = columns.reduce((sum, column) => sum + column.length, 0);
  const stride = Math.max(1, Math.ceil(length / MOST_SAMPLES));
  const samples = new Float64Array(Math.ceil(length / stride) + columns.length);
  let count = 0;
  for (const column of columns) {
    for (let at = 0; at < column.length; at += stride) {
      const value = column[at]!;
      if (Number.isFinite(value)) samples[count++] = value;
    }
  }
  return samples.subarray(0, count).sort();
}

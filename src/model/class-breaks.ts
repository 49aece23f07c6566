// Limits that sort numbers into classes. A break belongs to the class above it: value v is in class
// i = number of breaks ≤ v. Quantile and equal interval: Slocum et al., Thematic Cartography (2009), ch. 5.
// Natural breaks (Jenks): the partition with the least sum of squared deviations from the class means,
// found exactly by Fisher's (1958) dynamic programme, each row by divide and conquer (Wang & Song 2011,
// doi:10.32614/RJ-2011-015): O(k m log m) for m distinct values.

/** Ascending copy of the values that are numbers; −0 becomes 0. */
export function sortFinite(values: ArrayLike<number>): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (Number.isFinite(value)) kept[count++] = value + 0;
  }
  return kept.subarray(0, count).sort();
}

/** Up to `classes` − 1 breaks that leave equally many values in each class; equal values stay together. */
export function quantileBreaks(sorted: Float64Array, classes: number): number[] {
  const breaks: number[] = [];
  for (let part = 1; part < classes; part++) {
    const rank = Math.round((part * sorted.length) / classes);
    const start = nearestStartOfRun(sorted, rank);
    if (start === undefined) continue;
    const limit = roundest(sorted[start - 1]!, sorted[start]!);
    if (limit > (breaks.at(-1) ?? Number.NEGATIVE_INFINITY)) breaks.push(limit);
  }
  return breaks;
}

/** `classes` − 1 breaks at equal distances between the least and the greatest value. */
export function equalBreaks(sorted: Float64Array, classes: number): number[] {
  const min = sorted[0];
  const max = sorted.at(-1);
  if (min === undefined || max === undefined || !(max > min)) return [];
  const width = (max - min) / classes;
  return Array.from({ length: classes - 1 }, (_, part) => min + width * (part + 1));
}

/** Up to `classes` − 1 breaks, fewer where there are fewer distinct values. */
export function naturalBreaks(sorted: Float64Array, classes: number): number[] {
  const runs = countRuns(sorted);
  const { length } = runs.values;
  const rows = Math.min(classes, length);
  if (rows < 2) return [];
  const cost = createCost(runs);

  let previous = new Float64Array(length);
  for (let last = 0; last < length; last++) previous[last] = cost(0, last);
  const firstOfLastClass: Int32Array[] = [];
  for (let row = 1; row < rows; row++) {
    const best = new Float64Array(length).fill(Number.POSITIVE_INFINITY);
    const start = new Int32Array(length);
    fillRow(previous, best, start, cost, row);
    firstOfLastClass.push(start);
    previous = best;
  }

  const breaks: number[] = [];
  let last = length - 1;
  for (const start of firstOfLastClass.reverse()) {
    const first = start[last]!;
    breaks.push(roundest(runs.values[first - 1]!, runs.values[first]!));
    last = first - 1;
  }
  return breaks.reverse();
}

/** Class of a number, 0 … breaks.length. */
export function classOf(breaks: readonly number[], value: number): number {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (breaks[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number with the fewest digits in (`below`, `upTo`]: a limit that reads well and moves nothing. */
export function roundest(below: number, upTo: number): number {
  const gap = upTo - below;
  if (!(gap > 0) || !Number.isFinite(gap)) return upTo;
  for (let exponent = Math.floor(Math.log10(gap)) + 1; exponent > -15; exponent--) {
    for (const step of [5, 2, 1]) {
      const digits = Math.max(0, -exponent);
      const unit = step * 10 ** exponent;
      const candidate = Number((Math.floor(upTo / unit) * unit).toFixed(Math.min(digits, 15))) + 0;
      if (candidate > below && candidate <= upTo) return candidate;
    }
  }
  return upTo;
}

interface Runs {
  readonly values: Float64Array;
  /** How often each value occurs. */
  readonly counts: Float64Array;
}

function countRuns(sorted: Float64Array): Runs {
  const values = new Float64Array(sorted.length);
  const counts = new Float64Array(sorted.length);
  let length = 0;
  for (const value of sorted) {
    if (length === 0 || values[length - 1] !== value) values[length++] = value;
    counts[length - 1]!++;
  }
  return { values: values.subarray(0, length), counts: counts.subarray(0, length) };
}

/** Sum of squared deviations of runs `first` … `last`; values are centred first, so little cancels. */
function createCost({ values, counts }: Runs): (first: number, last: number) => number {
  const centre = values[values.length >> 1] ?? 0;
  const weight = new Float64Array(values.length + 1);
  const sum = new Float64Array(values.length + 1);
  const squares = new Float64Array(values.length + 1);
  for (let index = 0; index < values.length; index++) {
    const count = counts[index]!;
    const offset = values[index]! - centre;
    weight[index + 1] = weight[index]! + count;
    sum[index + 1] = sum[index]! + count * offset;
    squares[index + 1] = squares[index]! + count * offset * offset;
  }
  return (first, last) => {
    const total = sum[last + 1]! - sum[first]!;
    const count = weight[last + 1]! - weight[first]!;
    return Math.max(0, squares[last + 1]! - squares[first]! - (total * total) / count);
  };
}

/** The best start of the last class never moves left as the range grows, so halves are searched apart. */
function fillRow(
  previous: Float64Array,
  best: Float64Array,
  start: Int32Array,
  cost: (first: number, last: number) => number,
  row: number,
): void {
  const search = (from: number, to: number, leastFirst: number, mostFirst: number): void => {
    if (from > to) return;
    const last = (from + to) >> 1;
    let least = Number.POSITIVE_INFINITY;
    let leastAt = leastFirst;
    for (let first = leastFirst; first <= Math.min(mostFirst, last); first++) {
      const total = previous[first - 1]! + cost(first, last);
      if (total < least) {
        least = total;
        leastAt = first;
      }
    }
    best[last] = least;
    start[last] = leastAt;
    search(from, last - 1, leastFirst, leastAt);
    search(last + 1, to, leastAt, mostFirst);
  };
  search(row, best.length - 1, row, best.length - 1);
}

/** Where the run of equal values at `rank` starts or ends, whichever is nearer; undefined at the rim. */
function nearestStartOfRun(sorted: Float64Array, rank: number): number | undefined {
  const value = sorted[rank];
  if (value === undefined) return undefined;
  let start = rank;
  while (start > 0 && sorted[start - 1] === value) start--;
  let end = rank;
  while (end < sorted.length && sorted[end] === value) end++;
  const nearest = start > 0 && rank - start <= end - rank ? start : end;
  return nearest > 0 && nearest < sorted.length ? nearest : start > 0 ? start : undefined;
}

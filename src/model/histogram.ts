// Histograms with round bin edges. Bin width after Freedman & Diaconis (1981): 2·IQR·n^(−1/3), rounded
// to 1, 2 or 5 times a power of ten; the logarithmic form has equally wide bins of log10.

export interface Bins {
  readonly scale: 'linear' | 'log';
  /** Ascending, one more than `counts`; each bin includes its lower edge, the last one both. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

const FEWEST = 8;
const MOST = 60;

/** Counts ascending numbers into up to about 60 bins: one where all are equal, none where there are none. */
export function binSorted(sorted: Float64Array, scale: Bins['scale'] = chooseScale(sorted)): Bins {
  const min = sorted[0];
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return { scale, edges: [], counts: [] };
  const edges = scale === 'log' ? logEdges(min, max, sorted.length) : linearEdges(sorted, min, max);
  return { scale, edges, counts: countInto(sorted, edges) };
}

/** `log` where all values are positive and the upper tail is far longer than the middle is wide. */
export function chooseScale(sorted: Float64Array): Bins['scale'] {
  const min = sorted[0] ?? 0;
  const max = sorted.at(-1) ?? 0;
  if (!(min > 0) || max / min < 100) return 'linear';
  const median = quantile(sorted, 0.5);
  return max - median > 8 * (quantile(sorted, 0.75) - quantile(sorted, 0.25)) ? 'log' : 'linear';
}

/** Counts ascending numbers between ascending edges. */
export function countInto(sorted: Float64Array, edges: readonly number[]): number[] {
  const counts = new Array<number>(Math.max(0, edges.length - 1)).fill(0);
  let bin = 0;
  for (const value of sorted) {
    while (bin < counts.length - 1 && value >= edges[bin + 1]!) bin++;
    if (value >= edges[0]! && value <= edges.at(-1)!) counts[bin]!++;
  }
  return counts;
}

function linearEdges(sorted: Float64Array, min: number, max: number): number[] {
  // Closer than doubles can tell apart in steps: one bin.
  if (max - min <= 1e-12 * Math.max(Math.abs(min), Math.abs(max), 1e-80)) return [min, max];
  const spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  const ideal = (2 * spread) / Math.cbrt(sorted.length);
  const width = roundWidth(Math.min((max - min) / FEWEST, Math.max(ideal, (max - min) / MOST)));
  const first = Math.floor(min / width);
  const last = Math.max(first + 1, Math.ceil(max / width));
  const digits = Math.min(100, Math.max(0, -Math.floor(Math.log10(width)) + 1));
  const edges = Array.from({ length: last - first + 1 }, (_, bin) =>
    Number(((first + bin) * width).toFixed(digits)),
  );
  // Rounding must not leave the least or the greatest value outside.
  edges[0] = Math.min(edges[0] ?? min, min);
  edges[edges.length - 1] = Math.max(edges.at(-1) ?? max, max);
  return edges;
}

function logEdges(min: number, max: number, count: number): number[] {
  if (min === max) return [min, max];
  const bins = Math.round(Math.min(MOST, Math.max(FEWEST, 2 * Math.cbrt(count))));
  const low = Math.log10(min);
  const width = (Math.log10(max) - low) / bins;
  const edges = Array.from({ length: bins + 1 }, (_, bin) => 10 ** (low + bin * width));
  edges[0] = min;
  edges[bins] = max;
  return edges;
}

function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 5, 10].find((one) => one * power >= width * (1 - 1e-9)) ?? 10;
  return step * power;
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

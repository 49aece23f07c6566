// How far an ensemble's members lie apart.

export interface Spread {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** The 10th, 50th and 90th percentile (nearest rank) of the first `count` values; undefined where there are none. */
export function percentiles(values: ArrayLike<number>, count: number): Spread | undefined {
  const sorted = Array.from({ length: Math.min(count, values.length) }, (_, at) => values[at] ?? 0);
  if (sorted.length === 0) return undefined;
  sorted.sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { low: rank(0.1), middle: rank(0.5), high: rank(0.9) };
}

/** How many values reach each of these shares, e.g. buildings that burn in half of the members. */
export function countReaching(values: Float32Array, shares: readonly number[]): readonly number[] {
  const counts = shares.map(() => 0);
  for (const value of values) {
    for (const [at, share] of shares.entries()) {
      if (value > 0 && value >= share) counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}

// Percentile of every value by buckets: a sort and 100,000 binary searches took longer than all the rest of a rescore.

/** Arrays that `rankInto` works in, for `count` values. */
export interface RankRoom {
  /** Where each bucket starts, and the count at the end. */
  readonly starts: Uint32Array;
  readonly bucketOf: Uint32Array;
  readonly grouped: Float64Array;
}

export const createRankRoom = (count: number): RankRoom => ({
  starts: new Uint32Array(count + 2),
  bucketOf: new Uint32Array(count),
  grouped: new Float64Array(count),
});

/** Above this a bucket is sorted, so that equal values cost no more than others. */
const CROWD = 16;

/** `percentile` 0 … 100: share of the other values that lie lower; equal values get the same. Values are finite. */
export function rankInto(percentile: Float32Array, values: Float64Array, room: RankRoom): void {
  const { starts, bucketOf, grouped } = room;
  const count = values.length;
  let least = Infinity;
  let most = -Infinity;
  for (let at = 0; at < count; at++) {
    if (values[at]! < least) least = values[at]!;
    if (values[at]! > most) most = values[at]!;
  }
  const perUnit = most > least ? (count - 1) / (most - least) : 0;
  starts.fill(0);
  for (let at = 0; at < count; at++) {
    const bucket = Math.floor((values[at]! - least) * perUnit);
    bucketOf[at] = bucket;
    starts[bucket + 2]! += 1;
  }
  for (let bucket = 2; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!;
  // Filling moves starts[bucket + 1] from the bucket's start to its end, which is the start of the next.
  for (let at = 0; at < count; at++) grouped[starts[bucketOf[at]! + 1]!++] = values[at]!;
  for (let bucket = 0; bucket < count; bucket++)
    if (starts[bucket + 1]! - starts[bucket]! > CROWD)
      grouped.subarray(starts[bucket]!, starts[bucket + 1]!).sort();
  const perOther = 100 / Math.max(1, count - 1);
  for (let at = 0; at < count; at++) {
    const from = starts[bucketOf[at]!]!;
    const end = starts[bucketOf[at]! + 1]!;
    const lower =
      end - from > CROWD
        ? firstNotBelow(grouped, from, end, values[at]!)
        : from + countBelow(grouped, from, end, values[at]!);
    percentile[at] = lower * perOther;
  }
}

function countBelow(values: Float64Array, from: number, end: number, limit: number): number {
  let below = 0;
  for (let at = from; at < end; at++) if (values[at]! < limit) below++;
  return below;
}

function firstNotBelow(values: Float64Array, from: number, end: number, limit: number): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

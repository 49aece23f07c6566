// Fewer readings for a drawing, as the server thins history: of each bucket of time the first, the least,
// the greatest and the first that is missing. Buckets are counted from 1970.

import type { ReadingColumns } from './recent-readings.ts';

export function thin({ timeMs, value, quality }: ReadingColumns, everyS: number): ReadingColumns {
  const everyMs = everyS * 1000;
  const bucketOf = (place: number) => Math.floor(timeMs[place]! / everyMs);
  const kept: number[] = [];
  let start = 0;
  while (start < timeMs.length) {
    let end = start + 1;
    while (end < timeMs.length && bucketOf(end) === bucketOf(start)) end += 1;
    kept.push(...choose(value, start, end));
    start = end;
  }
  return {
    timeMs: Float64Array.from(kept, (place) => timeMs[place]!),
    value: Float64Array.from(kept, (place) => value[place]!),
    quality: Uint8Array.from(kept, (place) => quality[place]!),
  };
}

/** Places from `start` up to but not including `end` that stand for all of them, in order. */
function choose(value: Float64Array, start: number, end: number): number[] {
  let [least, greatest, missing] = [-1, -1, -1];
  for (let place = start; place < end; place += 1) {
    if (Number.isNaN(value[place]!)) {
      if (missing < 0) missing = place;
      continue;
    }
    if (least < 0 || value[place]! < value[least]!) least = place;
    if (greatest < 0 || value[place]! > value[greatest]!) greatest = place;
  }
  const chosen = new Set([start, least, greatest, missing].filter((place) => place >= 0));
  return [...chosen].sort((a, b) => a - b);
}

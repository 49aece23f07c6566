// Fewer readings for a drawing: of each bucket of time the first, the least and the greatest stay, as the
// server thins history. Buckets are counted from 1970, so that two calls cut at the same instants.

import type { ReadingColumns } from './recent-readings.ts';

export function thin({ timeMs, value, quality }: ReadingColumns, everyS: number): ReadingColumns {
  const kept: number[] = [];
  const everyMs = everyS * 1000;
  let start = 0;
  while (start < timeMs.length) {
    const bucket = Math.floor(timeMs[start]! / everyMs);
    let end = start;
    let [least, greatest] = [start, start];
    for (; end < timeMs.length && Math.floor(timeMs[end]! / everyMs) === bucket; end += 1) {
      if (value[end]! < value[least]!) least = end;
      if (value[end]! > value[greatest]!) greatest = end;
    }
    kept.push(...new Set([start, least, greatest].sort((a, b) => a - b)));
    start = end;
  }
  return {
    timeMs: Float64Array.from(kept, (place) => timeMs[place]!),
    value: Float64Array.from(kept, (place) => value[place]!),
    quality: Uint8Array.from(kept, (place) => quality[place]!),
  };
}

// Rain of a gage at a time, and when it next changes. s, m/s.

import type { RainGage } from '../model.ts';

/** Intensity that holds at `timeS`; 0 between intervals. */
export function rainAt(gage: RainGage, timeS: number): number {
  const k = intervalOf(gage, timeS);
  return k >= 0 && timeS < endOf(gage, k) ? gage.intensityMps[k]! : 0;
}

/** The next time at which the intensity may change; Infinity after the last. */
export function nextChange(gage: RainGage, timeS: number): number {
  const k = intervalOf(gage, timeS);
  const next = gage.timesS[k + 1] ?? Number.POSITIVE_INFINITY;
  if (k < 0) return next;
  const end = endOf(gage, k);
  return timeS < end ? end : next;
}

const endOf = ({ timesS, intervalS }: RainGage, k: number): number =>
  Math.min(timesS[k]! + intervalS, timesS[k + 1] ?? Number.POSITIVE_INFINITY);

function intervalOf({ timesS }: RainGage, timeS: number): number {
  let low = -1;
  let high = timesS.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (timesS[middle]! <= timeS + 1e-6) low = middle;
    else high = middle;
  }
  return low;
}

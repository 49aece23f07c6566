// What can't be of rain and of what the ground takes. mm, mm/h, s.

import type { Loss, Storm } from './parts.ts';

/** Undefined where nothing is wrong; the end of a sentence that begins with the part's name. */
export function findStormProblem(storm: Storm): string | undefined {
  if (storm.shape === 'series') {
    if (storm.intensity.length === 0) return 'its intensity has no values.';
    let before = Number.NEGATIVE_INFINITY;
    for (const [time, value] of storm.intensity) {
      if (!(Number.isFinite(value) && value >= 0))
        return `its intensity at ${time} s is ${value} mm/h, 0 or more is needed.`;
      if (!(time >= before))
        return `its intensity goes back in time from ${before} s to ${time} s.`;
      before = time;
    }
    return undefined;
  }
  const { depthMm, durationS, peak, shape } = storm;
  if (!(Number.isFinite(depthMm) && depthMm >= 0))
    return `its depth is ${depthMm} mm, 0 or more is needed.`;
  if (!(Number.isFinite(durationS) && durationS > 0))
    return `its duration is ${durationS} s, more than 0 is needed.`;
  if (peak === undefined) return undefined;
  if (shape === 'huff')
    return [1, 2, 3, 4].includes(peak) ? undefined : `its quartile is ${peak}, 1 to 4 is needed.`;
  return peak >= 0 && peak < 1
    ? undefined
    : `its peak lies at ${peak} of its duration, 0 up to less than 1 is needed.`;
}

export function findLossProblem(loss: Loss): string | undefined {
  const wrong = (what: string, value: number, need: string) =>
    `Ground: its ${what} is ${value}, ${need} is needed.`;
  switch (loss.kind) {
    case 'none':
      return undefined;
    case 'constant':
      return loss.rateMmH >= 0 ? undefined : wrong('loss in mm/h', loss.rateMmH, '0 or more');
    case 'green-ampt': {
      if (!(loss.conductivityMmH >= 0))
        return wrong('conductivity in mm/h', loss.conductivityMmH, '0 or more');
      if (!(loss.suctionMm >= 0)) return wrong('suction in mm', loss.suctionMm, '0 or more');
      return loss.deficit >= 0 && loss.deficit <= 1
        ? undefined
        : wrong('moisture deficit', loss.deficit, '0 to 1');
    }
    case 'curve-number': {
      if (!(loss.number > 0 && loss.number <= 100))
        return wrong('curve number', loss.number, '1 to 100');
      return loss.initialShare >= 0 && loss.initialShare < 1
        ? undefined
        : wrong('initial share', loss.initialShare, '0 up to less than 1');
    }
  }
}

// Values over time, linear between their points, held before the first and after the last; integrals exact, so that
// volumes don't depend on how a run is cut into steps. Also closed forms people draw: tides, surges, hydrographs.

import type { Series } from './parts.ts';

export function valueAt(series: Series, timeS: number): number {
  const next = firstAfter(series, timeS);
  const after = series[next];
  const before = series[next - 1];
  if (!before) return after?.[1] ?? 0;
  if (!after) return before[1];
  return before[1] + ((after[1] - before[1]) * (timeS - before[0])) / (after[0] - before[0]);
}

/** ∫ value dt from `fromS` to `untilS`. */
export function integralOf(series: Series, fromS: number, untilS: number): number {
  let sum = 0;
  let at = fromS;
  let value = valueAt(series, fromS);
  for (let next = firstAfter(series, fromS); at < untilS; next++) {
    const point = series[next];
    const end = point && point[0] <= untilS ? point[0] : untilS;
    // The value just before `end`: a step (two points at one time) must not leak into the span before it.
    const last = point && point[0] <= untilS ? point[1] : valueAt(series, untilS);
    sum += ((value + last) / 2) * (end - at);
    at = end;
    value = last;
  }
  return sum;
}

export const meanOver = (series: Series, fromS: number, untilS: number): number =>
  untilS > fromS ? integralOf(series, fromS, untilS) / (untilS - fromS) : valueAt(series, fromS);

/** Index of the first point later than `timeS`. */
function firstAfter(series: Series, timeS: number): number {
  let low = 0;
  let high = series.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const point = series[middle];
    if (point && point[0] <= timeS) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Tide {
  readonly meanLevelM: number;
  /** Amplitude (m), period (s) and phase (s after the start at which it peaks) of each constituent. */
  readonly constituents: readonly {
    readonly amplitudeM: number;
    readonly periodS: number;
    readonly peakS: number;
  }[];
  /** Rises linearly to its height at `peakS` and falls again, over `durationS` in all. */
  readonly surge?: {
    readonly heightM: number;
    readonly peakS: number;
    readonly durationS: number;
  };
}

/** Period of the principal lunar tide M2, s. */
export const M2_S = 44_714.16;

/** A tide with its surge, sampled every `stepS`: mean level + Σ A cos(2π (t − t_peak)/T) + a triangle. */
export function tideSeries(tide: Tide, untilS: number, stepS = 300): Series {
  const points: [number, number][] = [];
  const count = Math.max(1, Math.ceil(untilS / stepS));
  const times = new Set(Array.from({ length: count + 1 }, (_, k) => Math.min(untilS, k * stepS)));
  if (tide.surge) {
    const { peakS, durationS } = tide.surge;
    for (const time of [peakS - durationS / 2, peakS, peakS + durationS / 2])
      if (time > 0 && time < untilS) times.add(time);
  }
  for (const time of [...times].sort((a, b) => a - b)) points.push([time, tideLevel(tide, time)]);
  return points;
}

export function tideLevel({ meanLevelM, constituents, surge }: Tide, timeS: number): number {
  let level = meanLevelM;
  for (const { amplitudeM, periodS, peakS } of constituents)
    level += amplitudeM * Math.cos((2 * Math.PI * (timeS - peakS)) / periodS);
  if (surge) {
    const away = Math.abs(timeS - surge.peakS) / (surge.durationS / 2);
    level += surge.heightM * Math.max(0, 1 - away);
  }
  return level;
}

/** Up to the peak at `peakS` and down so that its volume is `volumeM3`; longer than its peak at least. */
export function triangleHydrograph(peakM3s: number, peakS: number, volumeM3: number): Series {
  const durationS = Math.max(peakS, (2 * volumeM3) / peakM3s);
  return [
    [0, 0],
    [peakS, peakM3s],
    [durationS, 0],
  ];
}

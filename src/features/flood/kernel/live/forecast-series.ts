// What a boundary does next, from what its gauge has said: a level goes on with its trend, which fades (e-folding time
// 1 h); rain goes on as it is for half an hour and then stops. An assumption, for want of the city's own forecast. SI; s.

import type { TimeSeries } from '../../contract.ts';

/** Seconds since the start of the scenario and value, ascending. */
export type Observed = readonly (readonly [timeS: number, value: number])[];

const TREND_S = 1800;
const FADING_S = 3600;
const STEP_S = 600;
const RAIN_LASTS_S = 1800;

/** Least squares over the last half hour; 0 with fewer than two readings. */
export function trendOf(observed: Observed): number {
  const last = observed[observed.length - 1]?.[0] ?? 0;
  const recent = observed.filter(([timeS]) => timeS >= last - TREND_S);
  if (recent.length < 2) return 0;
  const count = recent.length;
  const meanT = recent.reduce((sum, [timeS]) => sum + timeS, 0) / count;
  const meanV = recent.reduce((sum, [, value]) => sum + value, 0) / count;
  let above = 0;
  let below = 0;
  for (const [timeS, value] of recent) {
    above += (timeS - meanT) * (value - meanV);
    below += (timeS - meanT) ** 2;
  }
  return below > 0 ? above / below : 0;
}

/** Observed so far, then `horizonS` ahead with a trend (m/s). Empty where nothing was observed. */
export function levelAhead(
  observed: Observed,
  horizonS: number,
  trend = trendOf(observed),
): TimeSeries {
  const last = observed[observed.length - 1];
  if (!last) return [];
  const [fromS, level] = last;
  const ahead: [number, number][] = [];
  for (let aheadS = STEP_S; aheadS <= horizonS; aheadS += STEP_S)
    ahead.push([fromS + aheadS, level + trend * FADING_S * (1 - Math.exp(-aheadS / FADING_S))]);
  return [...observed, ...ahead];
}

/** mm/h over time from rates in m/s. */
export function rainAhead(observed: Observed, horizonS: number): TimeSeries {
  const last = observed[observed.length - 1];
  if (!last) return [];
  const inMmH = observed.map(([timeS, rate]) => [timeS, rate * 3.6e6] as const);
  const [fromS, rate] = last;
  const until = fromS + Math.min(horizonS, RAIN_LASTS_S);
  return [...inMmH, [until, rate * 3.6e6], [until, 0]];
}

/** At least `leastS` apart, the first and the last kept: a long watch stays short. */
export function thinned(observed: Observed, leastS = 60): Observed {
  const kept: (readonly [number, number])[] = [];
  observed.forEach((point, k) => {
    const before = kept[kept.length - 1];
    const isLast = k === observed.length - 1;
    if (!before || point[0] - before[0] >= leastS || isLast) kept.push(point);
  });
  return kept;
}

// Design storms: block, Chicago (Keifer and Chu 1957) and Euler type II (DWA-A 118) from the rain that falls in a
// duration once in a return period. Without a city's own table the depth follows a power of the duration between
// given depths of 15 and 60 minutes. Depths m, times s, intensities m/s.

import type { RainGage } from './model.ts';

export const stormForms = ['block', 'euler-2', 'chicago'] as const;
export type StormForm = (typeof stormForms)[number];

export interface DesignStorm {
  readonly form: StormForm;
  readonly durationS: number;
  /** Once in so many years. */
  readonly returnYears: number;
  /** Depth of the whole storm; NaN takes it from `rainDepth`. */
  readonly depthM: number;
}

/** Depths once a year of 15 and 60 minutes, and growth with the logarithm of the return period. */
export interface RainStatistics {
  readonly depth15M: number;
  readonly depth60M: number;
  readonly growth: number;
}

/** Reinhold's rain (1940) of 100 l/(s·ha) in 15 minutes once a year: an assumption wherever a city gives no other. */
export const assumedStatistics: RainStatistics = {
  depth15M: 0.009,
  depth60M: 0.0136,
  growth: 0.33,
};

/** Depth (m) that falls in `durationS` once in `returnYears`. */
export function rainDepth(
  durationS: number,
  returnYears: number,
  rain = assumedStatistics,
): number {
  const exponent = Math.log(rain.depth60M / rain.depth15M) / Math.log(4);
  const once = rain.depth15M * (durationS / 900) ** exponent;
  return once * (1 + rain.growth * Math.log(Math.max(1, returnYears)));
}

export const STORM_STEP_S = 300;

/** Intensities by five minutes from the start; they add up to the storm's depth. */
export function stormIntensities(storm: DesignStorm, rain = assumedStatistics): Float64Array {
  const count = Math.max(1, Math.round(storm.durationS / STORM_STEP_S));
  const whole = Number.isNaN(storm.depthM)
    ? rainDepth(count * STORM_STEP_S, storm.returnYears, rain)
    : storm.depthM;
  const usual = rainDepth(count * STORM_STEP_S, storm.returnYears, rain);
  const scale = whole / usual;
  if (storm.form === 'block') return new Float64Array(count).fill(whole / count / STORM_STEP_S);
  // The heaviest five minutes, the next heaviest, and so on: differences of the depth–duration curve.
  const falling = Array.from({ length: count }, (_, k) => {
    const upTo = (steps: number) =>
      steps === 0 ? 0 : rainDepth(steps * STORM_STEP_S, storm.returnYears, rain);
    return ((upTo(k + 1) - upTo(k)) * scale) / STORM_STEP_S;
  });
  return storm.form === 'euler-2' ? euler(falling) : chicago(falling);
}

/** The peak at 0.3 of the duration: before it rising, after it the rest, falling. */
function euler(falling: readonly number[]): Float64Array {
  const peak = Math.floor(falling.length * 0.3);
  const before = falling.slice(0, peak + 1).reverse();
  return Float64Array.from([...before, ...falling.slice(peak + 1)]);
}

/** The peak at 0.4 of the duration; the others in turn after and before it. */
function chicago(falling: readonly number[]): Float64Array {
  const placed = new Float64Array(falling.length);
  const peak = Math.floor((falling.length - 1) * 0.4);
  let left = peak - 1;
  let right = peak + 1;
  falling.forEach((value, k) => {
    if (k === 0) placed[peak] = value;
    else if ((k % 5 < 3 && right < falling.length) || left < 0) placed[right++] = value;
    else placed[left--] = value;
  });
  return placed;
}

export function gageOf(id: string, intensityMps: Float64Array, stepS = STORM_STEP_S): RainGage {
  const timesS = Float64Array.from(intensityMps, (_, k) => k * stepS);
  return { id, timesS, intensityMps, intervalS: stepS };
}

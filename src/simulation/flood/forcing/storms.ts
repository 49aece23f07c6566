// Design storms as mass curves: depth (m) that has fallen until a time (s), so that means over any step are exact.
// Chicago: Keifer and Chu 1957 with i = a/(t + b)^c, integrated in closed form; alternating block: Chow, Maidment and
// Mays 1988 §14.4 from the same curve; SCS type II and Huff: `storm-tables.ts`, stretched to the duration.

import type { Storm } from './parts.ts';
import { integralOf } from './series.ts';
import { huffCurves, scsTypeII } from './storm-tables.ts';

export interface MassCurve {
  /** Depth fallen until `timeS`, m. */
  until(timeS: number): number;
  /** Greatest intensity, m/s. */
  readonly peakMs: number;
  /** When nothing more falls, s; Infinity for a series that doesn't end in 0. */
  readonly endS: number;
}

/** b and c of i = a/(t + b)^c: the usual curve of short heavy rain; a follows from the storm's own depth. */
export const CURVE_B_S = 600;
export const CURVE_C = 0.75;
export const DEFAULT_PEAK = 0.375;
/** Blocks of the alternating block storm. */
const BLOCK_S = 300;
const MM = 1e-3;
const MM_H = MM / 3600;

/** The storm's mass curve, beginning at 0 s. Takes a storm that `findProblems` has nothing against. */
export function toMassCurve(storm: Storm): MassCurve {
  if (storm.shape === 'series') return seriesCurve(storm.intensity);
  const { depthMm, durationS } = storm;
  const depthM = depthMm * MM;
  switch (storm.shape) {
    case 'block':
      return tableCurve([0, durationS], [0, depthM]);
    case 'chicago':
      return chicago(depthM, durationS, storm.peak ?? DEFAULT_PEAK);
    case 'alternating-block':
      return alternatingBlock(depthM, durationS, storm.peak ?? DEFAULT_PEAK);
    case 'scs-ii':
      return tableCurve(
        scsTypeII.map(([hours]) => (hours / 24) * durationS),
        scsTypeII.map(([, share]) => share * depthM),
      );
    case 'huff': {
      const curve = huffCurves[(storm.peak ?? 1) - 1] ?? [];
      return tableCurve(
        curve.map((_, k) => (k / (curve.length - 1)) * durationS),
        curve.map((share) => share * depthM),
      );
    }
  }
}

function seriesCurve(intensity: readonly (readonly [number, number])[]): MassCurve {
  const last = intensity[intensity.length - 1];
  return {
    until: (timeS) => (timeS > 0 ? integralOf(intensity, 0, timeS) * MM_H : 0),
    peakMs: intensity.reduce((most, [, value]) => Math.max(most, value), 0) * MM_H,
    endS: last && last[1] === 0 ? last[0] : Number.POSITIVE_INFINITY,
  };
}

function tableCurve(timesS: readonly number[], depthsM: readonly number[]): MassCurve {
  let peakMs = 0;
  for (let k = 1; k < timesS.length; k++) peakMs = Math.max(peakMs, slope(timesS, depthsM, k));
  const endS = timesS[timesS.length - 1] ?? 0;
  return {
    until(timeS) {
      if (timeS <= 0) return 0;
      if (timeS >= endS) return depthsM[depthsM.length - 1] ?? 0;
      const k = timesS.findIndex((time) => time > timeS);
      return (depthsM[k - 1] ?? 0) + slope(timesS, depthsM, k) * (timeS - (timesS[k - 1] ?? 0));
    },
    peakMs,
    endS,
  };
}

const slope = (x: readonly number[], y: readonly number[], k: number): number =>
  ((y[k] ?? 0) - (y[k - 1] ?? 0)) / ((x[k] ?? 0) - (x[k - 1] ?? 0));

/** Depth of the heaviest `timeS` of a storm of 1 m in `durationS`: a t/(t + b)^c. */
const heaviest = (timeS: number, durationS: number): number =>
  timeS <= 0
    ? 0
    : ((timeS / (timeS + CURVE_B_S) ** CURVE_C) * (durationS + CURVE_B_S) ** CURVE_C) / durationS;

function chicago(depthM: number, durationS: number, peak: number): MassCurve {
  const most = (timeS: number) => depthM * heaviest(timeS, durationS);
  const before = peak * durationS;
  return {
    until(timeS) {
      if (timeS <= 0) return 0;
      if (timeS >= durationS) return depthM;
      return timeS <= before
        ? peak * (depthM - (peak > 0 ? most((before - timeS) / peak) : 0))
        : peak * depthM + (1 - peak) * most((timeS - before) / (1 - peak));
    },
    // Slope of a t/(t + b)^c at 0.
    peakMs: (depthM / durationS) * (durationS / CURVE_B_S + 1) ** CURVE_C,
    endS: durationS,
  };
}

function alternatingBlock(depthM: number, durationS: number, peak: number): MassCurve {
  const count = Math.max(1, Math.round(durationS / BLOCK_S));
  const blockS = durationS / count;
  const most = (k: number) => (k >= count ? 1 : heaviest(k * blockS, durationS));
  const centre = Math.min(count - 1, Math.floor(peak * count));
  const blocks = new Float64Array(count);
  let left = centre - 1;
  let right = centre + 1;
  for (let k = 0; k < count; k++) {
    const isRight = right < count && (k % 2 === 1 || left < 0);
    const place = k === 0 ? centre : isRight ? right++ : left--;
    blocks[place] = depthM * (most(k + 1) - most(k));
  }
  const times = [0];
  const depths = [0];
  let sum = 0;
  blocks.forEach((block, k) => {
    sum += block;
    times.push((k + 1) * blockS);
    depths.push(k === count - 1 ? depthM : sum);
  });
  return tableCurve(times, depths);
}

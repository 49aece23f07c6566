// Water that the ground takes. Green–Ampt: F₁ = ½(F₀ + KΔt + √((F₀ + KΔt)² + 4KΔt(ψ + h)Δθ)), exact for the linearised
// front, no iteration (flood guide 1.3). SCS curve number: Pe = (P − Ia)²/(P − Ia + S), S = 25.4/CN − 0.254 m, Ia a share
// of S (NRCS NEH 630.10). Depths m, rates m/s.

import type { Loss } from './parts.ts';

export const MM_H = 1e-3 / 3600;

/** Water infiltrated until the end of a step that began with `infiltratedM`, ponded `depthM` deep. */
export function greenAmpt(
  loss: Extract<Loss, { kind: 'green-ampt' }>,
  infiltratedM: number,
  depthM: number,
  seconds: number,
): number {
  const conducted = loss.conductivityMmH * MM_H * seconds;
  const pulled = (loss.suctionMm * 1e-3 + depthM) * loss.deficit;
  const sum = infiltratedM + conducted;
  return (sum + Math.sqrt(sum * sum + 4 * conducted * pulled)) / 2;
}

/** Runoff (m) of rain `rainM` since the start of the storm. */
export function curveNumberRunoff(
  loss: Extract<Loss, { kind: 'curve-number' }>,
  rainM: number,
): number {
  const storageM = 25.4 / loss.number - 0.254;
  const excess = rainM - loss.initialShare * storageM;
  return excess > 0 ? (excess * excess) / (excess + storageM) : 0;
}

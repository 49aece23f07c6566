// Draws the members of an ensemble: Latin hypercube over independent log-normal factors (median 1) and normal errors
// (McKay, Beckman and Conover 1979); inverse normal after Acklam 2003 (relative error < 1.2e-9). Seeded.

import { createRandom, type Random } from '#model/random.ts';
import type { EnsembleMember, EnsembleWish } from './parts.ts';

export function drawMembers(wish: EnsembleWish): EnsembleMember[] {
  const random = createRandom(wish.seed);
  const { members } = wish;
  const inflow = strata(random.fork('inflow'), members);
  const level = strata(random.fork('level'), members);
  const breach = strata(random.fork('breach'), members);
  const roughness = strata(random.fork('roughness'), members);
  return Array.from({ length: members }, (_, k) => ({
    inflow: factorOf(wish.inflowSpread, inflow[k] ?? 0),
    levelM: wish.levelErrorM * (level[k] ?? 0),
    breach: factorOf(wish.breachSpread, breach[k] ?? 0),
    roughness: factorOf(wish.roughnessSpread, roughness[k] ?? 0),
    groundSeed: `${wish.seed}/ground/${k}`,
  }));
}

/** Log-normal with median 1 and a coefficient of variation. */
const factorOf = (spread: number, z: number): number =>
  Math.exp(Math.sqrt(Math.log(1 + spread * spread)) * z);

/** One standard normal value out of each of `count` equally likely strata, in random order. */
function strata(random: Random, count: number): number[] {
  const values = Array.from({ length: count }, (_, k) =>
    inverseNormal((k + random.next()) / count),
  );
  for (let last = count - 1; last > 0; last--) {
    const other = random.whole(0, last);
    [values[last], values[other]] = [values[other] ?? 0, values[last] ?? 0];
  }
  return values;
}

const A = [
  ...[-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2],
  ...[-3.066479806614716e1, 2.506628277459239],
];
const B = [
  ...[-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1],
  ...[-1.328068155288572e1, 1],
];
const C = [
  ...[-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734],
  ...[4.374664141464968, 2.938163982698783],
];
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];
const TAIL = 0.02425;

/** Standard normal value below which a share `p` lies, 0 < p < 1. */
export function inverseNormal(p: number): number {
  const share = Math.min(1 - 1e-12, Math.max(1e-12, p));
  if (share < TAIL) {
    const q = Math.sqrt(-2 * Math.log(share));
    return polynomial(C, q) / polynomial(D, q);
  }
  if (share > 1 - TAIL) return -inverseNormal(1 - share);
  const q = share - 0.5;
  const r = q * q;
  return (polynomial(A, r) * q) / polynomial(B, r);
}

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

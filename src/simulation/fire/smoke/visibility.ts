// How far one sees a sign through smoke. m, kg/m³ of soot.
// Source: Jin 1978, S = K/(Km·soot): K 3 for what reflects, 8 for what shines; Km 8.7 m²/g is Mulholland & Croarkin
// 2000 for flaming fires, as recalled.

import { atLeast } from './in-range.ts';

const EXTINCTION_M2_KG = 8700;
const signs = { reflecting: 3, shining: 8 } as const;

/** Clear air is cut off here: beyond, haze and not smoke decides. */
export const FARTHEST_SIGHT_M = 30_000;

/** Distance at which `sign` is still seen, at most `FARTHEST_SIGHT_M`. @throws RangeError for soot below 0. */
export function visibility(sootKgM3: number, sign: keyof typeof signs): number {
  atLeast('soot', sootKgM3, 0, 'kg/m³');
  return Math.min(FARTHEST_SIGHT_M, signs[sign] / (EXTINCTION_M2_KG * sootKgM3));
}

/** Soot at which `sign` is seen just so far, kg/m³. */
export function sootOfVisibility(distanceM: number, sign: keyof typeof signs): number {
  atLeast('sight', distanceM, 1, 'm');
  return signs[sign] / (EXTINCTION_M2_KG * distanceM);
}

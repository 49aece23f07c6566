// Wind at midflame height from wind at 20 ft (6.1 m) above vegetation: Albini & Baughman 1979 (INT-221), Andrews 2012
// (RMRS-GTR-266). m, m/s.

import { M_PER_FT } from './units.ts';

export interface Canopy {
  /** Fraction of the ground under crowns. */
  readonly cover: number;
  readonly heightM: number;
  /** Length of crown to height of tree. */
  readonly crownRatio: number;
}

const LEAST_CANOPY_FT = 6;
const LEAST_FILL = 0.05;

/** What share of the 20 ft wind reaches the flames; `canopy` left out means open land. */
export function windAdjustment(depthM: number, canopy?: Canopy): number {
  if (canopy) {
    const { cover, heightM, crownRatio } = canopy;
    if (!(cover >= 0 && cover <= 1))
      throw new RangeError(`The canopy cover is ${cover}; a fraction of 0 to 1 is expected.`);
    if (!(crownRatio >= 0 && crownRatio <= 1))
      throw new RangeError(`The crown ratio is ${crownRatio}; 0 to 1 is expected.`);
    const heightFt = heightM / M_PER_FT;
    // A third: crowns are cones.
    const fill = (crownRatio * cover) / 3;
    if (cover > 0 && fill >= LEAST_FILL && heightFt >= LEAST_CANOPY_FT)
      return 0.555 / (Math.sqrt(fill * heightFt) * profile(heightFt));
  }
  return depthM > 0 ? 1.83 / profile(depthM / M_PER_FT) : 0;
}

const profile = (heightFt: number) => Math.log((20 + 0.36 * heightFt) / (0.13 * heightFt));

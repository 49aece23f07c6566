// Storeys below ground, as a register knows them of each house: cellars by age and use, garages under great houses, few
// where the ground is so low that water stands in it. Chances are judgement.

import type { Random } from '#model/random.ts';

export interface HouseAbove {
  readonly use: string;
  readonly built: number;
  readonly storeys: number;
  /** Lowest ground about it over the vertical datum, m. */
  readonly groundM: number;
}

/** Below this, water in the ground is nearer than a cellar is deep, m. */
const WET_GROUND_M = 2.2;
/** What a cellar in wet ground costs keeps three in five from it. */
const WET_SHARE = 0.4;

export function storeysBelowGround(house: HouseAbove, random: Random): number {
  const share = house.groundM < WET_GROUND_M ? WET_SHARE : 1;
  if (!random.chance(share * chanceOf(house))) return 0;
  const isGreat = house.storeys >= 8 || house.use === 'hospital';
  const isDeep = isGreat && house.built >= 1960 && random.chance(0.6);
  return isDeep ? random.whole(2, 3) : 1;
}

function chanceOf({ use, built, storeys }: HouseAbove): number {
  if (use === 'industry' || use === 'warehouse' || use === 'logistics') return 0.08;
  if (use === 'hospital' || storeys >= 8) return 0.95;
  const isHome = use === 'residential' || use === 'mixed';
  // Cellars were usual until heating and larders no longer needed them.
  if (isHome) return built < 1990 ? 0.85 : 0.5;
  return built < 1990 ? 0.6 : 0.4;
}

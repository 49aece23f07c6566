// The feet of the buildings, from which the ground is made where no elevation model is given.

import type { ConvertedBuildings } from '#conversion/convert.ts';
import type { Footing } from '../terrain/index.ts';

/** More feet than this make no better ground. */
const MOST_FOOTINGS = 200_000;

/** The lowest point of a wide thing (a canal, a relief) says little about the ground at its middle. */
const WIDEST_FOOT_M = 150;

export function toFootings(buildings: ConvertedBuildings): Footing[] {
  const { count, longitude, latitude, groundM, radiusM } = buildings.footings;
  const stride = Math.ceil(count / MOST_FOOTINGS);
  const footings: Footing[] = [];
  for (let at = 0; at < count; at += stride) {
    if (radiusM[at]! > WIDEST_FOOT_M) continue;
    footings.push({
      longitude: longitude[at]!,
      latitude: latitude[at]!,
      groundM: groundM[at]!,
    });
  }
  return footings;
}

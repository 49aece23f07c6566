// The feet of the buildings, from which the ground is made where no elevation model is given.

import type { ConvertedBuildings } from '#conversion/convert.ts';
import type { Footing } from '../terrain/index.ts';

/** More feet than this make no better ground. */
const MOST_FOOTINGS = 200_000;

export function toFootings(buildings: ConvertedBuildings | undefined): Footing[] {
  if (!buildings) return [];
  const { count, longitude, latitude, groundM } = buildings.footings;
  const stride = Math.ceil(count / MOST_FOOTINGS);
  const footings: Footing[] = [];
  for (let at = 0; at < count; at += stride) {
    footings.push({
      longitude: longitude[at]!,
      latitude: latitude[at]!,
      groundM: groundM[at]!,
    });
  }
  return footings;
}

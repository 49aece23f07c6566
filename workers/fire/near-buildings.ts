// Buildings beside a place: those whose circle is within reach of it.

import type { TownBuildings } from '../town/read-buildings.ts';
import type { Beside, FindBuildings } from './detectors.ts';

/** A leak in a chamber finds its way into houses this far off. */
const REACH_M = 15;
const METRES_PER_DEG = 111_195;

export function createFindBuildings(town: TownBuildings): FindBuildings {
  const { longitudeDeg, latitudeDeg, radiusM, count } = town;
  return {
    byId: (id) => town.byId.get(id),
    near(atLongitude, atLatitude) {
      const perLongitude = METRES_PER_DEG * Math.cos((atLatitude * Math.PI) / 180);
      const found: Beside[] = [];
      for (let building = 0; building < count; building++) {
        const east = (longitudeDeg[building]! - atLongitude) * perLongitude;
        const north = (latitudeDeg[building]! - atLatitude) * METRES_PER_DEG;
        const distanceM = Math.max(0, Math.hypot(east, north) - radiusM[building]!);
        if (distanceM <= REACH_M) found.push({ building, distanceM });
      }
      return found;
    },
  };
}

// Where the buildings stand that burn at any time of a fire: flames are drawn on them.

import type { BurningPlaces, FireSpread } from '#features/fire/contract/spread.ts';
import type { FireTown } from '../town/read-fire-town.ts';

export function burningPlaces({ scenario, order }: FireSpread, fireTown: FireTown): BurningPlaces {
  const { buildings, plane, town, rowOf } = fireTown;
  const building = order.slice().sort();
  const rows = Array.from(building, (index) => rowOf[index] ?? 0);
  const { centreXM, centreYM, areaM2 } = town.graph;
  return {
    ...{ scenario, building },
    longitudeDeg: Float64Array.from(rows, (row) => plane.toLongitudeDeg(centreXM[row]!)),
    latitudeDeg: Float64Array.from(rows, (row) => plane.toLatitudeDeg(centreYM[row]!)),
    roofM: Float32Array.from(rows, (row) => buildings.topM[row]!),
    areaM2: Float32Array.from(rows, (row) => areaM2[row]!),
  };
}

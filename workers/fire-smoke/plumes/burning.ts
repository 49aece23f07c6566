// What burns, placed on a plane around its middle. Degrees, m, W.

import type { PlaceDeg } from '#features/fire/contract.ts';
import { offsetBetween } from '#model/near-plane.ts';
import type { TownBuildings } from '../../town/read-buildings.ts';
import type { BurningNow } from '../protocol.ts';
import type { BurningBuilding } from './clusters.ts';

export interface PlacedFires {
  /** Undefined where nothing burns. */
  readonly middle: PlaceDeg | undefined;
  readonly buildings: readonly BurningBuilding[];
}

/** Of a building without a height. */
const USUAL_HEIGHT_M = 9;
const LEAST_HEIGHT_M = 3;
const rows = new WeakMap<TownBuildings, Int32Array>();

/** Leaves out what the city's buildings don't have, and what gives off no heat. */
export function placeFires(burning: BurningNow, town: TownBuildings | undefined): PlacedFires {
  if (!town) return { middle: undefined, buildings: [] };
  const rowOf = rowsByIndex(town);
  const known = Array.from(burning.index, (index, at) => ({ at, row: rowOf[index] ?? -1 })).filter(
    ({ at, row }) => row >= 0 && burning.heatKW[at]! > 0,
  );
  const placeOf = (row: number): PlaceDeg => [town.longitudeDeg[row]!, town.latitudeDeg[row]!];
  const [first] = known;
  if (!first) return { middle: undefined, buildings: [] };
  const middle = placeOf(first.row);
  return {
    middle,
    buildings: known.map(({ at, row }) => {
      const [xM, yM] = offsetBetween(middle, placeOf(row));
      const heightM = town.topM[row]! - town.groundM[row]!;
      return {
        ...{ xM, yM, heatW: burning.heatKW[at]! * 1000, sinceS: burning.sinceS[at] ?? 0 },
        heightM: Math.max(LEAST_HEIGHT_M, Number.isFinite(heightM) ? heightM : USUAL_HEIGHT_M),
        // The radius is that of a sphere around it: a square of that diagonal.
        widthM: Math.max(LEAST_HEIGHT_M, town.radiusM[row]! * Math.SQRT2 || USUAL_HEIGHT_M),
        phase: burning.isSmouldering[at] === 1 ? 'smouldering' : 'flaming',
      };
    }),
  };
}

/** City-wide index → row; −1 for trees and bridges. */
function rowsByIndex(town: TownBuildings): Int32Array {
  const known = rows.get(town);
  if (known) return known;
  const made = new Int32Array(town.cityCount).fill(-1);
  for (let row = 0; row < town.count; row++) made[town.index[row]!] = row;
  rows.set(town, made);
  return made;
}

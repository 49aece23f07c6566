// For tests: a level square of grass with a bare strip down its middle, two houses on its west side and one on its east.

import type { PlaceDeg } from '#features/fire/contract.ts';
import { slopesOf } from '#simulation/fire/wildland/slope.ts';
import { buildingsAt } from '../town/a-town.ts';
import type { WildLand } from './land.ts';

export const side = 60;
export const cellM = 20;
/** Degrees a cell. */
const step = 0.0002;
const [west, north] = [10, 54] as const;

/** The middle of a cell. */
export const placeOf = (column: number, row: number): PlaceDeg => [
  west + (column + 0.5) * step,
  north - (row + 0.5) * step,
];

export function aLand(fuelIn: (month: number) => number = () => 101): WildLand {
  const count = side * side;
  const slopes = slopesOf(new Float32Array(count), side, cellM);
  return {
    size: { width: side, height: side, cellM },
    landIn: (month) => ({
      ...{ width: side, height: side, cellM, ...slopes, stands: new Map() },
      fuel: Uint8Array.from({ length: count }, (_, cell) => {
        const column = cell % side;
        return column === 29 || column === 30 ? 0 : fuelIn(month);
      }),
    }),
    places: {
      lattice: {
        ...{ step: 16, columns: 0, rows: 0, longitudeRad: new Float64Array() },
        ...{ latitudeRad: new Float64Array(), geoidM: new Float32Array() },
      },
      toGrid: ([longitude, latitude]) => [(longitude - west) / step, (north - latitude) / step],
      toGridLevel: (longitude, latitude, level) => [
        (longitude - west) / step,
        (north - latitude) / step,
        level,
      ],
      toGridLine: (line) => Float64Array.from(line),
      toPlace: (cell) => placeOf(cell % side, Math.floor(cell / side)),
    },
    corners: {
      northWest: [west, north],
      northEast: [west + side * step, north],
      southEast: [west + side * step, north - side * step],
      southWest: [west, north - side * step],
    },
    middle: placeOf(30, 30),
    buildings: buildingsAt([placeOf(10, 20), placeOf(28, 20), placeOf(40, 20)], {
      peopleDay: [3, 4, 5],
      peopleNight: [30, 40, 50],
    }),
  };
}

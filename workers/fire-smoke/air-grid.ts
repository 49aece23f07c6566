// The raster around what matters: a rectangle with its edges to the north, cells as wide as high. m, degrees.

import type { SmokeFrame } from '#features/fire/contract/smoke.ts';
import type { PlaceDeg, RingsDeg } from '#features/fire/contract.ts';
import { moved } from '#model/near-plane.ts';
import type { CellGrid } from '#simulation/fire/smoke/raster.ts';

export interface Box {
  readonly westM: number;
  readonly southM: number;
  readonly eastM: number;
  readonly northM: number;
}

const FINEST_M = 4;

/** Of at most `most` cells a side, around `box`, east and north of a place. */
export function gridAround({ westM, southM, eastM, northM }: Box, most: number): CellGrid {
  const stepM = Math.max(FINEST_M, eastM - westM, northM - southM) / most;
  const cellM = Math.max(FINEST_M, stepM);
  const columns = Math.min(most, Math.max(2, Math.ceil((eastM - westM) / cellM)));
  const rows = Math.min(most, Math.max(2, Math.ceil((northM - southM) / cellM)));
  return {
    ...{ columns, rows, stepXM: cellM, stepYM: -cellM },
    firstXM: (westM + eastM) / 2 - ((columns - 1) / 2) * cellM,
    firstYM: (southM + northM) / 2 + ((rows - 1) / 2) * cellM,
  };
}

/** Outer edges of the outermost cells. */
export function cornersOf(grid: CellGrid, middle: PlaceDeg): SmokeFrame['corners'] {
  const corner = (column: number, row: number) => placeOn(grid, middle, column, row);
  const { columns, rows } = grid;
  return {
    northWest: corner(0, 0),
    northEast: corner(columns, 0),
    southEast: corner(columns, rows),
    southWest: corner(0, rows),
  };
}

/** Columns and rows counted from the outer edge: 0.5, 0.5 is the middle of the first cell. */
const placeOn = (grid: CellGrid, middle: PlaceDeg, column: number, row: number): PlaceDeg =>
  moved(middle, [
    grid.firstXM + (column - 0.5) * grid.stepXM,
    grid.firstYM + (row - 0.5) * grid.stepYM,
  ]);

export const toRingsDeg = (
  grid: CellGrid,
  middle: PlaceDeg,
  rings: readonly (readonly (readonly number[])[])[],
): RingsDeg =>
  rings.map((ring) => ring.map(([column = 0, row = 0]) => placeOn(grid, middle, column, row)));

/** How far the rings reach from a place on the plane, m. */
export function farthestOf(
  grid: CellGrid,
  rings: readonly (readonly (readonly number[])[])[],
  [xM, yM]: readonly [number, number],
): number {
  let most = 0;
  for (const ring of rings) {
    for (const [column = 0, row = 0] of ring) {
      const east = grid.firstXM + (column - 0.5) * grid.stepXM - xM;
      const north = grid.firstYM + (row - 0.5) * grid.stepYM - yM;
      most = Math.max(most, Math.hypot(east, north));
    }
  }
  return most;
}

// Buildings on the grid: which cell lies in which, and what that does to beds, faces and roughness. Sills as England's
// national maps take them: 0.3 m over the ground beside the wall; n inside 0.3.

import type { FaceCrests } from './crests.ts';
import { fillRings } from './polygons.ts';

export interface PlacedFootprint {
  /** City-wide index of the building. */
  readonly index: number;
  /** Rings in grid coordinates, x, y pairs. */
  readonly rings: readonly Float64Array[];
}

export interface BuildingCells {
  /** City-wide index of the building that a cell's middle lies in; −1: none. */
  readonly buildingAt: Int32Array;
  /** Buildings that no cell's middle lies in: smaller than a cell. */
  readonly missed: readonly number[];
}

export function placeBuildings(
  footprints: Iterable<PlacedFootprint>,
  width: number,
  height: number,
): BuildingCells {
  const buildingAt = new Int32Array(width * height).fill(-1);
  const missed: number[] = [];
  for (const { index, rings } of footprints) {
    let cells = 0;
    fillRings(rings, width, height, (row, first, end) => {
      buildingAt.fill(index, row * width + first, row * width + end);
      cells += end - first;
    });
    if (cells === 0 && isInside(rings, width, height)) missed.push(index);
  }
  return { buildingAt, missed };
}

function isInside([ring]: readonly Float64Array[], width: number, height: number): boolean {
  const [x = -1, y = -1] = ring ?? [];
  return x >= 0 && x < width && y >= 0 && y < height;
}

/** A wall on every face between a building and what is not of it: the higher ground beside it plus the sill (m). */
export function raiseWalls(
  { width, height, westM, northM }: FaceCrests,
  zM: Float32Array,
  buildingAt: Int32Array,
  sillM: number,
): void {
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      const own = buildingAt[cell]!;
      if (column > 0 && buildingAt[cell - 1]! !== own) {
        const level = Math.max(zM[cell]!, zM[cell - 1]!) + sillM;
        if (level > westM[cell]!) westM[cell] = level;
      }
      if (row > 0 && buildingAt[cell - width]! !== own) {
        const level = Math.max(zM[cell]!, zM[cell - width]!) + sillM;
        if (level > northM[cell]!) northM[cell] = level;
      }
    }
  }
}

/** Beds with buildings as ground that takes no water. */
export function blockBuildings(zM: Float32Array, buildingAt: Int32Array): Float32Array {
  return zM.map((level, cell) => (buildingAt[cell]! >= 0 ? Number.NaN : level));
}

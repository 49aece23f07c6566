// How one run's water differs from another's, cell by cell on the first one's grid. Depths in m.

import type { FloodGrid } from '#simulation/flood/parts.ts';
import type { FloodGround } from '../parts.ts';
import type { FloodDifference } from '../protocol.ts';

/** Below this a cell counts as dry, as in England's map of surface water (m). */
const WET_M = 0.05;
/** A change smaller than this is none (m). */
const CHANGE_M = 0.01;

/** The depths of `other` on the grid of `ground`: the same array where the grids are the same. 0 outside. */
export function alignDepths(
  depthM: Float32Array,
  other: FloodGround,
  ground: FloodGround,
): Float32Array {
  const { width, height } = ground.grid;
  const at = (cell: number) => other.toGrid(ground.toPlace(cell));
  // Both grids lie in the city's plane, so three corners tell where every cell is.
  const [x0, y0] = at(0);
  const [x1, y1] = width > 1 ? at(width - 1) : [x0 + 1, y0];
  const [x2, y2] = height > 1 ? at((height - 1) * width) : [x0, y0 + 1];
  if (isSameGrid(other.grid, ground.grid) && Math.abs(x0 - 0.5) + Math.abs(y0 - 0.5) < 0.01) {
    return depthM;
  }
  const columns = Math.max(1, width - 1);
  const rows = Math.max(1, height - 1);
  const aligned = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const x = Math.floor(x0 + ((x1 - x0) * column) / columns + ((x2 - x0) * row) / rows);
      const y = Math.floor(y0 + ((y1 - y0) * column) / columns + ((y2 - y0) * row) / rows);
      if (x < 0 || y < 0 || x >= other.grid.width || y >= other.grid.height) continue;
      aligned[row * width + column] = depthM[y * other.grid.width + x]!;
    }
  }
  return aligned;
}

const isSameGrid = (a: FloodGrid, b: FloodGrid): boolean =>
  a.width === b.width && a.height === b.height && Math.abs(a.cellM - b.cellM) < 1e-6;

/** Run − other; NaN where both are dry. */
export function differenceMap(runM: Float32Array, otherM: Float32Array): Float32Array {
  const values = new Float32Array(runM.length);
  for (let cell = 0; cell < values.length; cell++) {
    const depth = runM[cell]!;
    const other = otherM[cell]!;
    values[cell] = depth < WET_M && other < WET_M ? Number.NaN : depth - other;
  }
  return values;
}

type Numbers = Omit<FloodDifference, 'run' | 'other' | 'timeS'>;

export function differenceNumbers(
  runM: Float32Array,
  otherM: Float32Array,
  { grid, toPlace }: FloodGround,
): Numbers {
  const area = grid.cellM ** 2;
  const counts = { run: 0, other: 0, onlyRun: 0, onlyOther: 0, deeper: 0, shallower: 0, either: 0 };
  const volume = { run: 0, other: 0 };
  let sum = 0;
  let squares = 0;
  let most = -1;
  let least = -1;
  const change = (cell: number) => runM[cell]! - otherM[cell]!;
  for (let cell = 0; cell < runM.length; cell++) {
    const isWet = runM[cell]! >= WET_M;
    const isOtherWet = otherM[cell]! >= WET_M;
    volume.run += runM[cell]!;
    volume.other += otherM[cell]!;
    if (!isWet && !isOtherWet) continue;
    const difference = change(cell);
    counts.either++;
    if (isWet) counts.run++;
    if (isOtherWet) counts.other++;
    if (!isOtherWet) counts.onlyRun++;
    if (!isWet) counts.onlyOther++;
    if (difference > CHANGE_M) counts.deeper++;
    if (difference < -CHANGE_M) counts.shallower++;
    sum += difference;
    squares += difference * difference;
    if (difference > 0 && (most < 0 || difference > change(most))) most = cell;
    if (difference < 0 && (least < 0 || difference < change(least))) least = cell;
  }
  const either = Math.max(1, counts.either);
  return {
    wetM2: [counts.run * area, counts.other * area],
    volumeM3: [volume.run * area, volume.other * area],
    onlyRunM2: counts.onlyRun * area,
    onlyOtherM2: counts.onlyOther * area,
    deeperM2: counts.deeper * area,
    shallowerM2: counts.shallower * area,
    meanM: sum / either,
    rmsM: Math.sqrt(squares / either),
    ...(most >= 0 && { most: { valueM: change(most), at: toPlace(most) } }),
    ...(least >= 0 && { least: { valueM: change(least), at: toPlace(least) } }),
  };
}

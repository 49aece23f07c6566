// Water at rest over humps that stand out of it, with walls in it: every scheme must leave it alone (Audusse et al.
// 2004). The three humps are Kawahara & Umetsu's (1986). SI.
import { createGrid, type FloodCase } from './flood-case.ts';

/** 75 × 30 m with three humps, the tallest 3 m, the water up to `levelM`. */
export function lakeWithHumps(levelM = 1, cellM = 1): FloodCase {
  const grid = createGrid(Math.round(75 / cellM), Math.round(30 / cellM), cellM, 0.04, humps);
  const depthM = grid.zM.map((z) => Math.max(0, levelM - z));
  return {
    ...{
      id: 'lake-humps',
      title: 'Lake at rest with dry humps',
      source: 'Kawahara & Umetsu 1986',
    },
    ...{ grid, durationS: 100, start: { depthM } },
    exactDepthM: () => Float64Array.from(depthM),
  };
}

function humps(x: number, y: number): number {
  const first = 1 - Math.hypot(x - 30, y - 6) / 8;
  const second = 1 - Math.hypot(x - 30, y - 24) / 8;
  const third = 3 - (3 * Math.hypot(x - 47.5, y - 15)) / 10;
  return Math.max(0, first, second, third);
}

/** The same with closed walls, walls under water, and a hole without data. */
export function lakeWithWalls(levelM = 1): FloodCase {
  const lake = lakeWithHumps(levelM);
  const { width, height } = lake.grid;
  const crestWestM = new Float32Array(width * height).fill(-Infinity);
  const crestNorthM = crestWestM.slice();
  for (let row = 4; row < height - 4; row++)
    crestWestM[row * width + 15] = row % 2 ? Infinity : 0.5;
  for (let column = 20; column < 60; column++) crestNorthM[9 * width + column] = 0.8;
  const zM = lake.grid.zM.slice();
  zM[5 * width + 5] = Number.NaN;
  const depthM = zM.map((z) => (z < levelM ? levelM - z : 0));
  return {
    ...{ ...lake, id: 'lake-walls', title: 'Lake at rest with dry humps and walls' },
    grid: { ...lake.grid, zM, crestWestM, crestNorthM },
    start: { depthM },
    exactDepthM: () => Float64Array.from(depthM),
  };
}

// Looks through a grid and its water before a run begins, so that what can't be computed is a sentence and no crash.
// Levels and depths in m, Manning's n in s/m^⅓; a cell is its row-major number.

import { FloodError, type FloodGrid } from '../parts.ts';

/** Above this a roughness is a mistake of units (s/m^⅓). */
const ROUGHEST = 10;
const HIGHEST_M = 9_000;
const DEEPEST_M = 2_000;

/** Throws `FloodError` naming column, row and value, or `RangeError` where arrays don't fit. */
export function checkInputs(grid: FloodGrid, depthM?: Float32Array): void {
  const { width, height, cellM, zM, manning } = grid;
  const cells = width * height;
  if (!(cellM > 0)) throw new RangeError(`Cells are ${cellM} m wide, expected more than 0.`);
  const lengths: readonly (readonly [string, Float32Array | undefined])[] = [
    ['bed levels', zM],
    ['roughnesses', manning],
    ['crests on west faces', grid.crestWestM],
    ['crests on north faces', grid.crestNorthM],
    ['depths', depthM],
  ];
  for (const [name, array] of lengths) {
    if (array && array.length !== cells) {
      throw new RangeError(
        `The grid has ${width} × ${height} cells, but ${array.length} ${name} came.`,
      );
    }
  }
  let hasGround = false;
  for (let cell = 0; cell < cells; cell++) {
    const level = zM[cell]!;
    // NaN is a hole: no water goes there.
    if (Number.isNaN(level)) continue;
    hasGround = true;
    if (!(Math.abs(level) <= HIGHEST_M)) {
      fail(grid, cell, level, `a bed level of ${level} m, expected at most ${HIGHEST_M} m`);
    }
    const roughness = manning[cell]!;
    if (!(roughness >= 0 && roughness <= ROUGHEST)) {
      fail(grid, cell, roughness, `a roughness of ${roughness} s/m^⅓, expected 0–${ROUGHEST}`);
    }
    const depth = depthM ? depthM[cell]! : 0;
    if (!(depth >= 0 && depth <= DEEPEST_M)) {
      fail(grid, cell, depth, `a depth of ${depth} m at the start, expected 0–${DEEPEST_M}`);
    }
    for (const crests of [grid.crestWestM, grid.crestNorthM]) {
      if (crests && Number.isNaN(crests[cell]!)) {
        fail(grid, cell, Number.NaN, 'a crest that is no number');
      }
    }
  }
  if (!hasGround) throw new RangeError('No cell of the grid has a bed level.');
}

function fail({ width }: FloodGrid, cell: number, value: number, what: string): never {
  const where = `column ${cell % width}, row ${Math.floor(cell / width)}`;
  throw new FloodError(`Cell ${cell} (${where}) has ${what}.`, cell, value);
}

// Where a raster is at or above levels, as rings over its cells. Rings are cut where the logarithm of the values is: smoke
// thins by factors, not by differences.

import { contours } from 'd3-contour';
import type { CellGrid } from '#simulation/fire/smoke/raster.ts';

/** Columns and rows from the outer edge of the raster; closed, the last point as the first. */
export type CellRing = readonly (readonly number[])[];

const NOTHING_LN = -80;

/** Once a raster, for all levels that are asked of it. */
export function createIsoLines(raster: Float32Array, { columns, rows }: CellGrid) {
  let most = Number.NEGATIVE_INFINITY;
  const logs = Array.from(raster, (value) => {
    const log = value > 0 ? Math.max(NOTHING_LN, Math.log(value)) : NOTHING_LN;
    if (log > most) most = log;
    return log;
  });
  const contour = contours().size([columns, rows]).smooth(true);
  return {
    /** Empty where the level is nowhere reached, or isn't above 0. */
    ringsAt(level: number): readonly CellRing[] {
      const log = Math.log(level);
      if (!(log <= most)) return [];
      return contour.contour(logs, Math.max(NOTHING_LN + 1, log)).coordinates.flat();
    },
    /** Whether the level is reached at the edge of the raster, so that it goes on beyond. */
    isCutAt(level: number): boolean {
      const log = Math.log(level);
      for (let column = 0; column < columns; column++) {
        if (logs[column]! >= log || logs[(rows - 1) * columns + column]! >= log) return true;
      }
      for (let row = 0; row < rows; row++) {
        if (logs[row * columns]! >= log || logs[(row + 1) * columns - 1]! >= log) return true;
      }
      return false;
    },
  };
}

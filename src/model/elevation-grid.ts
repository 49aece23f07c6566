// A raster of ground heights in its own CRS, as surveyed: row-major from the north-west corner, metres in the
// vertical CRS, NaN where nothing is known. x counts east and y north whatever the CRS's axis order.

import type { CompoundCrs } from './crs.ts';

export interface ElevationGrid {
  readonly width: number;
  readonly height: number;
  /** West edge of the first column and north edge of the first row, in units of the CRS. */
  readonly west: number;
  readonly north: number;
  /** Size of a cell along x and y, in units of the CRS; both positive. */
  readonly cellX: number;
  readonly cellY: number;
  readonly crs: CompoundCrs;
  /** When it was surveyed, where the file says: `2025-03-14`, `2025`, `2025-02/2025-04`. */
  readonly surveyed?: string;
  readonly heightsM: Float32Array;
}

/**
 * Height (m) at x, y: bilinear between the centres of the four cells around, over those that are known. NaN
 * outside the grid and where the cell that holds the point is unknown.
 */
export function sampleElevation(grid: ElevationGrid, x: number, y: number): number {
  const { width, height, heightsM } = grid;
  const column = (x - grid.west) / grid.cellX;
  const row = (grid.north - y) / grid.cellY;
  if (!(column >= 0 && column <= width && row >= 0 && row <= height)) return Number.NaN;
  const own =
    Math.min(Math.floor(row), height - 1) * width + Math.min(Math.floor(column), width - 1);
  if (Number.isNaN(heightsM[own]!)) return Number.NaN;

  const u = Math.min(Math.max(column - 0.5, 0), width - 1);
  const v = Math.min(Math.max(row - 0.5, 0), height - 1);
  const left = Math.floor(u);
  const top = Math.floor(v);
  const right = left + 1 < width ? left + 1 : left;
  const bottom = top + 1 < height ? top + 1 : top;
  const a = heightsM[top * width + left]!;
  const b = heightsM[top * width + right]!;
  const c = heightsM[bottom * width + left]!;
  const d = heightsM[bottom * width + right]!;
  const s = u - left;
  const t = v - top;
  const all = (1 - t) * ((1 - s) * a + s * b) + t * ((1 - s) * c + s * d);
  return Number.isNaN(all) ? overKnown(a, b, c, d, s, t) : all;
}

function overKnown(a: number, b: number, c: number, d: number, s: number, t: number): number {
  let sum = 0;
  let weights = 0;
  const add = (value: number, weight: number) => {
    if (Number.isNaN(value)) return;
    sum += value * weight;
    weights += weight;
  };
  add(a, (1 - s) * (1 - t));
  add(b, s * (1 - t));
  add(c, (1 - s) * t);
  add(d, s * t);
  return sum / weights;
}

/** Least and greatest known height, m; undefined where nothing is known. */
export function elevationRange({ heightsM }: ElevationGrid): [number, number] | undefined {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const height of heightsM) {
    if (height < least) least = height;
    if (height > greatest) greatest = height;
  }
  return least <= greatest ? [least, greatest] : undefined;
}

/**
 * Puts grids of the same CRS and cell size whose cells line up into one; where they overlap the first that
 * knows a cell wins. Undefined where they don't fit, or one grid would be mostly void.
 */
export function mergeElevation(grids: readonly ElevationGrid[]): ElevationGrid | undefined {
  const [first] = grids;
  if (!first || grids.length === 1) return first;
  if (!grids.every((grid) => isAligned(first, grid))) return undefined;
  const west = Math.min(...grids.map((grid) => grid.west));
  const north = Math.max(...grids.map((grid) => grid.north));
  const toColumn = (x: number) => Math.round((x - west) / first.cellX);
  const toRow = (y: number) => Math.round((north - y) / first.cellY);
  const width = Math.max(...grids.map((grid) => toColumn(grid.west) + grid.width));
  const height = Math.max(...grids.map((grid) => toRow(grid.north) + grid.height));
  const cells = grids.reduce((sum, grid) => sum + grid.width * grid.height, 0);
  if (width * height > 3 * cells) return undefined;
  const heightsM = new Float32Array(width * height).fill(Number.NaN);
  for (const grid of grids) {
    const start = toRow(grid.north) * width + toColumn(grid.west);
    for (let row = 0; row < grid.height; row++) {
      for (let column = 0; column < grid.width; column++) {
        const at = start + row * width + column;
        if (Number.isNaN(heightsM[at]!)) heightsM[at] = grid.heightsM[row * grid.width + column]!;
      }
    }
  }
  return { ...first, width, height, west, north, heightsM };
}

function isAligned(a: ElevationGrid, b: ElevationGrid): boolean {
  const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 0.01;
  return (
    a.crs.horizontal.code === b.crs.horizontal.code &&
    a.crs.vertical.code === b.crs.vertical.code &&
    Math.abs(a.cellX / b.cellX - 1) < 1e-6 &&
    Math.abs(a.cellY / b.cellY - 1) < 1e-6 &&
    isWhole((a.west - b.west) / a.cellX) &&
    isWhole((a.north - b.north) / a.cellY)
  );
}

// Where the cells of a raster in any projection lie on the Earth: a coarse lattice of nodes, bilinear between them.
// Longitudes and latitudes WGS 84, rad; columns count east and rows south from the north-west corner, in cells.

import { type Radians, radians } from './units.ts';

export interface GridLattice {
  /** Cells between two nodes. */
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  readonly longitudeRad: Float64Array;
  readonly latitudeRad: Float64Array;
  /** What is added to a level to get a height above the ellipsoid, m. */
  readonly geoidM: Float32Array;
}

export interface LatticePlace {
  readonly longitude: Radians;
  readonly latitude: Radians;
  readonly geoidM: number;
}

/** Where a point of the raster lies, `column` and `row` in cells with fractions; goes on in line beyond the lattice. */
export function placeOnLattice(lattice: GridLattice, column: number, row: number): LatticePlace {
  const { step, columns, longitudeRad, latitudeRad, geoidM } = lattice;
  const x = column / step;
  const y = row / step;
  const west = pieceAt(x, columns);
  const north = pieceAt(y, lattice.rows);
  const [s, t] = [x - west, y - north];
  const at = north * columns + west;
  const mix = (of: Float64Array | Float32Array) =>
    (1 - t) * ((1 - s) * of[at]! + s * of[at + 1]!) +
    t * ((1 - s) * of[at + columns]! + s * of[at + columns + 1]!);
  return {
    longitude: radians(mix(longitudeRad)),
    latitude: radians(mix(latitudeRad)),
    geoidM: mix(geoidM),
  };
}

/** The point of the raster at a place, by Newton's steps on the lattice's piece; undefined outside the lattice. */
export function pointOfLattice(
  lattice: GridLattice,
  longitude: number,
  latitude: number,
): { readonly column: number; readonly row: number } | undefined {
  const { step, columns, rows, longitudeRad, latitudeRad } = lattice;
  let x = (columns - 1) / 2;
  let y = (rows - 1) / 2;
  for (let turn = 0; turn < 12; turn++) {
    const west = pieceAt(x, columns);
    const north = pieceAt(y, rows);
    const [s, t] = [x - west, y - north];
    const at = north * columns + west;
    const slopes = (of: Float64Array) => {
      const [a, b] = [of[at]!, of[at + 1]!];
      const [c, d] = [of[at + columns]!, of[at + columns + 1]!];
      const value = (1 - t) * ((1 - s) * a + s * b) + t * ((1 - s) * c + s * d);
      return { value, x: (1 - t) * (b - a) + t * (d - c), y: (1 - s) * (c - a) + s * (d - b) };
    };
    const lon = slopes(longitudeRad);
    const lat = slopes(latitudeRad);
    const size = lon.x * lat.y - lon.y * lat.x;
    if (!(Math.abs(size) > 0)) return undefined;
    const [east, north_] = [longitude - lon.value, latitude - lat.value];
    const stepX = (east * lat.y - north_ * lon.y) / size;
    const stepY = (north_ * lon.x - east * lat.x) / size;
    x += stepX;
    y += stepY;
    if (Math.abs(stepX) + Math.abs(stepY) < 1e-9) break;
  }
  const isInside = x >= 0 && y >= 0 && x <= columns - 1 && y <= rows - 1;
  return isInside ? { column: x * step, row: y * step } : undefined;
}

/** The first node of the piece that holds `at`, or of the nearest one. */
const pieceAt = (at: number, nodes: number) =>
  Math.min(Math.max(Math.floor(at), 0), Math.max(0, nodes - 2));

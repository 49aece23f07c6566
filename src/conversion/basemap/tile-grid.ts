// The square grid of Web Mercator tiles (EPSG:3857): 2^z by 2^z tiles, row 0 in the north.

import { tileIdToZxy, zxyToTileId } from 'pmtiles';

/** Mercator stops here, deg. */
const GREATEST_LATITUDE = 85.0511287798;

/** Columns and rows, as fractions, of a position in degrees at level `z`. */
export function toTile(longitudeDeg: number, latitudeDeg: number, z: number): [number, number] {
  const latitude = Math.max(-GREATEST_LATITUDE, Math.min(GREATEST_LATITUDE, latitudeDeg));
  const sine = Math.sin((latitude * Math.PI) / 180);
  const size = 2 ** z;
  return [
    ((longitudeDeg + 180) / 360) * size,
    (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  ];
}

/** Longitude, latitude in degrees of a fractional column and row at level `z`. */
export function fromTile(column: number, row: number, z: number): [number, number] {
  const size = 2 ** z;
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / size)));
  return [(column / size) * 360 - 180, (latitude * 180) / Math.PI];
}

/** Every tile of level `z` that the bounds (west, south, east, north in degrees) touch, in the order of Hilbert ids. */
export function tilesWithin(
  [west, south, east, north]: readonly [number, number, number, number],
  z: number,
): (readonly [z: number, x: number, y: number])[] {
  const last = 2 ** z - 1;
  const clamp = (value: number) => Math.max(0, Math.min(last, Math.floor(value)));
  const [left, top] = toTile(west, north, z).map(clamp) as [number, number];
  const [right, bottom] = toTile(east, south, z).map(clamp) as [number, number];
  const ids: number[] = [];
  for (let x = left; x <= right; x++) {
    for (let y = top; y <= bottom; y++) ids.push(zxyToTileId(z, x, y));
  }
  return ids.sort((a, b) => a - b).map((id) => tileIdToZxy(id));
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

export function union(a: Bounds | undefined, b: Bounds): Bounds {
  if (!a) return b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** What both cover; undefined where they don't meet. */
export function intersection(a: Bounds, b: Bounds): Bounds | undefined {
  const west = Math.max(a[0], b[0]);
  const south = Math.max(a[1], b[1]);
  const east = Math.min(a[2], b[2]);
  const north = Math.min(a[3], b[3]);
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}

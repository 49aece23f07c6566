// Where a tile of a raster lies: its corners about its middle, so that 32-bit numbers hold them to the millimetre.

import { type GridLattice, placeOnLattice } from '#model/grid-lattice.ts';
import { type Ecef, toEcef, WGS84_A } from '#model/position.ts';
import { metres } from '#model/units.ts';
import { FLOOD_TILE } from './flood-format.ts';

type Vector = readonly [number, number, number];

export interface TileFrame {
  readonly middle: Ecef;
  /** From the middle, Earth's axes, m. */
  readonly northWest: Vector;
  readonly northEast: Vector;
  readonly southWest: Vector;
  readonly southEast: Vector;
  readonly up: Vector;
  /** How much the Earth bulges above a straight side, times 4: along columns and along rows, m. */
  readonly bulge: readonly [number, number];
  /** To a corner, m. */
  readonly radiusM: number;
}

/** Of the tile whose first cell is `column`, `row`, its corners at the level `baseM`. */
export function frameOfTile(
  lattice: GridLattice,
  column: number,
  row: number,
  baseM: number,
): TileFrame {
  const at = (x: number, y: number) => {
    const { longitude, latitude, geoidM } = placeOnLattice(lattice, column + x, row + y);
    return toEcef({ longitude, latitude, height: metres(baseM + geoidM) });
  };
  const middle = at(FLOOD_TILE / 2, FLOOD_TILE / 2);
  const from = ({ x, y, z }: Ecef): Vector => [x - middle.x, y - middle.y, z - middle.z];
  const northWest = from(at(0, 0));
  const northEast = from(at(FLOOD_TILE, 0));
  const southWest = from(at(0, FLOOD_TILE));
  const southEast = from(at(FLOOD_TILE, FLOOD_TILE));
  const place = placeOnLattice(lattice, column + FLOOD_TILE / 2, row + FLOOD_TILE / 2);
  const [cosLat, sinLat] = [Math.cos(place.latitude), Math.sin(place.latitude)];
  const up: Vector = [
    cosLat * Math.cos(place.longitude),
    cosLat * Math.sin(place.longitude),
    sinLat,
  ];
  const bulgeOf = (a: Vector, b: Vector) =>
    Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]) ** 2 / (2 * WGS84_A);
  return {
    middle,
    northWest,
    northEast,
    southWest,
    southEast,
    up,
    bulge: [bulgeOf(northWest, northEast), bulgeOf(northWest, southWest)],
    radiusM: Math.max(Math.hypot(...northWest), Math.hypot(...southEast)),
  };
}

// The geographic tile scheme of terrain tiles (EPSG:4326, TMS): 2 × 1 tiles at level 0, y from the south.

import type { BoxRad } from './box.ts';

/** Cells along a side of a tile; its nodes are one more. */
export const TILE_CELLS = 128;
export const TILE_NODES = TILE_CELLS + 1;

export interface TileKey {
  readonly level: number;
  readonly x: number;
  readonly y: number;
}

/** Side of a tile, rad. */
export const tileSize = (level: number): number => Math.PI / 2 ** level;

/** Longitude (rad) of a node counted from the antimeridian: tiles that share it get the same number. */
export const nodeLongitude = (level: number, node: number): number =>
  (node * tileSize(level)) / TILE_CELLS - Math.PI;

/** Latitude (rad) of a node counted from the south pole. */
export const nodeLatitude = (level: number, node: number): number =>
  (node * tileSize(level)) / TILE_CELLS - Math.PI / 2;

const EARTH_M = 6378137;

/** Distance of nodes from south to north, m. */
export const nodeSpacingM = (level: number): number => (tileSize(level) / TILE_CELLS) * EARTH_M;

/** The level whose nodes lie about `cellM` apart, at most 1.41 times as far. */
export const levelForCell = (cellM: number): number =>
  Math.max(0, Math.round(Math.log2((Math.PI * EARTH_M) / (TILE_CELLS * cellM))));

/** What Cesium takes for the geometric error of a level when it decides what to draw, m. */
export const assumedErrorM = (level: number): number =>
  (EARTH_M * 2 * Math.PI * 0.25) / (65 * 2) / 2 ** level;

/** First and last column and row of the tiles that a box touches. */
export interface TileRange {
  readonly startX: number;
  readonly startY: number;
  readonly endX: number;
  readonly endY: number;
}

export function tilesTouching([west, south, east, north]: BoxRad, level: number): TileRange {
  const size = tileSize(level);
  const clamp = (value: number, last: number) => Math.min(Math.max(value, 0), last);
  const lastX = 2 ** (level + 1) - 1;
  const lastY = 2 ** level - 1;
  return {
    startX: clamp(Math.floor((west + Math.PI) / size), lastX),
    startY: clamp(Math.floor((south + Math.PI / 2) / size), lastY),
    endX: clamp(Math.ceil((east + Math.PI) / size) - 1, lastX),
    endY: clamp(Math.ceil((north + Math.PI / 2) / size) - 1, lastY),
  };
}

// What the surface of a flood is made of: a raster on the Earth, and the water on it tile by tile.

import type { GridLattice } from '#model/grid-lattice.ts';

/** Side of a tile, cells. */
export const FLOOD_TILE = 64;
export const TILE_CELLS = FLOOD_TILE * FLOOD_TILE;

/** Shallower water is not drawn, m: puddles of a cell's rounding say nothing. */
export const LEAST_DEPTH_M = 0.05;
/** A cell is wet from this depth on, mm: thinner films give no level to their neighbours. */
export const FILM_MM = 10;

export interface FloodRaster {
  readonly width: number;
  readonly height: number;
  readonly cellM: number;
  /** Bed levels, row-major from the north-west; NaN: no data. */
  readonly zM: Float32Array;
  readonly lattice: GridLattice;
}

/** All that is wet, TILE_CELLS values a tile, tiles counted row-major from the north-west; the rest is dry. */
export interface FloodWater {
  readonly tiles: Uint32Array;
  readonly depthMm: Uint16Array;
  /** East and north, cm/s. */
  readonly uCms: Int16Array;
  readonly vCms: Int16Array;
}

export const tilesAcross = (cells: number) => Math.ceil(cells / FLOOD_TILE);

/** What is coloured: the water that is there, or a raster beside it. */
export const floodQuantities = ['depth', 'speed', 'hazard-uk', 'hazard-aidr', 'map'] as const;
export type FloodQuantity = (typeof floodQuantities)[number];

/** Most borders between classes. */
export const MOST_BREAKS = 8;

export interface FloodPaint {
  readonly quantity: FloodQuantity;
  /** At most MOST_BREAKS, rising; one colour (sRGB, 0xRRGGBB) more. */
  readonly breaks: readonly number[];
  readonly colours: readonly number[];
  /** Magnitudes below it are not drawn in a map. */
  readonly least: number;
  /** Debris factor of the UK rating: up to 0.25 m, up to 0.75 m, up to 0.25 m above 2 m/s, deeper or faster. */
  readonly debris: readonly [number, number, number, number];
}

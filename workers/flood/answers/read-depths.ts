// Kept frames as rasters and at single cells.

import { type FloodFrame, FRAME_TILE } from '#features/flood/contract.ts';
import { tileColumns } from '../run/quantise.ts';
import { TILE_CELLS } from '../run/tile-codec.ts';

/** Tells each cell that the frame's tiles hold, with its place in their arrays. */
export function readFrame(
  { tiles }: FloodFrame,
  width: number,
  height: number,
  read: (cell: number, from: number) => void,
): void {
  const columns = tileColumns(width);
  for (const [at, tile] of tiles.entries()) {
    const x0 = (tile % columns) * FRAME_TILE;
    const y0 = Math.floor(tile / columns) * FRAME_TILE;
    const x1 = Math.min(width, x0 + FRAME_TILE);
    const y1 = Math.min(height, y0 + FRAME_TILE);
    for (let y = y0; y < y1; y++) {
      let from = at * TILE_CELLS + (y - y0) * FRAME_TILE;
      for (let cell = y * width + x0; cell < y * width + x1; cell++, from++) read(cell, from);
    }
  }
}

/** Depth (m) of every cell. */
export function toDepths(frame: FloodFrame, width: number, height: number): Float32Array {
  const depthM = new Float32Array(width * height);
  readFrame(frame, width, height, (cell, from) => {
    depthM[cell] = frame.depthMm[from]! / 1000;
  });
  return depthM;
}

/** Tile of a row-major cell and its place in the tile. */
export function placeInTile(cell: number, width: number): { tile: number; at: number } {
  const x = cell % width;
  const y = Math.floor(cell / width);
  const tile = Math.floor(y / FRAME_TILE) * tileColumns(width) + Math.floor(x / FRAME_TILE);
  return { tile, at: (y % FRAME_TILE) * FRAME_TILE + (x % FRAME_TILE) };
}

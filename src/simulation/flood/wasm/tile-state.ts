// What the kernels know of each tile, found again where the host changed the water.

import type { KernelMemory } from './kernel-memory.ts';
import { offsetOf, type Shape, TILE_COLUMNS, TILE_ROWS } from './layout.ts';

/** In assembly/tiles.ts: something could flow in it a step ago, so it works once more. */
const WANTED = 1;

/** The deepest of every tile; all tiles work in the next step. */
export function refreshTiles(kernel: KernelMemory, shape: Shape): void {
  for (let row = 0; row < shape.tileRows; row++) {
    for (let column = 0; column < shape.tileColumns; column++) findMost(kernel, shape, row, column);
  }
  const { u8 } = kernel.now();
  const line = shape.tileColumns + 2;
  for (let row = 0; row < shape.tileRows; row++) {
    for (let column = 0; column < shape.tileColumns; column++) {
      const at = kernel.at('TILE_WET') + (row + 1) * line + column + 1;
      u8[at] = u8[at]! | WANTED;
    }
  }
}

/** The deepest of the tile of one cell. */
export function refreshTileOf(kernel: KernelMemory, shape: Shape, cell: number): void {
  const row = Math.floor(Math.floor(cell / shape.width) / TILE_ROWS);
  findMost(kernel, shape, row, Math.floor((cell % shape.width) / TILE_COLUMNS));
}

function findMost(kernel: KernelMemory, shape: Shape, tileRow: number, tileColumn: number): void {
  const { f32 } = kernel.now();
  let deepest = 0;
  for (let y = 0; y < TILE_ROWS; y++) {
    const offset = offsetOf(shape, tileRow * TILE_ROWS + y, tileColumn * TILE_COLUMNS);
    const start = (kernel.at('DEPTH') + offset) / 4;
    for (let at = start; at < start + TILE_COLUMNS; at++) {
      if (f32[at]! > deepest) deepest = f32[at]!;
    }
  }
  const most = kernel.at('TILE_MOST') / 4 + (tileRow * shape.tileColumns + tileColumn) * 4;
  f32.fill(0, most, most + 4);
  f32[most] = deepest;
}

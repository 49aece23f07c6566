// From the state of a solver to a frame: depth in mm, velocity in cm/s, in tiles of 64² cells that are wet.

import { type FloodFrame, FRAME_TILE } from '#features/flood/contract.ts';
import type { FloodState } from '#simulation/flood/parts.ts';
import { TILE_CELLS } from './tile-codec.ts';

export interface FrameShape {
  readonly run: string;
  readonly width: number;
  readonly height: number;
}

/** What rounds to a millimetre. */
const WET_M = 0.0005;

export const tileColumns = (width: number): number => Math.ceil(width / FRAME_TILE);

/** All tiles that are wet, and those of `before` as dry ones, once. */
export function quantise(
  { run, width, height }: FrameShape,
  state: FloodState,
  before: ReadonlySet<number>,
): { readonly frame: FloodFrame; readonly wet: ReadonlySet<number> } {
  const wet = findWetTiles(state.depthM, width, height);
  const all = new Set(wet);
  for (const tile of before) all.add(tile);
  const tiles = Uint32Array.from(all).sort();
  const frame: FloodFrame = {
    run,
    timeS: state.timeS,
    tiles,
    depthMm: new Uint16Array(tiles.length * TILE_CELLS),
    uCms: new Int16Array(tiles.length * TILE_CELLS),
    vCms: new Int16Array(tiles.length * TILE_CELLS),
  };
  for (let at = 0; at < tiles.length; at++) {
    if (wet.has(tiles[at]!)) fillTile(frame, at, state, width, height);
  }
  return { frame, wet };
}

function findWetTiles(depthM: Float32Array, width: number, height: number): Set<number> {
  const columns = tileColumns(width);
  const rows = Math.ceil(height / FRAME_TILE);
  const wet = new Set<number>();
  for (let tile = 0; tile < columns * rows; tile++) {
    const x0 = (tile % columns) * FRAME_TILE;
    const y0 = Math.floor(tile / columns) * FRAME_TILE;
    const x1 = Math.min(width, x0 + FRAME_TILE);
    const y1 = Math.min(height, y0 + FRAME_TILE);
    if (isWet(depthM, width, x0, y0, x1, y1)) wet.add(tile);
  }
  return wet;
}

function isWet(
  depthM: Float32Array,
  width: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): boolean {
  for (let y = y0; y < y1; y++) {
    const end = y * width + x1;
    for (let cell = y * width + x0; cell < end; cell++) {
      if (depthM[cell]! >= WET_M) return true;
    }
  }
  return false;
}

function fillTile(
  frame: FloodFrame,
  at: number,
  { depthM, uMs, vMs }: FloodState,
  width: number,
  height: number,
): void {
  const { depthMm, uCms, vCms } = frame;
  const columns = tileColumns(width);
  const tile = frame.tiles[at]!;
  const x0 = (tile % columns) * FRAME_TILE;
  const y0 = Math.floor(tile / columns) * FRAME_TILE;
  const x1 = Math.min(width, x0 + FRAME_TILE);
  const y1 = Math.min(height, y0 + FRAME_TILE);
  for (let y = y0; y < y1; y++) {
    let to = at * TILE_CELLS + (y - y0) * FRAME_TILE;
    for (let cell = y * width + x0; cell < y * width + x1; cell++, to++) {
      const depth = depthM[cell]!;
      if (!(depth >= WET_M)) continue;
      depthMm[to] = Math.min(65_535, Math.round(depth * 1000));
      uCms[to] = toCms(uMs[cell]!);
      vCms[to] = toCms(vMs[cell]!);
    }
  }
}

const toCms = (speedMs: number): number =>
  Math.max(-32_767, Math.min(32_767, Math.round(speedMs * 100)));

// What the water does at one place: for inspectors and marks on the globe.

import { type FloodFrame, type FloodPlace, FRAME_TILE } from '../contract.ts';

export interface WaterAt {
  readonly depthM: number;
  /** In the vertical reference system of the city, m; of the ground where it is dry. */
  readonly levelM: number;
  readonly speedMs: number;
  readonly uMs: number;
  readonly vMs: number;
}

const TILE_CELLS = FRAME_TILE * FRAME_TILE;

/** Of a row-major cell; undefined where the grid has no data. */
export function waterAt(
  { width, zM }: Pick<FloodPlace, 'width' | 'zM'>,
  frame: FloodFrame | undefined,
  cell: number,
): WaterAt | undefined {
  const groundM = zM[cell];
  if (groundM === undefined || Number.isNaN(groundM)) return undefined;
  const row = Math.floor(cell / width);
  const column = cell - row * width;
  const across = Math.ceil(width / FRAME_TILE);
  const tile = Math.floor(row / FRAME_TILE) * across + Math.floor(column / FRAME_TILE);
  const number = frame ? frame.tiles.indexOf(tile) : -1;
  if (!frame || number < 0) return { depthM: 0, levelM: groundM, speedMs: 0, uMs: 0, vMs: 0 };
  const at = number * TILE_CELLS + (row % FRAME_TILE) * FRAME_TILE + (column % FRAME_TILE);
  const depthM = (frame.depthMm[at] ?? 0) / 1000;
  const uMs = (frame.uCms[at] ?? 0) / 100;
  const vMs = (frame.vCms[at] ?? 0) / 100;
  return { depthM, levelM: groundM + depthM, speedMs: Math.hypot(uMs, vMs), uMs, vMs };
}

// Bed (m), roughness (s/m^⅓) and crests (m) with a ring of one closed cell around the grid, so that no sweep asks
// whether a neighbour is there. Cell (column, row) lies at (row + 1) · stride + column + 1.
import type { FloodGrid } from '../parts.ts';
import { CLOSED_BED_M } from './physics.ts';

export type Reals = Float32Array | Float64Array;

export interface PaddedGround<Values extends Reals = Reals> {
  readonly width: number;
  readonly height: number;
  readonly stride: number;
  /** Length of a padded raster. */
  readonly size: number;
  readonly cellM: number;
  readonly zM: Values;
  readonly manning: Values;
  /** Both or none; made when the first crest is set. */
  crestWestM: Values | undefined;
  crestNorthM: Values | undefined;
  readonly create: (length: number) => Values;
}

export function toPaddedGround<Values extends Reals>(
  grid: FloodGrid,
  create: (length: number) => Values,
): PaddedGround<Values> {
  const { width, height, cellM } = grid;
  const stride = width + 2;
  const size = stride * (height + 2);
  const ground: PaddedGround<Values> = {
    ...{ width, height, stride, size, cellM, create },
    zM: create(size),
    manning: create(size),
    crestWestM: undefined,
    crestNorthM: undefined,
  };
  ground.zM.fill(CLOSED_BED_M);
  for (let cell = 0; cell < width * height; cell++) {
    const at = paddedIndex(ground, cell);
    setBedAt(ground, at, grid.zM[cell]!);
    ground.manning[at] = Number.isNaN(grid.zM[cell]!) ? 0 : grid.manning[cell]!;
  }
  if (grid.crestWestM || grid.crestNorthM) makeCrests(ground);
  for (let cell = 0; cell < width * height; cell++) {
    const at = paddedIndex(ground, cell);
    if (grid.crestWestM) ground.crestWestM![at] = grid.crestWestM[cell]!;
    if (grid.crestNorthM) ground.crestNorthM![at] = grid.crestNorthM[cell]!;
  }
  return ground;
}

export function setBedAt(ground: PaddedGround, at: number, zM: number): void {
  ground.zM[at] = Number.isNaN(zM) ? CLOSED_BED_M : zM;
}

export function makeCrests(ground: PaddedGround): void {
  ground.crestWestM ??= ground.create(ground.size).fill(-Infinity);
  ground.crestNorthM ??= ground.create(ground.size).fill(-Infinity);
}

export const paddedIndex = ({ width, stride }: PaddedGround, cell: number): number =>
  (Math.floor(cell / width) + 1) * stride + (cell % width) + 1;

/** Row-major cell of a padded index inside the grid. */
export const cellOf = ({ width, stride }: PaddedGround, at: number): number =>
  (Math.floor(at / stride) - 1) * width + (at % stride) - 1;

export const hasData = ({ zM }: PaddedGround, at: number): boolean => zM[at]! < CLOSED_BED_M / 2;

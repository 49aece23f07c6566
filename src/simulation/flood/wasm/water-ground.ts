// The ground of shallow water as its kernel reads it, per cell: how far its bed stands above that of the cell west and
// north of it, its limited slope in both directions (m across the cell; NaN where the scheme is of first order, beside
// what is closed or walled), the crests of its west and north face above the bed beyond, and g·n².

import { GRAVITY } from '../reference/physics.ts';
import type { Ground } from './ground.ts';
import type { KernelMemory } from './kernel-memory.ts';
import { type BlockName, offsetOf, type Shape } from './layout.ts';

const CLOSED = 1e30;
const NO_CREST = -1e30;

const blocksOfGround = [
  ...(['RISE_X', 'RISE_Y', 'LEAN_X', 'LEAN_Y', 'CREST_X', 'CREST_Y', 'ROUGHNESS'] as const),
] satisfies readonly BlockName[];

export function writeWaterGround(kernel: KernelMemory, shape: Shape, ground: Ground): void {
  const writer = toWriter(kernel, shape, ground);
  for (const name of blocksOfGround) kernel.floats(name).fill(0);
  for (const name of ['CREST_X', 'CREST_Y'] as const) kernel.floats(name).fill(CLOSED);
  for (const name of ['LEAN_X', 'LEAN_Y'] as const) kernel.floats(name).fill(Number.NaN);
  const { width, height } = ground;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      writer.writeFaces(row, column);
      writer.writeSlopes(row, column);
    }
  }
}

/** What depends on one cell: its faces and those beyond, the slopes of it and of the four around. */
export function writeWaterCell(
  kernel: KernelMemory,
  shape: Shape,
  ground: Ground,
  cell: number,
): void {
  const writer = toWriter(kernel, shape, ground);
  const row = Math.floor(cell / ground.width);
  const column = cell % ground.width;
  for (const [r, c] of [
    [row, column],
    [row, column + 1],
    [row + 1, column],
    [row, column - 1],
    [row - 1, column],
  ] as const) {
    if (r < 0 || c < 0 || r >= ground.height || c >= ground.width) continue;
    writer.writeFaces(r, c);
    writer.writeSlopes(r, c);
  }
}

function toWriter(kernel: KernelMemory, shape: Shape, ground: Ground) {
  const { width, height, zM, manning, crestWestM, crestNorthM } = ground;
  const { f32 } = kernel.now();
  const at = Object.fromEntries(blocksOfGround.map((name) => [name, kernel.at(name) / 4])) as {
    [Name in (typeof blocksOfGround)[number]]: number;
  };

  /** NaN outside and where there are no data. */
  const bedOf = (row: number, column: number): number =>
    row < 0 || column < 0 || row >= height || column >= width
      ? Number.NaN
      : zM[row * width + column]!;

  const crestOf = (crests: Float32Array | undefined, row: number, column: number): number =>
    row < height && column < width ? (crests?.[row * width + column] ?? -Infinity) : -Infinity;

  function writeFaces(row: number, column: number): void {
    const place = offsetOf(shape, row, column) / 4;
    const z = bedOf(row, column);
    const faces = [
      [at.RISE_X, at.CREST_X, bedOf(row, column - 1), crestOf(crestWestM, row, column)],
      [at.RISE_Y, at.CREST_Y, bedOf(row - 1, column), crestOf(crestNorthM, row, column)],
    ] as const;
    for (const [rise, crest, before, height] of faces) {
      const isOpen = !Number.isNaN(z) && !Number.isNaN(before) && height < Infinity;
      const difference = z - before;
      f32[rise + place] = Number.isNaN(difference) ? 0 : difference;
      f32[crest + place] = isOpen ? Math.max(NO_CREST, height - before) : CLOSED;
    }
    const n = manning[row * width + column]!;
    f32[at.ROUGHNESS + place] = Number.isNaN(z) ? 0 : GRAVITY * n * n;
  }

  function writeSlopes(row: number, column: number): void {
    const place = offsetOf(shape, row, column) / 4;
    const z = bedOf(row, column);
    const west = bedOf(row, column - 1);
    const east = bedOf(row, column + 1);
    const north = bedOf(row - 1, column);
    const south = bedOf(row + 1, column);
    const isWalledX =
      crestOf(crestWestM, row, column) > Math.max(z, west) ||
      crestOf(crestWestM, row, column + 1) > Math.max(z, east);
    const isWalledY =
      crestOf(crestNorthM, row, column) > Math.max(z, north) ||
      crestOf(crestNorthM, row + 1, column) > Math.max(z, south);
    f32[at.LEAN_X + place] = isWalledX ? Number.NaN : limited(z - west, east - z);
    f32[at.LEAN_Y + place] = isWalledY ? Number.NaN : limited(z - north, south - z);
  }

  return { writeFaces, writeSlopes };
}

/** Van Leer's; NaN where one of the three beds is missing. */
function limited(a: number, b: number): number {
  if (Number.isNaN(a + b)) return Number.NaN;
  return a * b > 0 ? (2 * a * b) / (a + b) : 0;
}

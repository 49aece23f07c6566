// The ground of local inertial as its kernel reads it: per face how far each side's bed lies below the face (m, ≤ 0) and
// g·n² of the face. Four cells at a time: west faces, then the faces to the row south of them.

import { GRAVITY } from '../reference/physics.ts';
import type { Ground } from './ground.ts';
import type { KernelMemory } from './kernel-memory.ts';
import { offsetOf, type Shape } from './layout.ts';

/** A closed face: below the reach of any level, in assembly/memory.ts too. */
const CLOSED = -1e30;
const LANES = 4;

export function writeAllFaces(kernel: KernelMemory, shape: Shape, ground: Ground): void {
  const floats = kernel.floats('GROUND');
  for (let at = 0; at < floats.length; at += 6 * LANES) {
    floats.fill(CLOSED, at, at + 2 * LANES);
    floats.fill(0, at + 2 * LANES, at + 3 * LANES);
    floats.fill(CLOSED, at + 3 * LANES, at + 5 * LANES);
    floats.fill(0, at + 5 * LANES, at + 6 * LANES);
  }
  const { width, height } = ground;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (column > 0) writeWestFace(floats, shape, ground, row, column);
      if (row > 0) writeNorthFace(floats, shape, ground, row, column);
    }
  }
}

/** All four faces of a cell. */
export function writeFacesOf(
  kernel: KernelMemory,
  shape: Shape,
  ground: Ground,
  cell: number,
): void {
  const floats = kernel.floats('GROUND');
  const row = Math.floor(cell / ground.width);
  const column = cell % ground.width;
  if (column > 0) writeWestFace(floats, shape, ground, row, column);
  if (column + 1 < ground.width) writeWestFace(floats, shape, ground, row, column + 1);
  if (row > 0) writeNorthFace(floats, shape, ground, row, column);
  if (row + 1 < ground.height) writeNorthFace(floats, shape, ground, row + 1, column);
}

function writeWestFace(
  floats: Float32Array,
  shape: Shape,
  ground: Ground,
  row: number,
  column: number,
): void {
  const cell = row * ground.width + column;
  const crest = ground.crestWestM?.[cell] ?? -Infinity;
  writeFace(floats, placeOf(shape, row, column), ground, cell - 1, cell, crest);
}

/** The north face of a cell stands with the cell north of it. */
function writeNorthFace(
  floats: Float32Array,
  shape: Shape,
  ground: Ground,
  row: number,
  column: number,
): void {
  const cell = row * ground.width + column;
  const crest = ground.crestNorthM?.[cell] ?? -Infinity;
  const at = placeOf(shape, row - 1, column) + 3 * LANES;
  writeFace(floats, at, ground, cell - ground.width, cell, crest);
}

function writeFace(
  floats: Float32Array,
  at: number,
  { zM, manning }: Ground,
  first: number,
  second: number,
  crest: number,
): void {
  const z0 = zM[first]!;
  const z1 = zM[second]!;
  // NaN where either has no data.
  const bed = Math.max(z0, z1, crest);
  const isClosed = !(bed < Infinity);
  const n = 0.5 * (manning[first]! + manning[second]!);
  floats[at] = isClosed ? CLOSED : z0 - bed;
  floats[at + LANES] = isClosed ? CLOSED : z1 - bed;
  floats[at + 2 * LANES] = isClosed ? 0 : GRAVITY * n * n;
}

const placeOf = (shape: Shape, row: number, column: number): number =>
  (offsetOf(shape, row, column & ~3) / 4) * 6 + (column & 3);

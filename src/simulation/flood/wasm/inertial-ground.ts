// The ground of local inertial as its kernel reads it. Four cells at a time, west faces, then the faces to the row south
// of them: how far the bed on either side lies below the face (m, ≤ 0) and g·n². Large grids wait for memory more than
// they compute: where they have no crests they keep how far the bed falls through a face (m, NaN where it is closed)
// and g·n², or not even that where all cells have the same. Flows are the same to the byte.

import { GRAVITY } from '../reference/physics.ts';
import type { Ground } from './ground.ts';
import type { KernelMemory } from './kernel-memory.ts';
import { offsetOf, type Shape } from './layout.ts';

/** A closed face: below the reach of any level, by side. */
const CLOSED = -1e30;
const LANES = 4;
/** Vectors of four cells, as in assembly/inertial-faces.ts. */
const EVEN = 2;
const UNEVEN = 4;
const BY_SIDE = 6;
/** From so many cells on the ground by side no longer fits into the cache of a core. */
const LARGE = 1 << 18;

export function writeAllFaces(kernel: KernelMemory, shape: Shape, ground: Ground): void {
  const form = toForm(ground);
  kernel.setFlag('GROUND_FORM', form);
  kernel.setFlag('HAS_CRESTS', ground.crestWestM ? 1 : 0);
  const n = ground.manning[0]!;
  kernel.setNumber('EVEN_DRAG', GRAVITY * n * n);
  const floats = kernel.floats('GROUND');
  floats.fill(form === BY_SIDE ? CLOSED : Number.NaN);
  const { width, height } = ground;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (column > 0) writeWestFace(floats, shape, ground, form, row, column);
      if (row > 0) writeNorthFace(floats, shape, ground, form, row, column);
    }
  }
}

function toForm({ manning, crestWestM }: Ground): number {
  if (crestWestM || manning.length < LARGE) return BY_SIDE;
  return manning.every((n) => n === manning[0]) ? EVEN : UNEVEN;
}

/** All four faces of a cell, or of all cells with the first crest. */
export function writeFacesOf(
  kernel: KernelMemory,
  shape: Shape,
  ground: Ground,
  cell: number,
): void {
  const form = kernel.flag('GROUND_FORM');
  if (ground.crestWestM && kernel.flag('HAS_CRESTS') === 0) {
    writeAllFaces(kernel, shape, ground);
    return;
  }
  const floats = kernel.floats('GROUND');
  const row = Math.floor(cell / ground.width);
  const column = cell % ground.width;
  if (column > 0) writeWestFace(floats, shape, ground, form, row, column);
  if (column + 1 < ground.width) writeWestFace(floats, shape, ground, form, row, column + 1);
  if (row > 0) writeNorthFace(floats, shape, ground, form, row, column);
  if (row + 1 < ground.height) writeNorthFace(floats, shape, ground, form, row + 1, column);
}

function writeWestFace(
  floats: Float32Array,
  shape: Shape,
  ground: Ground,
  form: number,
  row: number,
  column: number,
): void {
  const cell = row * ground.width + column;
  const crest = ground.crestWestM?.[cell] ?? -Infinity;
  const at = placeOf(shape, form, row, column);
  writeFace(floats, at, ground, form, cell - 1, cell, crest);
}

/** The north face of a cell stands with the cell north of it. */
function writeNorthFace(
  floats: Float32Array,
  shape: Shape,
  ground: Ground,
  form: number,
  row: number,
  column: number,
): void {
  const cell = row * ground.width + column;
  const crest = ground.crestNorthM?.[cell] ?? -Infinity;
  const at = placeOf(shape, form, row - 1, column) + (form / 2) * LANES;
  writeFace(floats, at, ground, form, cell - ground.width, cell, crest);
}

function writeFace(
  floats: Float32Array,
  at: number,
  { zM, manning }: Ground,
  form: number,
  first: number,
  second: number,
  crest: number,
): void {
  const z0 = zM[first]!;
  const z1 = zM[second]!;
  const n = 0.5 * (manning[first]! + manning[second]!);
  const drag = GRAVITY * n * n;
  if (form !== BY_SIDE) {
    // NaN where either has no data.
    floats[at] = z0 - z1;
    if (form === UNEVEN) floats[at + LANES] = drag;
    return;
  }
  // NaN where either has no data.
  const bed = Math.max(z0, z1, crest);
  const isClosed = !(bed < Infinity);
  floats[at] = isClosed ? CLOSED : z0 - bed;
  floats[at + LANES] = isClosed ? CLOSED : z1 - bed;
  floats[at + 2 * LANES] = isClosed ? 0 : drag;
}

const placeOf = (shape: Shape, form: number, row: number, column: number): number =>
  (offsetOf(shape, row, column & ~3) / 4) * form + (column & 3);

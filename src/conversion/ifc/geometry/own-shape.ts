// Shapes that are read here, not by the engine: from coordinates in double to f32 around their middle.

import type { Shape } from '../parts.ts';
import { identity, type Matrix } from './matrix.ts';
import { smoothNormals, trianglesWithArea } from './triangles.ts';

/** A shape and where it lies in its product's frame, m. */
export interface OwnShape {
  readonly shape: Shape;
  readonly matrix: Matrix;
}

/** Triangles; undefined where none has an area. @param corners x, y, z in units of the file. */
export function toSurface(
  corners: Float64Array,
  triples: readonly number[],
  unitM: number,
): OwnShape | undefined {
  const used = withoutUnused(corners, triples);
  const { positions, matrix } = centred(used.corners, unitM);
  const indices = trianglesWithArea(positions, used.triples);
  if (indices.length === 0 || !isSound(positions, matrix)) return undefined;
  const normals = smoothNormals(positions, indices);
  return { shape: { positions, normals, indices, mode: 'triangles' }, matrix };
}

/** Lines; undefined where none has a length. @param polylines each x, y, z … in units of the file. */
export function toLines(
  polylines: readonly (readonly number[])[],
  unitM: number,
): OwnShape | undefined {
  const { positions, matrix } = centred(Float64Array.from(polylines.flat()), unitM);
  const pairs: number[] = [];
  let first = 0;
  for (const { length } of polylines) {
    const end = first + length / 3;
    for (let point = first + 1; point < end; point++) {
      if (!isSamePoint(positions, point - 1, point)) pairs.push(point - 1, point);
    }
    first = end;
  }
  if (pairs.length === 0 || !isSound(positions, matrix)) return undefined;
  const indices = Uint32Array.from(pairs);
  return { shape: { positions, normals: new Float32Array(), indices, mode: 'lines' }, matrix };
}

/** Numbers that f32 can't hold are none either. */
const isSound = (positions: Float32Array, matrix: Matrix) =>
  positions.every(Number.isFinite) && matrix.every(Number.isFinite);

/** Corners that no triangle has would count for the bounds. */
function withoutUnused(corners: Float64Array, triples: readonly number[]) {
  const rows = new Map<number, number>();
  const kept: number[] = [];
  const renumbered = Uint32Array.from(triples, (corner) => {
    const known = rows.get(corner);
    if (known !== undefined) return known;
    const row = rows.size;
    rows.set(corner, row);
    kept.push(...corners.subarray(corner * 3, corner * 3 + 3));
    return row;
  });
  return { corners: Float64Array.from(kept), triples: renumbered };
}

function centred(corners: Float64Array, unitM: number) {
  const matrix = identity();
  for (let axis = 0; axis < 3; axis++) {
    let least = Infinity;
    let greatest = -Infinity;
    for (let at = axis; at < corners.length; at += 3) {
      least = Math.min(least, corners[at]!);
      greatest = Math.max(greatest, corners[at]!);
    }
    matrix[12 + axis] = ((least + greatest) / 2) * unitM;
  }
  const positions = new Float32Array(corners.length);
  for (let at = 0; at < corners.length; at++) {
    positions[at] = corners[at]! * unitM - matrix[12 + (at % 3)]!;
  }
  return { positions, matrix };
}

function isSamePoint(positions: Float32Array, one: number, other: number): boolean {
  for (let axis = 0; axis < 3; axis++) {
    if (positions[one * 3 + axis] !== positions[other * 3 + axis]) return false;
  }
  return true;
}

// A storey as it is seen from afar: what is nearly a box becomes one, drawn as an instance of a single cube
// (30 bytes instead of 200 packed); the rest gets fewer triangles; what is small goes. A wall's openings
// close, so windows vanish beyond about 400 m, where they are three pixels high.

import { MeshoptSimplifier } from 'meshoptimizer';
import type { ModelParts } from './model-parts.ts';
import { type PreparedShape, tidy } from './prepared-shape.ts';

/** What a simplified surface may be off, m: a pixel from 400 m. */
const SURFACE_ERROR_M = 0.25;
/** Smaller things are left out, m. */
const LEAST_SIZE_M = 1.5;
/** What the coarse tiles may be off, m: Cesium goes on to their children at about 400 m. */
export const COARSE_ERROR_M = 4;

export const coarseReady: Promise<void> = MeshoptSimplifier.ready;

export type CoarseShape = PreparedShape | 'box' | 'nothing';

export interface CoarseRows {
  /** The model with simplified shapes. */
  readonly parts: ModelParts;
  /** Placed rows that keep a mesh. */
  readonly meshes: Uint32Array;
  /** Placed rows that become the box around their shape. */
  readonly boxes: Uint32Array;
}

/** `known` keeps what was found out for other storeys. */
export function coarsen(
  parts: ModelParts,
  rows: Uint32Array,
  known: Map<number, CoarseShape>,
): CoarseRows {
  const shapes = [...parts.shapes];
  const kindOf = (row: number): CoarseShape => {
    const variant = parts.placing.variantOf[row]!;
    let coarse = known.get(variant);
    if (coarse === undefined) {
      coarse = simplify(parts.shapes[variant]!);
      known.set(variant, coarse);
    }
    if (typeof coarse !== 'string') shapes[variant] = coarse;
    return coarse;
  };
  const kinds = Array.from(rows, kindOf);
  return {
    parts: { ...parts, shapes },
    meshes: rows.filter((_, at) => typeof kinds[at] !== 'string'),
    boxes: rows.filter((_, at) => kinds[at] === 'box'),
  };
}

function simplify(shape: PreparedShape): CoarseShape {
  const { least, greatest, mode, indices } = shape;
  const size = Math.hypot(...least.map((low, axis) => greatest[axis]! - low));
  if (size < LEAST_SIZE_M) return 'nothing';
  if (mode === 'lines') return shape;
  if (isNearlyBox(shape)) return 'box';
  if (indices.length <= 36) return shape;
  return reduce(shape) ?? 'nothing';
}

/**
 * Where facets meet, corners have several normals, which would hold them in place: only positions count, and
 * of each only one may be there, used or not.
 */
function reduce(shape: PreparedShape): PreparedShape | undefined {
  const sameAs = MeshoptSimplifier.generatePositionRemap(shape.positions, 3);
  const kept = [...new Set(sameAs)];
  const placeOf = new Map(kept.map((corner, place) => [corner, place]));
  const joined = shape.indices.map((corner) => placeOf.get(sameAs[corner]!)!);
  const positions = Float32Array.from(
    kept.flatMap((corner) => [...shape.positions.subarray(corner * 3, corner * 3 + 3)]),
  );
  const [fewer] = MeshoptSimplifier.simplify(joined, positions, 3, 0, SURFACE_ERROR_M, [
    'ErrorAbsolute',
    'Prune',
  ]);
  if (fewer.length === 0) return undefined;
  const corners = new Float32Array(fewer.length * 3);
  for (const [at, corner] of fewer.entries()) {
    for (let axis = 0; axis < 3; axis++) corners[at * 3 + axis] = positions[corner * 3 + axis]!;
  }
  return tidy(shape.mode, corners, facetNormals(corners), Uint32Array.from(fewer.keys()));
}

/** Of triangles that share no corner. */
function facetNormals(corners: Float32Array): Int8Array {
  const normals = new Int8Array(corners.length);
  for (let at = 0; at < corners.length; at += 9) {
    const side = (to: number, axis: number) => corners[at + to + axis]! - corners[at + axis]!;
    const [ux, uy, uz] = [side(3, 0), side(3, 1), side(3, 2)];
    const [vx, vy, vz] = [side(6, 0), side(6, 1), side(6, 2)];
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const length = Math.hypot(...normal);
    for (let corner = 0; corner < 9; corner++) {
      normals[at + corner] = length > 0 ? Math.round((normal[corner % 3]! / length) * 127) : 0;
    }
  }
  return normals;
}

/** Every vertex is near a side of the box around all, and each corner of the box near a vertex. */
function isNearlyBox({ least, greatest, positions }: PreparedShape): boolean {
  const nearest = new Float64Array(8).fill(Number.POSITIVE_INFINITY);
  for (let at = 0; at < positions.length; at += 3) {
    let side = Number.POSITIVE_INFINITY;
    for (let axis = 0; axis < 3; axis++) {
      const value = positions[at + axis]!;
      side = Math.min(side, value - least[axis]!, greatest[axis]! - value);
    }
    if (side > SURFACE_ERROR_M) return false;
    for (let corner = 0; corner < 8; corner++) {
      let square = 0;
      for (let axis = 0; axis < 3; axis++) {
        const target = (corner >> axis) & 1 ? greatest[axis]! : least[axis]!;
        square += (positions[at + axis]! - target) ** 2;
      }
      if (square < nearest[corner]!) nearest[corner] = square;
    }
  }
  return nearest.every((square) => square <= SURFACE_ERROR_M ** 2);
}

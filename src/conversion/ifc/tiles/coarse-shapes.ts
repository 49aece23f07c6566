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
  const { least, greatest, mode, indices, positions, normals } = shape;
  const size = Math.hypot(...least.map((low, axis) => greatest[axis]! - low));
  if (size < LEAST_SIZE_M) return 'nothing';
  if (mode === 'lines') return shape;
  if (isNearlyBox(shape)) return 'box';
  if (indices.length <= 36) return shape;
  const [fewer] = MeshoptSimplifier.simplify(indices, positions, 3, 0, SURFACE_ERROR_M, [
    'ErrorAbsolute',
    'Prune',
  ]);
  return fewer.length === 0 ? 'nothing' : tidy(mode, positions, normals, fewer);
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

// From Earth-centred coordinates into a model's frame, and from one model's frame into another's.

import { multiply } from '../mesh/tileset-tree.ts';

/** Inverse of a model's matrix: its axes stand square on each other, each with a length of its own. */
export function inverse(matrix: Float64Array): Float64Array {
  const inverted = new Float64Array(16);
  for (let axis = 0; axis < 3; axis++) {
    let square = 0;
    for (let row = 0; row < 3; row++) square += matrix[4 * axis + row]! ** 2;
    let shift = 0;
    for (let row = 0; row < 3; row++) {
      inverted[4 * row + axis] = matrix[4 * axis + row]! / square;
      shift -= inverted[4 * row + axis]! * matrix[12 + row]!;
    }
    inverted[12 + axis] = shift;
  }
  inverted[15] = 1;
  return inverted;
}

export const between = (from: Float64Array, to: Float64Array): Float64Array =>
  multiply(inverse(to), from);

export function apply(m: Float64Array, [x, y, z]: readonly [number, number, number]) {
  const row = (at: number) => m[at]! * x + m[4 + at]! * y + m[8 + at]! * z + m[12 + at]!;
  return [row(0), row(1), row(2)] as const;
}

/** The box around a box in another frame; both 6 numbers, least corner first. */
export function applyToBox(m: Float64Array, box: ArrayLike<number>): number[] {
  const around = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (let corner = 0; corner < 8; corner++) {
    const pick = (axis: number) => box[axis + ((corner >> axis) & 1) * 3]!;
    const point = apply(m, [pick(0), pick(1), pick(2)]);
    for (let axis = 0; axis < 3; axis++) {
      around[axis] = Math.min(around[axis]!, point[axis]!);
      around[3 + axis] = Math.max(around[3 + axis]!, point[axis]!);
    }
  }
  return around;
}

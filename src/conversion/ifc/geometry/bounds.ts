import type { BimModel } from '#contract/bim-model.ts';
import { transformPoint } from './matrix.ts';

export interface Bounds {
  /** Takes in a placed shape: its corners only where its box reaches further than all before. */
  include(matrix: ArrayLike<number>, box: ArrayLike<number>, positions: Float32Array): void;
  corners(): BimModel['boundsM'];
}

/** Least and greatest corner of placed shapes. */
export function createBounds(): Bounds {
  const least = [Infinity, Infinity, Infinity];
  const greatest = [-Infinity, -Infinity, -Infinity];
  const corner = [0, 0, 0];
  /** Whether the box of a shape, turned, reaches out of the bounds. */
  function reachesOut(matrix: ArrayLike<number>, box: ArrayLike<number>): boolean {
    for (let axis = 0; axis < 3; axis++) {
      let low = matrix[12 + axis]!;
      let high = low;
      for (let side = 0; side < 3; side++) {
        const factor = matrix[side * 4 + axis]!;
        const one = factor * box[side]!;
        const other = factor * box[side + 3]!;
        low += Math.min(one, other);
        high += Math.max(one, other);
      }
      if (low < least[axis]! || high > greatest[axis]!) return true;
    }
    return false;
  }
  return {
    include(matrix, box, positions) {
      if (!reachesOut(matrix, box)) return;
      for (let at = 0; at < positions.length; at += 3) {
        transformPoint(matrix, positions, at, corner);
        for (let axis = 0; axis < 3; axis++) {
          if (corner[axis]! < least[axis]!) least[axis] = corner[axis]!;
          if (corner[axis]! > greatest[axis]!) greatest[axis] = corner[axis]!;
        }
      }
    },
    corners() {
      if (least[0] === Infinity) {
        return [
          [0, 0, 0],
          [0, 0, 0],
        ];
      }
      const [x0 = 0, y0 = 0, z0 = 0] = least;
      const [x1 = 0, y1 = 0, z1 = 0] = greatest;
      return [
        [x0, y0, z0],
        [x1, y1, z1],
      ];
    },
  };
}

// Measures what was read, for tests.

import { transformPoint } from '../geometry/matrix.ts';
import type { ModelGeometry } from '../parts.ts';

/** Corners of all placed shapes of a product in the model's frame, shape by shape. */
export function cornersOf(geometry: ModelGeometry, product: number): number[][] {
  const corners: number[][] = [];
  const { placed, shapes } = geometry;
  for (let row = 0; row < placed.count; row++) {
    if (placed.product[row] !== product) continue;
    const { positions } = shapes[placed.shape[row]!]!;
    const matrix = placed.matrix.subarray(row * 16, row * 16 + 16);
    for (let at = 0; at < positions.length; at += 3) {
      const corner = [0, 0, 0];
      transformPoint(matrix, positions, at, corner);
      corners.push(corner);
    }
  }
  return corners;
}

/** Least and greatest corner. */
export function boundsOf(corners: readonly (readonly number[])[]): [number[], number[]] {
  const axes = [0, 1, 2];
  return [
    axes.map((axis) => corners.reduce((least, corner) => Math.min(least, corner[axis]!), Infinity)),
    axes.map((axis) =>
      corners.reduce((greatest, corner) => Math.max(greatest, corner[axis]!), -Infinity),
    ),
  ];
}

/** Volume that the triangles of a product enclose, m³; positive where they face outwards. */
export function volumeOf(geometry: ModelGeometry, product: number): number {
  const { placed, shapes } = geometry;
  let volume = 0;
  for (let row = 0; row < placed.count; row++) {
    if (placed.product[row] !== product) continue;
    const { positions, indices } = shapes[placed.shape[row]!]!;
    const corner = (at: number) => {
      const from = indices[at]! * 3;
      return [positions[from]!, positions[from + 1]!, positions[from + 2]!] as const;
    };
    for (let at = 0; at < indices.length; at += 3) {
      const [a, b, c] = [corner(at), corner(at + 1), corner(at + 2)];
      volume +=
        (a[0] * (b[1] * c[2] - b[2] * c[1]) +
          a[1] * (b[2] * c[0] - b[0] * c[2]) +
          a[2] * (b[0] * c[1] - b[1] * c[0])) /
        6;
    }
  }
  return volume;
}

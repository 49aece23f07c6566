// Lines of section handles in frames of their own: built once, then only their matrices move.

import { Cartesian3 } from 'cesium';
import { boxLines } from '#scene/placing-lines.ts';
import type { SectionBox } from '../contract.ts';
import { axesOf, type SectionHandle } from '../kernel/section-handles.ts';

type Vector = readonly [number, number, number];
type Lines = readonly (readonly Cartesian3[])[];

const at = (x: number, y: number, z: number) => new Cartesian3(x, y, z);

/** From −1 to 1 along z with a head at each end. */
export const ARROW: Lines = [
  [at(0, 0, -1), at(0, 0, 1)],
  ...[1, -1].flatMap((end) => [
    [at(0.22, 0, 0.62 * end), at(0, 0, end), at(-0.22, 0, 0.62 * end)],
    [at(0, 0.22, 0.62 * end), at(0, 0, end), at(0, -0.22, 0.62 * end)],
  ]),
];

/** From −1 to 1 along x and y. */
export const SQUARE: Lines = [
  [at(-1, -1, 0), at(1, -1, 0), at(1, 1, 0), at(-1, 1, 0), at(-1, -1, 0)],
];

/** From 0 to 1 along each axis. */
export const CUBE: Lines = boxLines([
  [0, 0, 0],
  [1, 1, 1],
]);

/** An arrow of half-length `reachM` along the handle's normal. */
export function handleMatrix(
  model: Float64Array,
  { at: origin, normal }: SectionHandle,
  reachM: number,
): Float64Array {
  const [u, v] = axesOf(normal);
  return framed(model, scaled(u, reachM), scaled(v, reachM), scaled(normal, reachM), origin);
}

export function squareMatrix(
  model: Float64Array,
  { at: origin, normal, frame: [u, v, halfU, halfV] }: SectionHandle,
): Float64Array {
  return framed(model, scaled(u, halfU), scaled(v, halfV), normal, origin);
}

export function boxMatrix(model: Float64Array, { leastM, greatestM }: SectionBox): Float64Array {
  const size = (axis: 0 | 1 | 2) => Math.max(1e-3, greatestM[axis] - leastM[axis]);
  return framed(model, [size(0), 0, 0], [0, size(1), 0], [0, 0, size(2)], leastM);
}

/** The matrix of the model times the one with these columns. */
function framed(
  model: Float64Array,
  x: Vector,
  y: Vector,
  z: Vector,
  origin: Vector,
): Float64Array {
  const matrix = new Float64Array(16);
  for (const [column, vector] of [x, y, z, origin].entries()) {
    for (let row = 0; row < 3; row++) {
      let sum = column === 3 ? model[12 + row]! : 0;
      for (let axis = 0; axis < 3; axis++) sum += model[4 * axis + row]! * vector[axis]!;
      matrix[4 * column + row] = sum;
    }
  }
  matrix[15] = 1;
  return matrix;
}

const scaled = ([x, y, z]: Vector, by: number): Vector => [x * by, y * by, z * by];

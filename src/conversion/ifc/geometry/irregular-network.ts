// IfcTriangulatedIrregularNetwork, which web-ifc reads without its flags.

import { instanceOf, type StepIndex } from '../step/scan.ts';
import { listOf, numberOf, referenceOf } from '../step/values.ts';
import type { Item } from './items.ts';
import { transformPoint } from './matrix.ts';
import { type OwnShape, toSurface } from './own-shape.ts';

/** Places of its attributes. */
const FACES = 3;
const FLAGS = 5;

export interface NetworkReading {
  readonly surface: OwnShape;
  /** Triangles that the file marks as holes or voids: not to be drawn (IFC 4.3, 8.8.3.48). */
  readonly hidden: number;
}

/** Reads a network; undefined where no triangle of it can be drawn. */
export function readNetwork(
  index: StepIndex,
  { instance: { values }, matrix }: Item,
  unitM: number,
): NetworkReading | undefined {
  const list = instanceOf(index, referenceOf(values[0]));
  const points = listOf(list?.values[0]);
  const corners = new Float64Array(points.length * 3);
  const result = [0, 0, 0];
  for (const [row, point] of points.entries()) {
    const [x, y, z] = listOf(point);
    transformPoint(matrix, [numberOf(x) ?? 0, numberOf(y) ?? 0, numberOf(z) ?? 0], 0, result);
    corners.set(result, row * 3);
  }
  const flags = listOf(values[FLAGS]);
  const indices: number[] = [];
  let hidden = 0;
  for (const [row, face] of listOf(values[FACES]).entries()) {
    const triple = listOf(face).map((corner) => (numberOf(corner) ?? 0) - 1);
    if (triple.length !== 3 || !triple.every((corner) => corner >= 0 && corner < points.length)) {
      continue;
    }
    if ((numberOf(flags[row]) ?? 0) < 0) hidden++;
    else indices.push(...triple);
  }
  const surface = toSurface(corners, indices, unitM);
  return surface && { surface, hidden };
}

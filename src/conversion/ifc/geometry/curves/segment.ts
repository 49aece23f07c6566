// IfcCurveSegment: a stretch of another curve, laid so that its start lies on the segment's placement.

import { instanceOf, type StepInstance } from '../../step/scan.ts';
import {
  listOf,
  numberOf,
  referenceOf,
  type StepTyped,
  type StepValue,
} from '../../step/values.ts';
import { axisPlacement } from '../item-placement.ts';
import { transformPoint } from '../matrix.ts';
import type { CurveContext, Points } from './context.ts';
import { followHeading, headingOf } from './heading.ts';
import { cut, distancesOf, legAt, pointAt } from './polyline.ts';

/** Reads the curve that a segment is a stretch of. */
type ReadParent = (id: number | undefined) => Points;

/** Points of a segment; only the start where it has no length. */
export function segmentPoints(
  context: CurveContext,
  { values }: StepInstance,
  readParent: ReadParent,
): Points {
  const parent = instanceOf(context.index, referenceOf(values[4]));
  if (!parent) return [];
  const start = lengthOf(context, parent, values[2]);
  const length = lengthOf(context, parent, values[3]);
  const local = stretchOf(context, parent, start, length, readParent);
  const matrix = axisPlacement(context.index, referenceOf(values[1]));
  const points: Points = [];
  const result = [0, 0, 0];
  for (let at = 0; at < local.length; at += 3) {
    transformPoint(matrix, local, at, result);
    points.push(...result);
  }
  return points;
}

/** The stretch from 0, 0 along x. */
function stretchOf(
  context: CurveContext,
  parent: StepInstance,
  start: number,
  length: number,
  readParent: ReadParent,
): Points {
  if (length === 0) return [0, 0, 0];
  if (parent.type === 'IFCPOLYNOMIALCURVE') return polynomialStretch(parent, start, length);
  const heading = headingOf(parent, start, length);
  if (heading) {
    const side = Math.sign(length);
    const first = heading(start);
    const along = (gone: number) => heading(start + side * gone) - first;
    return followHeading(context, along, Math.abs(length));
  }
  return straightened(cut(readParent(parent.id), start, start + length));
}

/** In units of length: a parameter is an angle on circles, and counts the vector of a line. */
function lengthOf(
  { index, radians }: CurveContext,
  parent: StepInstance,
  value: StepValue | undefined,
): number {
  const number = numberOf(value) ?? 0;
  if (!isTyped(value) || value.type !== 'IFCPARAMETERVALUE') return number;
  if (parent.type === 'IFCCIRCLE') return number * radians * (numberOf(parent.values[1]) ?? 0);
  if (parent.type !== 'IFCLINE') return number;
  return number * (numberOf(instanceOf(index, referenceOf(parent.values[1]))?.values[1]) ?? 1);
}

const isTyped = (value: StepValue | undefined): value is StepTyped =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'typed';

/** Steps along a polynomial; its parameter goes on until the length is gone. */
function polynomialStretch({ values }: StepInstance, start: number, length: number): Points {
  const coefficients = [1, 2, 3].map((at) => listOf(values[at]).map((one) => numberOf(one) ?? 0));
  const at = (parameter: number): [number, number, number] => {
    const [x = 0, y = 0, z = 0] = coefficients.map((terms) =>
      terms.reduceRight((sum, factor) => sum * parameter + factor, 0),
    );
    return [x, y, z];
  };
  const STEPS = 64;
  // The parameter is about the length where x grows with it, as it does in alignments.
  const reach = length * 1.5;
  const points: Points = [];
  for (let step = 0; step <= STEPS; step++) points.push(...at(start + (reach * step) / STEPS));
  return straightened(cut(points, 0, Math.abs(length)));
}

/** Moves and turns a curve, in its plane, so that it starts from 0, 0 along x. */
function straightened(points: Points): Points {
  const distances = distancesOf(points);
  const total = distances.at(-1) ?? 0;
  if (!(total > 0)) return points.length > 0 ? [0, 0, 0] : [];
  const { row } = legAt(distances, 0);
  const [x0, y0, z0] = pointAt(points, distances, 0);
  const next = pointAt(points, distances, distances[row + 1] ?? total);
  const length = Math.hypot(next[0] - x0, next[1] - y0) || 1;
  const cos = (next[0] - x0) / length;
  const sin = (next[1] - y0) / length;
  const moved: Points = [];
  for (let at = 0; at < points.length; at += 3) {
    const x = points[at]! - x0;
    const y = points[at + 1]! - y0;
    moved.push(x * cos + y * sin, y * cos - x * sin, points[at + 2]! - z0);
  }
  return moved;
}

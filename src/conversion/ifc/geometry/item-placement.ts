// Where placements and transformations of the file put things, in its units.

import { instanceOf, type StepIndex } from '../step/scan.ts';
import { listOf, numberOf, referenceOf, type StepValue } from '../step/values.ts';
import { identity, inverted, type Matrix, multiply } from './matrix.ts';

type Vector = readonly [number, number, number];

/** An IfcAxis2Placement2D or 3D; where it says nothing, the origin. */
export function axisPlacement(index: StepIndex, id: number | undefined): Matrix {
  const placement = instanceOf(index, id);
  if (!placement) return identity();
  const location = pointOf(index, placement.values[0]);
  if (placement.type === 'IFCAXIS2PLACEMENT2D') {
    const along = directionOf(index, placement.values[1]) ?? [1, 0, 0];
    return toMatrix(location, [0, 0, 1], along);
  }
  const axis = directionOf(index, placement.values[1]) ?? [0, 0, 1];
  return toMatrix(location, axis, directionOf(index, placement.values[2]) ?? [1, 0, 0]);
}

/** What an IfcMappedItem does to the representation that it shows. */
export function mappedPlacement(
  index: StepIndex,
  target: StepValue | undefined,
  origin: StepValue | undefined,
): Matrix {
  const back = inverted(axisPlacement(index, referenceOf(origin))) ?? identity();
  return multiply(transformation(index, referenceOf(target)), back);
}

/** An IfcCartesianTransformationOperator, of two or three dimensions, uniform or not. */
function transformation(index: StepIndex, id: number | undefined): Matrix {
  const operator = instanceOf(index, id);
  if (!operator) return identity();
  const { type, values } = operator;
  const isFlat = type.includes('OPERATOR2D');
  const along = directionOf(index, values[0]) ?? [1, 0, 0];
  const across = directionOf(index, values[1]);
  const turned: Vector = isFlat ? [-along[1], along[0], 0] : [0, 1, 0];
  const second = across ?? (isFlat ? turned : undefined);
  const axis = (isFlat ? undefined : directionOf(index, values[4])) ?? [0, 0, 1];
  const matrix = toMatrix(pointOf(index, values[2]), axis, along);
  // A second axis to the other side mirrors.
  const mirror = second && dot(columnOf(matrix, 1), second) < 0 ? -1 : 1;
  const scale = numberOf(values[3]) ?? 1;
  const isUneven = type.endsWith('NONUNIFORM');
  const scales = [
    scale,
    mirror * ((isUneven ? numberOf(values[isFlat ? 4 : 5]) : undefined) ?? scale),
    (isUneven && !isFlat ? numberOf(values[6]) : undefined) ?? scale,
  ];
  for (let at = 0; at < 12; at++) matrix[at]! *= scales[at >> 2]!;
  return matrix;
}

/** Coordinates of an IfcCartesianPoint, of two or three; missing ones are 0. */
export function pointOf(index: StepIndex, value: StepValue | undefined): Vector {
  const point = instanceOf(index, referenceOf(value));
  return point?.type === 'IFCCARTESIANPOINT' ? toVector(point.values[0]) : [0, 0, 0];
}

export const toVector = (coordinates: StepValue | undefined): Vector => {
  const [x, y, z] = listOf(coordinates);
  return [numberOf(x) ?? 0, numberOf(y) ?? 0, numberOf(z) ?? 0];
};

/** Ratios of an IfcDirection, made one long; undefined where there are none. */
export function directionOf(index: StepIndex, value: StepValue | undefined): Vector | undefined {
  const direction = instanceOf(index, referenceOf(value));
  return direction ? normalized(toVector(direction.values[0])) : undefined;
}

/** A frame whose z is the axis and whose x lies as near as can be to `along`. */
export function toMatrix(location: Vector, axis: Vector, along: Vector): Matrix {
  const z = normalized(axis) ?? [0, 0, 1];
  const part = dot(along, z);
  const level: Vector = [along[0] - part * z[0], along[1] - part * z[1], along[2] - part * z[2]];
  const x = normalized(level) ?? normalized(cross([0, 1, 0], z)) ?? ([1, 0, 0] as const);
  const y = cross(z, x);
  return Float64Array.of(...x, 0, ...y, 0, ...z, 0, ...location, 1);
}

const columnOf = (matrix: Matrix, column: number): Vector => [
  matrix[column * 4]!,
  matrix[column * 4 + 1]!,
  matrix[column * 4 + 2]!,
];

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function normalized([x, y, z]: Vector): Vector | undefined {
  const length = Math.hypot(x, y, z);
  return length > 0 && Number.isFinite(length) ? [x / length, y / length, z / length] : undefined;
}

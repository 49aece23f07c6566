// Circles and ellipses, whole, trimmed, and through three points.

import { instanceOf, type StepInstance } from '../../step/scan.ts';
import { listOf, numberOf, referenceOf, type StepValue } from '../../step/values.ts';
import { axisPlacement, pointOf } from '../item-placement.ts';
import { inverted, type Matrix, transformPoint } from '../matrix.ts';
import { arcSteps, type CurveContext, type Points } from './context.ts';

interface Conic {
  readonly matrix: Matrix;
  readonly radii: readonly [number, number];
}

const TURN = 2 * Math.PI;

/** An IfcCircle or IfcEllipse. */
export function conicOf({ index }: CurveContext, { type, values }: StepInstance): Conic {
  const first = numberOf(values[1]) ?? 0;
  const second = type === 'IFCELLIPSE' ? (numberOf(values[2]) ?? first) : first;
  return { matrix: axisPlacement(index, referenceOf(values[0])), radii: [first, second] };
}

export const wholeConic = (context: CurveContext, curve: StepInstance): Points =>
  arcPoints(context, conicOf(context, curve), 0, TURN);

/** Between two trims, in the sense that an IfcTrimmedCurve says. */
export function trimmedConic(
  context: CurveContext,
  curve: StepInstance,
  trims: readonly [StepValue | undefined, StepValue | undefined],
  isForward: boolean,
): Points {
  const conic = conicOf(context, curve);
  const start = angleOf(context, conic, trims[0]);
  const end = angleOf(context, conic, trims[1]);
  if (start === undefined || end === undefined) return [];
  let turn = end - start;
  if (isForward) while (turn <= 1e-12) turn += TURN;
  else while (turn >= -1e-12) turn -= TURN;
  if (Math.abs(turn) > TURN + 1e-9) turn %= TURN;
  return arcPoints(context, conic, start, turn);
}

/** The arc from the first of three points over the second to the third; straight where they are in line. */
export function arcThrough(context: CurveContext, points: Points): Points {
  const [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0, cx = 0, cy = 0, cz = 0] = points;
  const u = [bx - ax, by - ay, bz - az] as const;
  const v = [cx - ax, cy - ay, cz - az] as const;
  const uu = u[0] ** 2 + u[1] ** 2 + u[2] ** 2;
  const vv = v[0] ** 2 + v[1] ** 2 + v[2] ** 2;
  const uv = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
  const area = uu * vv - uv * uv;
  if (!(area > 1e-12 * uu * vv)) return points;
  // Centre = a + s u + t v, as far from all three.
  const s = (vv * (uu - uv)) / (2 * area);
  const t = (uu * (vv - uv)) / (2 * area);
  const centre = [0, 1, 2].map((axis) => [ax, ay, az][axis]! + s * u[axis]! + t * v[axis]!);
  const radius = Math.sqrt(s * s * uu + t * t * vv + 2 * s * t * uv);
  const x = [0, 1, 2].map((axis) => ([ax, ay, az][axis]! - centre[axis]!) / radius);
  const z = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]].map(
    (part) => part / Math.sqrt(area),
  );
  const y = [
    z[1]! * x[2]! - z[2]! * x[1]!,
    z[2]! * x[0]! - z[0]! * x[2]!,
    z[0]! * x[1]! - z[1]! * x[0]!,
  ];
  const matrix = Float64Array.of(...x, 0, ...y, 0, ...z, 0, ...centre, 1);
  const [ex, ey] = [cx - centre[0]!, cy - centre[1]!];
  const ez = cz - centre[2]!;
  const end = Math.atan2(
    ex * y[0]! + ey * y[1]! + ez * y[2]!,
    ex * x[0]! + ey * x[1]! + ez * x[2]!,
  );
  return arcPoints(context, { matrix, radii: [radius, radius] }, 0, end > 0 ? end : end + TURN);
}

function arcPoints(
  context: CurveContext,
  { matrix, radii }: Conic,
  start: number,
  turn: number,
): Points {
  const steps = arcSteps(context, Math.max(...radii), turn);
  const points: Points = [];
  const result = [0, 0, 0];
  for (let step = 0; step <= steps; step++) {
    const angle = start + (turn * step) / steps;
    transformPoint(matrix, [radii[0] * Math.cos(angle), radii[1] * Math.sin(angle), 0], 0, result);
    points.push(...result);
  }
  return points;
}

/** Angle of a trim: its parameter, else that of its point. */
function angleOf(
  { index, radians }: CurveContext,
  { matrix, radii }: Conic,
  trim: StepValue | undefined,
): number | undefined {
  const parameter = listOf(trim)
    .map(numberOf)
    .find((value) => value !== undefined);
  if (parameter !== undefined) return parameter * radians;
  const point = listOf(trim).find((value) => instanceOf(index, referenceOf(value)));
  const back = inverted(matrix);
  if (point === undefined || !back) return undefined;
  const local = [0, 0, 0];
  transformPoint(back, pointOf(index, point), 0, local);
  return Math.atan2(local[1]! / radii[1], local[0]! / radii[0]);
}

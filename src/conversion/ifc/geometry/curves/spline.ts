// B-spline curves, rational or not, by de Boor's recursion.

import type { StepInstance } from '../../step/scan.ts';
import { listOf, numberOf } from '../../step/values.ts';
import { pointOf } from '../item-placement.ts';
import type { CurveContext, Points } from './context.ts';

/** Points on a spline for each stretch between knots. */
const STEPS = 8;

/** An IfcBSplineCurveWithKnots, its rational kin, or an IfcBezierCurve. */
export function splinePoints({ index }: CurveContext, { type, values }: StepInstance): Points {
  const degree = numberOf(values[0]) ?? 0;
  const isBezier = type.endsWith('BEZIERCURVE');
  const weights = listOf(values[isBezier ? 5 : 8]).map((weight) => numberOf(weight) ?? 1);
  const controls = listOf(values[1]).map((reference, row) => {
    const weight = weights[row] ?? 1;
    const [x, y, z] = pointOf(index, reference);
    return [x * weight, y * weight, z * weight, weight] as const;
  });
  const knots = isBezier ? bezierKnots(degree, controls.length) : spelledOut(values[5], values[6]);
  if (degree < 1 || controls.length <= degree || knots.length < controls.length + degree + 1) {
    return [];
  }
  const points: Points = [];
  for (let span = degree; span < controls.length; span++) {
    const start = knots[span]!;
    const end = knots[span + 1]!;
    if (!(end > start)) continue;
    for (let step = points.length > 0 ? 1 : 0; step <= STEPS; step++) {
      const [x, y, z, weight] = deBoor(
        controls,
        knots,
        degree,
        span,
        start + ((end - start) * step) / STEPS,
      );
      points.push(x / weight, y / weight, z / weight);
    }
  }
  return points;
}

type Control = readonly [number, number, number, number];

function deBoor(
  controls: readonly Control[],
  knots: readonly number[],
  degree: number,
  span: number,
  at: number,
): Control {
  const held = Array.from({ length: degree + 1 }, (_, row) => controls[span - degree + row]!);
  for (let level = 1; level <= degree; level++) {
    for (let row = degree; row >= level; row--) {
      const low = knots[span - degree + row]!;
      const share = (at - low) / (knots[span + 1 + row - level]! - low);
      const [one, other] = [held[row - 1]!, held[row]!];
      const between = (part: number) => one[part]! + (other[part]! - one[part]!) * share;
      held[row] = [between(0), between(1), between(2), between(3)];
    }
  }
  return held[degree]!;
}

function spelledOut(
  multiplicities: StepInstance['values'][number] | undefined,
  knots: StepInstance['values'][number] | undefined,
) {
  return listOf(knots).flatMap((knot, row) => {
    const times = numberOf(listOf(multiplicities)[row]) ?? 1;
    return Array.from({ length: Math.min(Math.max(times, 0), 64) }, () => numberOf(knot) ?? 0);
  });
}

function bezierKnots(degree: number, count: number): number[] {
  const pieces = Math.max(Math.floor((count - 1) / Math.max(degree, 1)), 1);
  const knots = [0];
  for (let knot = 0; knot <= pieces; knot++) {
    for (let time = 0; time < degree; time++) knots.push(knot);
  }
  return [...knots, pieces];
}

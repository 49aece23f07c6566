// Alignments by their design parameters alone (IFC 4.3, 5.4.3): plan by the curvature of each horizontal segment,
// heights by the gradients of the vertical ones. Lengths in units of the file.

import { instanceOf, rowsOfType, type StepIndex, type StepInstance } from '../../step/scan.ts';
import { enumerationOf, listOf, numberOf, referenceOf } from '../../step/values.ts';
import { pointOf } from '../item-placement.ts';
import type { CurveContext, Points } from './context.ts';
import { lifted } from './gradient.ts';
import { followHeading } from './heading.ts';
import { joined } from './polyline.ts';

/** Of an IfcAlignmentSegment. */
const DESIGN_PARAMETERS = 7;
/** Steps along a vertical curve. */
const RISES = 32;
const GREATEST_STEEPNESS = 0.999;

export interface AlignmentDesigns {
  /** Alignments that have a plan by design parameters. */
  has(alignment: number): boolean;
  /** Points of one; only its plan, at height 0, where it has no vertical segments. */
  read(context: CurveContext, alignment: number): Points;
}

export function readAlignmentDesigns(index: StepIndex): AlignmentDesigns {
  const nested = readNests(index);
  const parametersOf = (alignment: number, layout: string): readonly StepInstance[] =>
    (nested.get(alignment) ?? [])
      .filter((id) => instanceOf(index, id)?.type === layout)
      .flatMap((id) => nested.get(id) ?? [])
      .flatMap((id) => {
        const segment = instanceOf(index, id);
        return instanceOf(index, referenceOf(segment?.values[DESIGN_PARAMETERS])) ?? [];
      });
  return {
    has: (alignment) => parametersOf(alignment, 'IFCALIGNMENTHORIZONTAL').length > 0,
    read(context, alignment) {
      const plan = joined(
        parametersOf(alignment, 'IFCALIGNMENTHORIZONTAL').map((one) => planOf(context, one)),
      );
      const profile = joined(parametersOf(alignment, 'IFCALIGNMENTVERTICAL').map(profileOf));
      return profile.length > 3 ? lifted(plan, profile) : plan;
    },
  };
}

/** What is nested in each object, in the order of the file. */
function readNests(index: StepIndex): ReadonlyMap<number, readonly number[]> {
  const nested = new Map<number, number[]>();
  for (const row of rowsOfType(index, 'IFCRELNESTS')) {
    const { values } = instanceOf(index, index.ids[row]) ?? { values: [] };
    const whole = referenceOf(values[4]);
    if (whole === undefined) continue;
    const parts = listOf(values[5]).flatMap((part) => referenceOf(part) ?? []);
    nested.set(whole, [...(nested.get(whole) ?? []), ...parts]);
  }
  return nested;
}

/** An IfcAlignmentHorizontalSegment in the alignment's plane. */
function planOf(context: CurveContext, { values }: StepInstance): Points {
  const [x = 0, y = 0] = pointOf(context.index, values[2] ?? null);
  const direction = (numberOf(values[3]) ?? 0) * context.radians;
  const start = curvatureOf(numberOf(values[4]));
  const end = curvatureOf(numberOf(values[5]));
  const length = numberOf(values[6]) ?? 0;
  if (!(length > 0)) return [x, y, 0];
  const turned = turnOf(enumerationOf(values[8]) ?? 'LINE', start, end);
  const heading = (gone: number) => direction + length * turned(gone / length);
  const points = followHeading(context, heading, length);
  for (let at = 0; at < points.length; at += 3) {
    points[at]! += x;
    points[at + 1]! += y;
  }
  return points;
}

/** A radius of 0 stands for straight. */
const curvatureOf = (radius: number | undefined): number => (radius ? 1 / radius : 0);

/** Curvature over the share of the segment, integrated from its start. */
function turnOf(kind: string, start: number, end: number): (share: number) => number {
  if (kind === 'LINE') return () => 0;
  if (kind === 'CIRCULARARC') return (t) => start * t;
  const grown = growths[kind] ?? linearly;
  return (t) => start * t + (end - start) * grown(t);
}

const linearly = (t: number) => t ** 2 / 2;

/**
 * How the curvature goes over from one to the other, integrated over the share t: each is 1/2 at its end. A cubic
 * parabola differs from a clothoid by its small angle alone; the cant of a Viennese bend is left out.
 */
const growths: Readonly<Record<string, (t: number) => number>> = {
  CLOTHOID: linearly,
  CUBIC: linearly,
  BLOSSCURVE: (t) => t ** 3 - t ** 4 / 2,
  COSINECURVE: (t) => t / 2 - Math.sin(Math.PI * t) / (2 * Math.PI),
  SINECURVE: (t) => t ** 2 / 2 + (Math.cos(2 * Math.PI * t) - 1) / (4 * Math.PI ** 2),
  HELMERTCURVE: (t) => (t < 0.5 ? (2 * t ** 3) / 3 : t - 0.5 + (2 * (1 - t) ** 3) / 3),
  VIENNESEBEND: (t) => 7 * t ** 5 - 14 * t ** 6 + 10 * t ** 7 - 2.5 * t ** 8,
};

/** An IfcAlignmentVerticalSegment: x the length gone in plan, y the height. */
function profileOf({ values }: StepInstance): Points {
  const [start = 0, length = 0, height = 0, from = 0, to = 0] = [2, 3, 4, 5, 6].map((at) =>
    numberOf(values[at]),
  );
  const rise = riseOf(enumerationOf(values[8]) ?? '', length, from, to);
  const steps = from === to ? 1 : RISES;
  const points: Points = [];
  for (let step = 0; step <= steps; step++) {
    const gone = (length * step) / steps;
    points.push(start + gone, height + rise(gone), 0);
  }
  return points;
}

/** Height gained after a length in plan. */
function riseOf(kind: string, length: number, from: number, to: number): (gone: number) => number {
  if (kind === 'CONSTANTGRADIENT' || !(length > 0)) return (gone) => from * gone;
  const [first, last] = [from, to].map((gradient) => Math.sin(Math.atan(gradient)));
  if (kind !== 'CIRCULARARC' || first === undefined || last === undefined || first === last) {
    return (gone) => from * gone + ((to - from) * gone ** 2) / (2 * length);
  }
  // On a circle the sine of the slope grows evenly with the length in plan.
  const sineAt = (gone: number) =>
    Math.max(
      -GREATEST_STEEPNESS,
      Math.min(GREATEST_STEEPNESS, first + ((last - first) * gone) / length),
    );
  const cosineAt = (gone: number) => Math.sqrt(1 - sineAt(gone) ** 2);
  const radius = length / (last - first);
  return (gone) => radius * (cosineAt(0) - cosineAt(gone));
}

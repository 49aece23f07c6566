// What is measured from snapped places: lengths, distances from faces, areas, angles. SI units, model's frame.

import { distance, dot, lengthOf, minus, mix, times, unit, type Vector } from '../vector.ts';
import type { Face } from './face.ts';
import type { Snap } from './snap.ts';

export const measureKinds = ['distance', 'perpendicular', 'area', 'angle'] as const;
export type MeasureKind = (typeof measureKinds)[number];

export type Measure = { readonly id: number } & (
  | {
      readonly kind: 'distance';
      readonly from: Vector;
      readonly to: Vector;
      readonly lengthM: number;
      readonly horizontalM: number;
      /** Negative where the second place is lower. */
      readonly verticalM: number;
    }
  | {
      readonly kind: 'perpendicular';
      readonly from: Vector;
      /** On the plane of the face, or on the line of the edge. */
      readonly to: Vector;
      readonly lengthM: number;
    }
  | ({ readonly kind: 'area' } & Omit<Face, 'normal'>)
  | {
      readonly kind: 'angle';
      readonly at: Vector;
      /** Between two faces, two edges, or an edge and a face: 0 to 90. */
      readonly degrees: number;
      readonly from: Vector;
      readonly to: Vector;
    }
);

/** Places that have to be clicked. */
export const clicksOf = (kind: MeasureKind): number => (kind === 'area' ? 1 : 2);

/** Straight from place to place. */
export function measureDistance(id: number, a: Snap, b: Snap): Measure {
  const [from, to] = [a.point, b.point];
  return {
    ...{ id, kind: 'distance', from, to },
    lengthM: distance(from, to),
    horizontalM: Math.hypot(to[0] - from[0], to[1] - from[1]),
    verticalM: to[2] - from[2],
  };
}

/** From the second place square to the first one's face, or to its edge where it is on one. */
export function measurePerpendicular(id: number, base: Snap, to: Snap): Measure {
  const foot = base.edge ? footOnLine(to.point, base.edge) : footOnPlane(to.point, base);
  const lengthM = distance(foot, to.point);
  return { id, kind: 'perpendicular', from: to.point, to: foot, lengthM };
}

export const measureArea = (id: number, { normal: _, ...face }: Face): Measure => ({
  ...{ id, kind: 'area' },
  ...face,
});

export function measureAngle(id: number, a: Snap, b: Snap): Measure {
  const [one, other] = [directionOf(a), directionOf(b)];
  const cosine = Math.min(1, Math.abs(dot(one, other)));
  const between = (Math.acos(cosine) * 180) / Math.PI;
  // A line stands to a plane as it stands to the plane's normal, less a right angle.
  const isMixed = (a.edge === undefined) !== (b.edge === undefined);
  return {
    ...{ id, kind: 'angle', from: a.point, to: b.point, at: mix(a.point, b.point, 0.5) },
    degrees: isMixed ? 90 - between : between,
  };
}

/** Where the label of a measure stands. */
export function middleOf(measure: Measure): Vector {
  switch (measure.kind) {
    case 'area':
      return measure.centre;
    case 'angle':
      return measure.at;
    default:
      return mix(measure.from, measure.to, 0.5);
  }
}

const directionOf = ({ edge, normal }: Snap): Vector =>
  edge ? unit(minus(edge[1], edge[0])) : unit(normal);

function footOnPlane(point: Vector, { point: origin, normal }: Snap): Vector {
  const up = unit(normal);
  return minus(point, times(up, dot(minus(point, origin), up)));
}

function footOnLine(point: Vector, [from, to]: readonly [Vector, Vector]): Vector {
  const way = minus(to, from);
  const length = lengthOf(way);
  return length === 0 ? from : mix(from, to, dot(minus(point, from), way) / length ** 2);
}

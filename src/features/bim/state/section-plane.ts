// Section planes across the axes of a model, as a person sets them: an axis, a position along it, a side.

import type { SectionBox, SectionPlane } from '../contract.ts';

export const axes = ['x', 'y', 'z'] as const;
export type Axis = 0 | 1 | 2;
export const axisNumbers: readonly Axis[] = [0, 1, 2];

export interface AxisPlane {
  readonly axis: Axis;
  /** Along the axis, from the model's origin, m. */
  readonly atM: number;
  /** What is before the plane along the axis is taken away, not what is behind it. */
  readonly isFlipped: boolean;
}

export function toSectionPlane({ axis, atM, isFlipped }: AxisPlane): SectionPlane {
  const sign = isFlipped ? -1 : 1;
  const along = (one: Axis) => (one === axis ? sign : 0);
  return { normal: [along(0), along(1), along(2)], distanceM: sign * atM };
}

/** Undefined where the plane is slanted. */
export function toAxisPlane({ normal, distanceM }: SectionPlane): AxisPlane | undefined {
  const axis = axisNumbers.find((one) => Math.abs(normal[one]) > 1 - 1e-9);
  if (axis === undefined) return undefined;
  const isFlipped = normal[axis] < 0;
  return { axis, atM: isFlipped ? -distanceM : distanceM, isFlipped };
}

export const flipPlane = ({ normal: [x, y, z], distanceM }: SectionPlane): SectionPlane => ({
  normal: [0 - x, 0 - y, 0 - z],
  distanceM: 0 - distanceM,
});

/** Least and greatest distance of a box's corners along a normal. */
export function rangeAlong(
  { leastM, greatestM }: SectionBox,
  normal: SectionPlane['normal'],
): readonly [number, number] {
  let [least, greatest] = [0, 0];
  for (const axis of axisNumbers) {
    const ends = [leastM[axis] * normal[axis], greatestM[axis] * normal[axis]];
    least += Math.min(...ends);
    greatest += Math.max(...ends);
  }
  return [least, greatest];
}

/** The box with another range along one axis. */
export function withRange(
  { leastM, greatestM }: SectionBox,
  axis: Axis,
  [from, to]: readonly [number, number],
): SectionBox {
  const change = (point: SectionBox['leastM'], value: number): SectionBox['leastM'] => [
    axis === 0 ? value : point[0],
    axis === 1 ? value : point[1],
    axis === 2 ? value : point[2],
  ];
  return { leastM: change(leastM, from), greatestM: change(greatestM, to) };
}

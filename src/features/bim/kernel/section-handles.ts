// What of a section can be taken hold of on the globe: each plane, and each side of the box. Model's frame, m.

import type { BimLook, SectionBox, SectionPlane } from '../contract.ts';
import { rangeAlong } from '../state/section-plane.ts';

type Vector = readonly [number, number, number];

export type HandleId =
  | { readonly kind: 'plane'; readonly at: number }
  | { readonly kind: 'side'; readonly axis: 0 | 1 | 2; readonly isGreatest: boolean };

export interface SectionHandle {
  readonly id: HandleId;
  /** Where it is taken hold of. */
  readonly at: Vector;
  /** Along this it is moved; unit. */
  readonly normal: Vector;
  readonly distanceM: number;
  /** Unit vectors in the plane with half the size of what it spans there: the frame that shows it. */
  readonly frame: readonly [u: Vector, v: Vector, halfU: number, halfV: number];
}

export type Section = Pick<BimLook, 'planes' | 'box'>;

/** How far beyond the model a plane may be moved, and how thin a box may get, m. */
const MARGIN_M = 0.5;
const THINNEST_M = 0.1;

export function sectionHandles({ planes, box }: Section, bounds: SectionBox): SectionHandle[] {
  const handles = planes.map((plane, at) => planeHandle(plane, at, bounds));
  if (!box) return handles;
  const middle = middleOf(box);
  for (const axis of [0, 1, 2] as const) {
    for (const isGreatest of [false, true]) {
      const sign = isGreatest ? 1 : -1;
      const normal = along(axis, sign);
      const value = (isGreatest ? box.greatestM : box.leastM)[axis];
      const at = replace(middle, axis, value);
      const [u, v] = axesOf(normal);
      const frame = [u, v, 0, 0] as const;
      handles.push({
        id: { kind: 'side', axis, isGreatest },
        at,
        normal,
        distanceM: sign * value,
        frame,
      });
    }
  }
  return handles;
}

/** The section with a handle moved to a distance from the origin along its normal. */
export function moveHandle(
  section: Section,
  id: HandleId,
  distanceM: number,
  bounds: SectionBox,
): Section {
  if (id.kind === 'plane') {
    const plane = section.planes[id.at];
    if (!plane) return section;
    const [low, high] = rangeAlong(bounds, plane.normal);
    const kept = clamp(distanceM, low - MARGIN_M, high + MARGIN_M);
    return { ...section, planes: section.planes.with(id.at, { ...plane, distanceM: kept }) };
  }
  const { box } = section;
  if (!box) return section;
  const { axis, isGreatest } = id;
  const value = isGreatest ? distanceM : -distanceM;
  const [low, high] = [bounds.leastM[axis] - MARGIN_M, bounds.greatestM[axis] + MARGIN_M];
  const moved = isGreatest
    ? clamp(value, Math.max(low, box.leastM[axis] + THINNEST_M), high)
    : clamp(value, low, Math.min(high, box.greatestM[axis] - THINNEST_M));
  return {
    ...section,
    box: isGreatest
      ? { ...box, greatestM: replace(box.greatestM, axis, moved) }
      : { ...box, leastM: replace(box.leastM, axis, moved) },
  };
}

function planeHandle(plane: SectionPlane, at: number, bounds: SectionBox): SectionHandle {
  const { normal, distanceM } = plane;
  const middle = middleOf(bounds);
  const off = distanceM - dot(normal, middle);
  const [u, v] = axesOf(normal);
  const half = (axis: Vector) => {
    const [low, high] = rangeAlong(bounds, axis);
    return (high - low) / 2 + MARGIN_M;
  };
  return {
    id: { kind: 'plane', at },
    at: [middle[0] + normal[0] * off, middle[1] + normal[1] * off, middle[2] + normal[2] * off],
    normal,
    distanceM,
    frame: [u, v, half(u), half(v)],
  };
}

/** Two unit vectors across a normal, so that the three are right-handed: level and upright where the plane stands. */
export function axesOf([x, y, z]: Vector): readonly [Vector, Vector] {
  const level = Math.hypot(x, y);
  const u: Vector = level < 1e-6 ? [1, 0, 0] : [-y / level, x / level, 0];
  return [u, [y * u[2] - z * u[1], z * u[0] - x * u[2], x * u[1] - y * u[0]]];
}

const middleOf = ({ leastM, greatestM }: SectionBox): Vector => [
  (leastM[0] + greatestM[0]) / 2,
  (leastM[1] + greatestM[1]) / 2,
  (leastM[2] + greatestM[2]) / 2,
];
const along = (axis: 0 | 1 | 2, sign: number): Vector => replace([0, 0, 0], axis, sign);
const replace = (vector: Vector, axis: 0 | 1 | 2, value: number): Vector => [
  axis === 0 ? value : vector[0],
  axis === 1 ? value : vector[1],
  axis === 2 ? value : vector[2],
];
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

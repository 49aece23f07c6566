// What of the part is cut away: a plan is cut above and below its storey, a section on one side.

import type { SectionPlane } from '../contract.ts';
import type { Vector } from './vector.ts';
import { type Cut, uncut } from './view/element-model.ts';

export const axes = ['x', 'y', 'z'] as const;
export type Axis = (typeof axes)[number];

export interface Section {
  readonly axis: Axis;
  /** Along the axis from the least corner of the part to the greatest: 0 … 1. */
  readonly share: number;
  /** What is kept: below the plane, or above it. */
  readonly isFlipped: boolean;
}

/** How much of the floor below a plan is seen, m. */
const FLOOR_M = 0.6;

export interface PlanCut {
  readonly elevationM: number;
  readonly heightM: number;
}

export function cutOf(
  bounds: readonly [Vector, Vector],
  plan: PlanCut | undefined,
  section: Section | undefined,
): Cut {
  if (!plan && !section) return uncut;
  const low: [number, number, number] = [...uncut.low];
  const high: [number, number, number] = [...uncut.high];
  if (plan) {
    low[2] = plan.elevationM - FLOOR_M;
    high[2] = plan.elevationM + plan.heightM;
  }
  if (section) {
    const axis = axes.indexOf(section.axis);
    const at = placeOf(bounds, section);
    if (section.isFlipped) low[axis] = Math.max(low[axis]!, at);
    else high[axis] = Math.min(high[axis]!, at);
  }
  return { low, high };
}

/** The planes of a cut that lay something open; what lies on the side of a normal is taken away. */
export function planesOf({ low, high }: Cut): readonly SectionPlane[] {
  const planes: SectionPlane[] = [];
  for (const axis of [0, 1, 2] as const) {
    const along = (sign: number): Vector => [
      axis === 0 ? sign : 0,
      axis === 1 ? sign : 0,
      axis === 2 ? sign : 0,
    ];
    if (high[axis] < uncut.high[axis]) planes.push({ normal: along(1), distanceM: high[axis] });
    if (low[axis] > uncut.low[axis]) planes.push({ normal: along(-1), distanceM: -low[axis] });
  }
  return planes;
}

/** Where the section's plane stands along its axis, m. */
export function placeOf([low, high]: readonly [Vector, Vector], { axis, share }: Section): number {
  const at = axes.indexOf(axis);
  return low[at]! + share * (high[at]! - low[at]!);
}

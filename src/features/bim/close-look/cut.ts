// What of the part is cut away: a plan is cut above and below its storey, a section on one side.

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

/** Where the section's plane stands along its axis, m. */
export function placeOf([low, high]: readonly [Vector, Vector], { axis, share }: Section): number {
  const at = axes.indexOf(axis);
  return low[at]! + share * (high[at]! - low[at]!);
}

import type { StepIndex } from '../../step/scan.ts';

export interface CurveContext {
  readonly index: StepIndex;
  /** Metres of a unit of length of the file. */
  readonly unitM: number;
  /** Radians of its unit of plane angle. */
  readonly radians: number;
}

/** Points x, y, z, one after the other, in units of the file. Fewer than two: nothing to see. */
export type Points = number[];

/** Furthest a chord may lie from its arc, m. */
const CHORD_M = 0.005;
const LEAST_STEPS = 2;
const GREATEST_STEPS = 2000;

/** Steps for an arc of a radius (units of the file) that turns by an angle (rad). */
export function arcSteps({ unitM }: CurveContext, radius: number, turn: number): number {
  const share = Math.max(1 - CHORD_M / (Math.abs(radius) * unitM), Math.cos(Math.PI / 6));
  const steps = Math.ceil(Math.abs(turn) / (2 * Math.acos(Math.min(share, 1 - 1e-9))));
  return Math.min(Math.max(steps, LEAST_STEPS), GREATEST_STEPS);
}

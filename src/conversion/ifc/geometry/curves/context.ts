import type { StepIndex } from '../../step/scan.ts';

export interface CurveContext {
  readonly index: StepIndex;
  /** Metres of a unit of length of the file. */
  readonly unitM: number;
  /** Radians of its unit of plane angle. */
  readonly radians: number;
  /** Furthest a chord may lie from its arc, m. */
  readonly chordM: number;
}

/** Points x, y, z, one after the other, in units of the file. Fewer than two: nothing to see. */
export type Points = number[];

/** To be looked at. */
export const SEEN_CHORD_M = 0.005;
/** To be measured along. */
export const MEASURED_CHORD_M = 0.000_02;

const LEAST_STEPS = 2;
const GREATEST_STEPS = 20_000;

/** Steps for an arc of a radius (units of the file) that turns by an angle (rad). */
export function arcSteps({ unitM, chordM }: CurveContext, radius: number, turn: number): number {
  const share = Math.max(1 - chordM / (Math.abs(radius) * unitM), Math.cos(Math.PI / 6));
  const steps = Math.ceil(Math.abs(turn) / (2 * Math.acos(Math.min(share, 1 - 1e-12))));
  return Math.min(Math.max(steps, LEAST_STEPS), GREATEST_STEPS);
}

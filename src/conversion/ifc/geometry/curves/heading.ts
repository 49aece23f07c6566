// Curves that are known by their heading: how the direction turns with the length gone (IFC 4.3, 8.9.3).
// Lengths in units of the file, angles in radians.

import type { StepInstance } from '../../step/scan.ts';
import { numberOf } from '../../step/values.ts';
import { arcSteps, type CurveContext, type Points } from './context.ts';

/** Heading after a length from the curve's own origin, against the heading there. */
export type Heading = (length: number) => number;

/** Heading of a line, circle or spiral; undefined for another curve. @param whole length of the segment. */
export function headingOf(
  { type, values }: StepInstance,
  start: number,
  whole: number,
): Heading | undefined {
  const number = (at: number) => numberOf(values[at]) ?? 0;
  if (type === 'IFCLINE') return () => 0;
  if (type === 'IFCCIRCLE') return (length) => length / number(1);
  if (type === 'IFCCLOTHOID') return (length) => term(number(1), length, 1);
  // Terms of polynomial spirals, the one of the highest power first.
  const powers = POLYNOMIALS[type];
  if (powers !== undefined) {
    return (length) => {
      let sum = 0;
      for (let power = powers; power >= 0; power--) {
        sum += term(number(1 + powers - power), length, power);
      }
      return sum;
    };
  }
  const end = start + whole;
  if (type === 'IFCSINESPIRAL') {
    return (length) => {
      const turn = 2 * Math.PI;
      const sine = inverse(number(1)) * (end / turn) * (1 - Math.cos((turn * length) / end));
      return sine + term(number(2), length, 1) + term(number(3), length, 0);
    };
  }
  if (type === 'IFCCOSINESPIRAL') {
    return (length) => {
      const cosine = inverse(number(1)) * (end / Math.PI) * Math.sin((Math.PI * length) / end);
      return cosine + term(number(2), length, 0);
    };
  }
  return undefined;
}

const POLYNOMIALS: Readonly<Record<string, number>> = {
  IFCSECONDORDERPOLYNOMIALSPIRAL: 2,
  IFCTHIRDORDERPOLYNOMIALSPIRAL: 3,
  IFCSEVENTHORDERPOLYNOMIALSPIRAL: 7,
};

/** Integral of a curvature that grows with a power of the length; the factor is a length (0: no such term). */
function term(factor: number, length: number, power: number): number {
  if (factor === 0) return 0;
  const scaled = length / Math.abs(factor);
  return (Math.sign(factor) * scaled ** (power + 1)) / (power + 1);
}

const inverse = (length: number) => (length === 0 ? 0 : 1 / length);

/** The curve of a heading in its plane, from 0, 0 along x. @param length gone, not negative. */
export function followHeading(
  context: CurveContext,
  headingAt: (length: number) => number,
  length: number,
): Points {
  const points: Points = [0, 0, 0];
  const steps = stepsFor(context, headingAt, length);
  let x = 0;
  let y = 0;
  for (let step = 0; step < steps; step++) {
    const from = (length * step) / steps;
    const size = length / steps;
    for (const [at, weight] of GAUSS) {
      const heading = headingAt(from + size * at);
      x += size * weight * Math.cos(heading);
      y += size * weight * Math.sin(heading);
    }
    points.push(x, y, 0);
  }
  return points;
}

/** Places and weights of Gauss and Legendre for three points on 0…1: exact to the fifth power. */
const GAUSS = [
  [0.5 - Math.sqrt(0.15), 5 / 18],
  [0.5, 8 / 18],
  [0.5 + Math.sqrt(0.15), 5 / 18],
] as const;

/** As many as the sharpest bend asks for. */
function stepsFor(context: CurveContext, headingAt: (length: number) => number, length: number) {
  const SAMPLES = 16;
  let sharpest = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const one = headingAt((length * sample) / SAMPLES);
    sharpest = Math.max(sharpest, Math.abs(headingAt((length * (sample + 1)) / SAMPLES) - one));
  }
  if (!(sharpest > 0) || !Number.isFinite(sharpest)) return 1;
  const radius = length / SAMPLES / sharpest;
  return arcSteps(context, radius, length / radius);
}

// Air blast of a hemispherical TNT charge on the ground. kg, m, kPa, kPa·s, s, m/s.
// Source: Swisdak 1994, Simplified Kingery Airblast Calculations (ADA526744), metric coefficients.

import { aboveZero } from '../smoke/in-range.ts';

/** Of one place. A quantity is undefined where Swisdak's curves for it end. */
export interface Blast {
  /** m/kg^(1/3). */
  readonly scaledDistance: number;
  readonly arrivalS: number | undefined;
  readonly incidentKpa: number | undefined;
  readonly reflectedKpa: number | undefined;
  readonly durationS: number | undefined;
  readonly incidentImpulseKpaS: number | undefined;
  readonly reflectedImpulseKpaS: number | undefined;
  readonly shockMs: number | undefined;
}

/** Scaled distance up to which a piece holds, and its coefficients of ln Z. */
type Piece = readonly [upTo: number, coefficients: readonly number[]];

interface Curve {
  readonly from: number;
  readonly pieces: readonly Piece[];
}

const curves = {
  /** ms/kg^(1/3). */
  arrival: {
    from: 0.06,
    pieces: [
      [1.5, [-0.7604, 1.8058, 0.1257, -0.0437, -0.031, -0.00669]],
      [40, [-0.7137, 1.5732, 0.5561, -0.4213, 0.1054, -0.00929]],
    ],
  },
  /** kPa. */
  incident: {
    from: 0.2,
    pieces: [
      [2.9, [7.2106, -2.1069, -0.3229, 0.1117, 0.0685]],
      [23.8, [7.5938, -3.0523, 0.40977, 0.0261, -0.01267]],
      [198.5, [6.0536, -1.4066]],
    ],
  },
  /** kPa. */
  reflected: {
    from: 0.06,
    pieces: [
      [2, [9.006, -2.6893, -0.6295, 0.1011, 0.29255, 0.13505, 0.019736]],
      [40, [8.8396, -1.733, -2.64, 2.293, -0.8232, 0.14247, -0.0099]],
    ],
  },
  /** ms/kg^(1/3), positive phase. */
  duration: {
    from: 0.2,
    pieces: [
      [1.02, [0.5426, 3.2299, -1.5931, -5.9667, -4.0815, -0.9149]],
      [2.8, [0.544, 2.7082, -9.7354, 14.3425, -9.7791, 2.8535]],
      [40, [-2.4608, 7.1639, -5.6215, 2.2711, -0.44994, 0.03486]],
    ],
  },
  /** kPa·ms/kg^(1/3). */
  incidentImpulse: {
    from: 0.2,
    pieces: [
      [0.96, [5.522, 1.117, 0.6, -0.292, -0.087]],
      [2.38, [5.465, -0.308, -1.464, 1.362, -0.432]],
      [33.7, [5.2749, -0.4677, -0.2499, 0.0588, -0.00554]],
      [158.7, [5.9825, -1.062]],
    ],
  },
  /** kPa·ms/kg^(1/3). */
  reflectedImpulse: { from: 0.06, pieces: [[40, [6.7853, -1.3466, 0.101, -0.01123]]] },
  /** km/s. */
  shock: {
    from: 0.06,
    pieces: [
      [1.5, [0.1794, -0.956, -0.0866, 0.109, 0.0699, 0.01218]],
      [40, [0.2597, -1.326, 0.3767, 0.0396, -0.0351, 0.00432]],
    ],
  },
} satisfies Record<string, Curve>;

/** What reaches a place `distanceM` from `tntKg` on the ground. @throws RangeError for what isn't above 0. */
export function blastAt(tntKg: number, distanceM: number): Blast {
  aboveZero('charge', tntKg, 'kg of TNT');
  aboveZero('distance', distanceM, 'm');
  const size = Math.cbrt(tntKg);
  const z = distanceM / size;
  const milli = (curve: Curve) => times(read(curve, z), size / 1000);
  return {
    scaledDistance: z,
    arrivalS: milli(curves.arrival),
    incidentKpa: read(curves.incident, z),
    reflectedKpa: read(curves.reflected, z),
    durationS: milli(curves.duration),
    incidentImpulseKpaS: milli(curves.incidentImpulse),
    reflectedImpulseKpaS: milli(curves.reflectedImpulse),
    shockMs: times(read(curves.shock, z), 1000),
  };
}

export interface BlastDistance {
  readonly distanceM: number;
  /** `'farther'`: the pressure lies beyond the curves, so the distance is their far end; `'nearer'` alike. */
  readonly isAtEndOfCurve: 'nearer' | 'farther' | undefined;
}

/** Farthest place that `pressureKpa` reaches. @throws RangeError for what isn't above 0. */
export function distanceOfPressure(tntKg: number, pressureKpa: number): BlastDistance {
  aboveZero('charge', tntKg, 'kg of TNT');
  aboveZero('pressure', pressureKpa, 'kPa');
  const size = Math.cbrt(tntKg);
  let near = curves.incident.from;
  let far = 198.5;
  const pressureOf = (z: number) => read(curves.incident, z) ?? 0;
  if (pressureKpa > pressureOf(near)) {
    return { distanceM: near * size, isAtEndOfCurve: 'nearer' };
  }
  if (pressureKpa < pressureOf(far)) return { distanceM: far * size, isAtEndOfCurve: 'farther' };
  for (let halving = 0; halving < 60; halving++) {
    const middle = Math.sqrt(near * far);
    if (pressureOf(middle) >= pressureKpa) near = middle;
    else far = middle;
  }
  return { distanceM: near * size, isAtEndOfCurve: undefined };
}

function read({ from, pieces }: Curve, z: number): number | undefined {
  if (z < from) return undefined;
  const piece = pieces.find(([upTo]) => z <= upTo);
  if (!piece) return undefined;
  const lnZ = Math.log(z);
  return Math.exp(piece[1].reduceRight((sum, coefficient) => sum * lnZ + coefficient, 0));
}

const times = (value: number | undefined, factor: number) =>
  value === undefined ? undefined : value * factor;

// How wide and how high a plume or a puff has spread, in m, at a distance downwind, in m.
// Source: Briggs 1973 (urban, rural, for 100 m to 10 km); Spicer & Havens 1989 with Seinfeld 1986; Slade 1968 (puffs).

import type { StabilityClass } from './stability.ts';

export type PlumeSpread = 'briggs-urban' | 'briggs-rural' | 'spicer-havens-seinfeld';
/** A factor for each class, A to F. */
type PerClass = Readonly<Record<StabilityClass, number>>;
type PowerLaws = Readonly<Record<StabilityClass, readonly [factor: number, power: number]>>;

const urbanY: PerClass = { A: 0.32, B: 0.32, C: 0.22, D: 0.16, E: 0.11, F: 0.11 };
const ruralY: PerClass = { A: 0.22, B: 0.16, C: 0.11, D: 0.08, E: 0.06, F: 0.04 };
const spicerHavensY: PerClass = { A: 0.423, B: 0.313, C: 0.21, D: 0.136, E: 0.102, F: 0.0674 };
const seinfeldZ: Readonly<Record<StabilityClass, readonly [number, number, number]>> = {
  A: [107.7, -1.7172, 0.277],
  B: [0.1355, 0.8752, 0.0136],
  C: [0.09623, 0.9477, -0.002],
  D: [0.04134, 1.1737, -0.0316],
  E: [0.02275, 1.301, -0.045],
  F: [0.01122, 1.4024, -0.054],
};
const puffY: PowerLaws = {
  ...{ A: [0.18, 0.92], B: [0.14, 0.92], C: [0.1, 0.92] },
  ...{ D: [0.06, 0.92], E: [0.04, 0.92], F: [0.02, 0.89] },
};
const puffZ: PowerLaws = {
  ...{ A: [0.6, 0.75], B: [0.53, 0.73], C: [0.34, 0.71] },
  ...{ D: [0.15, 0.7], E: [0.1, 0.65], F: [0.05, 0.61] },
};

/** σy of a plume, m; 0 at the source. Means over ten minutes. */
export function crosswindSpread(set: PlumeSpread, stability: StabilityClass, xM: number): number {
  if (xM <= 0) return 0;
  switch (set) {
    case 'briggs-urban':
      return (urbanY[stability] * xM) / Math.sqrt(1 + 0.0004 * xM);
    case 'briggs-rural':
      return (ruralY[stability] * xM) / Math.sqrt(1 + 0.0001 * xM);
    case 'spicer-havens-seinfeld':
      return spicerHavensY[stability] * xM ** 0.9;
  }
}

/** σz of a plume, m; 0 at the source. */
export function verticalSpread(set: PlumeSpread, stability: StabilityClass, xM: number): number {
  if (xM <= 0) return 0;
  switch (set) {
    case 'briggs-urban':
      return urbanZ(stability, xM);
    case 'briggs-rural':
      return ruralZ(stability, xM);
    case 'spicer-havens-seinfeld': {
      const [factor, power, bend] = seinfeldZ[stability];
      return factor * xM ** power * Math.exp(bend * Math.log(xM) ** 2);
    }
  }
}

function urbanZ(stability: StabilityClass, xM: number): number {
  if (stability === 'A' || stability === 'B') return 0.24 * xM * Math.sqrt(1 + 0.001 * xM);
  if (stability === 'C') return 0.2 * xM;
  if (stability === 'D') return (0.14 * xM) / Math.sqrt(1 + 0.0003 * xM);
  return (0.08 * xM) / Math.sqrt(1 + 0.0015 * xM);
}

function ruralZ(stability: StabilityClass, xM: number): number {
  if (stability === 'A') return 0.2 * xM;
  if (stability === 'B') return 0.12 * xM;
  if (stability === 'C') return (0.08 * xM) / Math.sqrt(1 + 0.0002 * xM);
  if (stability === 'D') return (0.06 * xM) / Math.sqrt(1 + 0.0015 * xM);
  return ((stability === 'E' ? 0.03 : 0.016) * xM) / (1 + 0.0003 * xM);
}

/** σx = σy of a puff that has drifted `xM`, m. */
export function puffCrosswindSpread(stability: StabilityClass, xM: number): number {
  const [factor, power] = puffY[stability];
  return xM <= 0 ? 0 : factor * xM ** power;
}

/** σz of a puff that has drifted `xM`, m. */
export function puffVerticalSpread(stability: StabilityClass, xM: number): number {
  const [factor, power] = puffZ[stability];
  return xM <= 0 ? 0 : factor * xM ** power;
}

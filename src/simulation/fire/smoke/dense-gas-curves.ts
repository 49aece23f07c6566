// Where dense gas has thinned to a share of what was let go, by Britter and McQuaid's parameter α; log10 of a distance
// over √(V/u) for plumes, over V^(1/3) for puffs. Source: EPA-454/B-94-023 (TSCREEN), CCPS 1999, from HSE CRR 17/1988.

export interface DenseGasPoint {
  readonly log: number;
  readonly share: number;
}

/** Straight pieces over α: up to which α, slope and value at α = 0. */
type Curve = readonly (readonly [upToAlpha: number, slope: number, atZero: number])[];
/** Concentration as a share of the initial one, and log10 of the scaled distance that reaches it. */
type Curves = readonly (readonly [share: number, curve: Curve])[];

const plumeCurves: Curves = [
  [
    0.1,
    [
      [-0.55, 0, 1.75],
      [-0.14, 0.24, 1.88],
      [Infinity, -0.5, 1.78],
    ],
  ],
  [
    0.05,
    [
      [-0.68, 0, 1.92],
      [-0.29, 0.36, 2.16],
      [-0.18, 0, 2.06],
      [Infinity, -0.56, 1.96],
    ],
  ],
  [
    0.02,
    [
      [-0.69, 0, 2.08],
      [-0.31, 0.45, 2.39],
      [-0.16, 0, 2.25],
      [Infinity, -0.54, 2.16],
    ],
  ],
  [
    0.01,
    [
      [-0.7, 0, 2.25],
      [-0.29, 0.49, 2.59],
      [-0.2, 0, 2.45],
      [Infinity, -0.52, 2.35],
    ],
  ],
  [
    0.005,
    [
      [-0.67, 0, 2.4],
      [-0.28, 0.59, 2.8],
      [-0.15, 0, 2.63],
      [Infinity, -0.48, 2.56],
    ],
  ],
  [
    0.002,
    [
      [-0.69, 0, 2.6],
      [-0.25, 0.39, 2.87],
      [-0.13, 0, 2.77],
      [Infinity, -0.5, 2.71],
    ],
  ],
];
const puffCurves: Curves = [
  [
    0.1,
    [
      [-0.44, 0, 0.7],
      [0.43, 0.26, 0.81],
      [Infinity, 0, 0.93],
    ],
  ],
  [
    0.05,
    [
      [-0.56, 0, 0.85],
      [0.31, 0.26, 1],
      [Infinity, -0.12, 1.12],
    ],
  ],
  [
    0.02,
    [
      [-0.66, 0, 0.95],
      [0.32, 0.36, 1.19],
      [Infinity, -0.26, 1.38],
    ],
  ],
  [
    0.01,
    [
      [-0.71, 0, 1.15],
      [0.37, 0.34, 1.39],
      [Infinity, -0.38, 1.66],
    ],
  ],
  [
    0.005,
    [
      [-0.52, 0, 1.48],
      [0.24, 0.26, 1.62],
      [Infinity, -0.3, 1.75],
    ],
  ],
  [
    0.002,
    [
      [0.27, 0, 1.83],
      [Infinity, -0.32, 1.92],
    ],
  ],
  [
    0.001,
    [
      [-0.1, 0, 2.075],
      [Infinity, -0.27, 2.05],
    ],
  ],
];

/** The points of the curves at α, nearest first. */
export function denseGasPoints(kind: 'plume' | 'puff', alpha: number): DenseGasPoint[] {
  const curves = kind === 'plume' ? plumeCurves : puffCurves;
  return curves.map(([share, curve]) => ({ share, log: readCurve(curve, alpha) }));
}

const readCurve = (curve: Curve, alpha: number): number => {
  const [, slope = 0, atZero = 0] = curve.find(([upTo]) => alpha <= upTo) ?? [];
  return slope * alpha + atZero;
};

// Dimensionless mass curves of design storms: share of the depth by share of the duration.
// SCS type II: NRCS TR-20/TR-55, 24 h, every half hour and every 6 minutes around its peak (hours, share).
// Huff: first to fourth quartile, median point curves every 5 % of the duration (Huff 1967, Water Resour. Res. 3:4).

export const scsTypeII: readonly (readonly [hours: number, share: number])[] = [
  ...byHalfHour(0, [
    ...[0, 0.0053, 0.0108, 0.0164, 0.0223, 0.0284, 0.0347, 0.0414, 0.0483, 0.0555, 0.0632, 0.0712],
    ...[0.0797, 0.0887, 0.0984, 0.1089, 0.1203, 0.1328, 0.1467, 0.1625, 0.1808, 0.2042, 0.2351],
  ]),
  ...[0.283, 0.307, 0.354, 0.431, 0.568, 0.663, 0.682, 0.699, 0.713, 0.725].map(
    (share, k): [number, number] => [11.5 + k / 10, share],
  ),
  ...byHalfHour(12.5, [
    ...[0.7351, 0.7724, 0.7989, 0.8197, 0.838, 0.8538, 0.8676, 0.8801, 0.8914, 0.9019, 0.9115],
    ...[0.9206, 0.9291, 0.9371, 0.9446, 0.9519, 0.9588, 0.9653, 0.9717, 0.9777, 0.9836, 0.9892],
    ...[0.9947, 1],
  ]),
];

function byHalfHour(from: number, shares: readonly number[]): [number, number][] {
  return shares.map((share, k) => [from + k / 2, share]);
}

export const huffCurves: readonly (readonly number[])[] = [
  [
    ...[0, 0.063, 0.178, 0.333, 0.5, 0.62, 0.705, 0.76, 0.798, 0.83, 0.855, 0.88, 0.898, 0.915],
    ...[0.93, 0.944, 0.958, 0.971, 0.983, 0.994, 1],
  ],
  [
    ...[0, 0.015, 0.031, 0.07, 0.125, 0.208, 0.305, 0.42, 0.525, 0.63, 0.725, 0.805, 0.86, 0.9],
    ...[0.93, 0.948, 0.962, 0.974, 0.985, 0.993, 1],
  ],
  [
    ...[0, 0.02, 0.04, 0.072, 0.1, 0.122, 0.14, 0.155, 0.18, 0.215, 0.28, 0.395, 0.535, 0.69],
    ...[0.79, 0.875, 0.935, 0.965, 0.985, 0.995, 1],
  ],
  [
    ...[0, 0.02, 0.04, 0.055, 0.07, 0.085, 0.1, 0.115, 0.135, 0.155, 0.185, 0.215, 0.245, 0.29],
    ...[0.35, 0.435, 0.545, 0.74, 0.94, 0.975, 1],
  ],
];

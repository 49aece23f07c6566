// Small distances on the globe as on a plane: m east and north of a place. Good to a thousandth over ten kilometres.

import type { PlaceDeg } from './place-deg.ts';

const M_PER_DEGREE = 111_320;

export type Offset = readonly [eastM: number, northM: number];

export const offsetBetween = (from: PlaceDeg, to: PlaceDeg): Offset => [
  (to[0] - from[0]) * M_PER_DEGREE * Math.cos((from[1] * Math.PI) / 180),
  (to[1] - from[1]) * M_PER_DEGREE,
];

export const moved = (from: PlaceDeg, [eastM, northM]: Offset): PlaceDeg => [
  from[0] + eastM / (M_PER_DEGREE * Math.cos((from[1] * Math.PI) / 180)),
  from[1] + northM / M_PER_DEGREE,
];

export const distanceM = (from: PlaceDeg, to: PlaceDeg): number =>
  Math.hypot(...offsetBetween(from, to));

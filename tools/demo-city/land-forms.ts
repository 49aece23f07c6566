// Shapes that land is made of, as functions of the plan; m.

import type { Point } from './plane.ts';

/** 0 up to `from`, 1 beyond `to`, smooth between. */
export function smooth(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

export interface Hill extends Point {
  readonly heightM: number;
  readonly spreadM: number;
}

/** Beyond five spreads a hill is lower than a millimetre and left out. */
export function hillAt(plan: Point, { x, y, heightM, spreadM }: Hill): number {
  const square = ((plan.x - x) ** 2 + (plan.y - y) ** 2) / (spreadM * spreadM);
  return square > 25 ? 0 : heightM * Math.exp(-square / 2);
}

/** A low plain: where it lies, how far it fades out on each side, and its level. */
export interface Basin {
  readonly west: readonly [none: number, whole: number];
  readonly east: readonly [whole: number, none: number];
  readonly south: readonly [none: number, whole: number];
  readonly north: readonly [whole: number, none: number];
}

/** 1 inside a basin, 0 outside. */
export const basinShare = ({ x, y }: Point, { west, east, south, north }: Basin): number =>
  smooth(west[0], west[1], x) *
  (1 - smooth(east[0], east[1], x)) *
  smooth(south[0], south[1], y) *
  (1 - smooth(north[0], north[1], y));

/** Straight lines through stations in ascending order, level beyond the ends. */
export function alongProfile(
  stations: readonly (readonly [at: number, value: number])[],
  at: number,
): number {
  let [before] = stations;
  if (!before) throw new RangeError('A profile needs a station.');
  for (const station of stations) {
    if (at <= station[0]) {
      const run = station[0] - before[0];
      return run === 0
        ? station[1]
        : before[1] + ((at - before[0]) / run) * (station[1] - before[1]);
    }
    before = station;
  }
  return before[1];
}

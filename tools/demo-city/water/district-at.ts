// The district of the plan at a place, or the nearest one.

import { districts } from '../plan.ts';
import type { Point } from '../plane.ts';

/** Places on a great road go to the district west or south of it, m. */
const nudgeM = 1;

/** Index in `districts`. */
export function districtAt({ x, y }: Point): number {
  const offs = districts.map(({ corners }) => {
    const [west, south] = [corners[0]!.x, corners[0]!.y];
    const [east, north] = [corners[2]!.x, corners[2]!.y];
    const off = (value: number, from: number, to: number) => Math.max(0, from - value, value - to);
    return Math.hypot(off(x - nudgeM, west, east), off(y - nudgeM, south, north));
  });
  return offs.indexOf(Math.min(...offs));
}

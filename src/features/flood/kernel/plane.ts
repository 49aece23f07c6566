// Small distances on the globe as on a plane: m east and north of a place. Good to a thousandth over ten kilometres.

import type { PlaceDeg } from '../contract.ts';

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

export const lengthM = (line: readonly PlaceDeg[]): number =>
  line.reduce((sum, place, at) => sum + distanceM(line[at - 1] ?? place, place), 0);

/** The nearest of some places; undefined where there are none. */
export function nearest(
  places: readonly PlaceDeg[],
  to: PlaceDeg,
): { readonly at: number; readonly distanceM: number } | undefined {
  let best: { at: number; distanceM: number } | undefined;
  for (const [at, place] of places.entries()) {
    const distance = distanceM(place, to);
    if (!best || distance < best.distanceM) best = { at, distanceM: distance };
  }
  return best;
}

/** The part of a line within `reachM` of one of its points, along the line. */
export function stretch(
  line: readonly PlaceDeg[],
  around: number,
  reachM: number,
): readonly PlaceDeg[] {
  const walk = (step: 1 | -1): PlaceDeg[] => {
    const found: PlaceDeg[] = [];
    let gone = 0;
    for (let at = around; ; at += step) {
      const here = line[at];
      const next = line[at + step];
      if (!here || !next) return found;
      const long = distanceM(here, next);
      if (gone + long >= reachM) {
        const share = (reachM - gone) / long;
        const [east, north] = offsetBetween(here, next);
        found.push(moved(here, [east * share, north * share]));
        return found;
      }
      gone += long;
      found.push(next);
    }
  };
  const here = line[around];
  return here ? [...walk(-1).reverse(), here, ...walk(1)] : [];
}

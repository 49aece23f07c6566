// Lines on the globe as on a plane: how long, what is nearest, a stretch of one. m.

import { distanceM, moved, offsetBetween } from '#model/near-plane.ts';
import type { PlaceDeg } from '../contract.ts';

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

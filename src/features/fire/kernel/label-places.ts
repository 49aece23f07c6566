// Where rings are named: on themselves, as far from what is named already as they allow. Places in degrees.

import { distanceM } from '#model/near-plane.ts';
import type { PlaceDeg, RingsDeg } from '../contract.ts';

/** Corners of a ring that are tried. */
const TRIED = 24;

/**
 * One place a ring list, in order: on the largest ring; undefined where there is none.
 * @param taken places of other words
 */
export function labelPlaces(
  all: readonly RingsDeg[],
  taken: readonly PlaceDeg[],
): readonly (PlaceDeg | undefined)[] {
  const named: PlaceDeg[] = [...taken];
  return all.map((rings) => {
    const ring = [...rings].sort((a, b) => b.length - a.length)[0] ?? [];
    const step = Math.max(1, Math.floor(ring.length / TRIED));
    let best: PlaceDeg | undefined;
    let bestM = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < ring.length; at += step) {
      const place = ring[at];
      if (!place) continue;
      const farM = Math.min(...named.map((other) => distanceM(place, other)), 1e9);
      // Of alike places the northern one: from the south, where eyes begin, it stands above the others.
      if (farM > bestM + 1 || (farM > bestM - 1 && place[1] > (best?.[1] ?? -90))) {
        best = place;
        bestM = Math.max(bestM, farM);
      }
    }
    if (best) named.push(best);
    return best;
  });
}

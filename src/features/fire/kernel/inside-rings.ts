// Whether a place lies inside rings: even-odd over all of them, by counting the edges that a ray to the east crosses.

import type { PlaceDeg, RingsDeg } from '../contract.ts';

export function insideRings(rings: RingsDeg, [longitude, latitude]: PlaceDeg): boolean {
  let odd = false;
  for (const ring of rings) {
    let before = ring.at(-1);
    for (const corner of ring) {
      const [x1, y1] = corner;
      const [x2, y2] = before ?? corner;
      before = corner;
      if (y1 > latitude === y2 > latitude) continue;
      if (longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1) odd = !odd;
    }
  }
  return odd;
}

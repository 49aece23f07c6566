// Even-odd rings as GeoJSON has them (RFC 7946): outer rings counter-clockwise with the holes that lie in them clockwise,
// each closed, longitude before latitude in degrees.

import { insideOf } from '#model/polygon.ts';
import type { PlaceDeg, RingsDeg } from '../../contract.ts';

export type PolygonsDeg = readonly (readonly (readonly PlaceDeg[])[])[];

export function ringsToPolygons(rings: RingsDeg): PolygonsDeg {
  const own = rings.filter(({ length }) => length >= 3);
  const tests = own.map((ring) => insideOf(ring));
  const around = own.map((ring, at) => {
    const [x, y] = ring[0] ?? [Number.NaN, Number.NaN];
    return [...own.keys()].filter((other) => other !== at && tests[other]?.(x, y));
  });
  const depth = around.map(({ length }) => length);
  return own.flatMap((ring, at) => {
    if ((depth[at] ?? 0) % 2 === 1) return [];
    const holes = own.filter(
      (_, other) => depth[other] === (depth[at] ?? 0) + 1 && around[other]?.includes(at),
    );
    return [[wind(ring, true), ...holes.map((hole) => wind(hole, false))]];
  });
}

function wind(ring: readonly PlaceDeg[], isLeft: boolean): readonly PlaceDeg[] {
  const [first] = ring;
  const last = ring[ring.length - 1];
  const isClosed = first && last && first[0] === last[0] && first[1] === last[1];
  const closed = first && !isClosed ? [...ring, first] : ring;
  return areaOf(closed) > 0 === isLeft ? closed : closed.toReversed();
}

/** Above 0 counter-clockwise. */
function areaOf(ring: readonly PlaceDeg[]): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let doubled = 0;
  ring.forEach(([x, y], at) => {
    const [nextX, nextY] = ring[at + 1] ?? [x0, y0];
    doubled += (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
  });
  return doubled;
}

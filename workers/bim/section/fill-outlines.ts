// Outlines in a plane → triangles. What an outline encloses is solid where it runs the way of the largest one, and
// a hole where it runs the other way and lies inside a solid one.

import earcut from 'earcut';

/** x, y (m) a point of a plane, not closed. */
export type FlatOutline = Float64Array;

export interface FilledArea {
  /** x, y a corner. */
  readonly points: Float64Array;
  readonly indices: readonly number[];
}

/** Areas below this are slivers between a face and a plane that nearly touches it, m². */
const LEAST_M2 = 1e-6;

export function fillOutlines(outlines: readonly FlatOutline[]): FilledArea[] {
  const loops = outlines
    .map((points) => ({ points, area: signedArea(points) }))
    .filter(({ area }) => Math.abs(area) >= LEAST_M2)
    .sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  const [largest] = loops;
  if (!largest) return [];
  const solids: { points: FlatOutline; holes: FlatOutline[] }[] = [];
  for (const { points, area } of loops) {
    const isSolid = area > 0 === largest.area > 0;
    // The smallest one around it: they are in the order of their areas.
    const around = isSolid ? undefined : solids.findLast((solid) => isInside(points, solid.points));
    if (around) around.holes.push(points);
    else solids.push({ points, holes: [] });
  }
  return solids.map(({ points, holes }) => {
    const all = [points, ...holes];
    const starts: number[] = [];
    let corners = points.length / 2;
    for (const hole of holes) {
      starts.push(corners);
      corners += hole.length / 2;
    }
    const flat = Float64Array.from(all.flatMap((loop) => [...loop]));
    return { points: flat, indices: earcut(flat, starts) };
  });
}

function signedArea(points: FlatOutline): number {
  let twice = 0;
  for (let at = 0, before = points.length - 2; at < points.length; before = at, at += 2) {
    twice += points[before]! * points[at + 1]! - points[at]! * points[before + 1]!;
  }
  return twice / 2;
}

/** By a point of the inner one; outlines of one shape don't cross. */
function isInside(inner: FlatOutline, outer: FlatOutline): boolean {
  const [x, y] = [inner[0]!, inner[1]!];
  let isOdd = false;
  for (let at = 0, before = outer.length - 2; at < outer.length; before = at, at += 2) {
    const [x1, y1, x2, y2] = [outer[at]!, outer[at + 1]!, outer[before]!, outer[before + 1]!];
    if (y1 > y === y2 > y) continue;
    if (x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isOdd = !isOdd;
  }
  return isOdd;
}

// Which buildings stand inside a polygon drawn on the map. A scan of all centres costs 1 ms for
// 100,000 buildings, less than building any spatial index.

import type { FeatureIndex } from '#contract/feature-index.ts';

/** Pairs of longitude and latitude, rad; closed by itself; even-odd where it crosses itself. */
export type Polygon = readonly (readonly [number, number])[];

/** City-wide indices of the buildings whose centre lies inside. */
export function findInside(index: FeatureIndex, polygon: Polygon): number[] {
  const west = Math.min(...polygon.map(([longitude]) => longitude));
  const east = Math.max(...polygon.map(([longitude]) => longitude));
  const south = Math.min(...polygon.map(([, latitude]) => latitude));
  const north = Math.max(...polygon.map(([, latitude]) => latitude));
  const inside: number[] = [];
  for (let building = 0; building < index.count; building++) {
    const longitude = index.longitude[building]!;
    const latitude = index.latitude[building]!;
    if (longitude < west || longitude > east || latitude < south || latitude > north) continue;
    if (isInside(polygon, longitude, latitude)) inside.push(building);
  }
  return inside;
}

/** Counts the edges that a ray to the east crosses. */
function isInside(polygon: Polygon, longitude: number, latitude: number): boolean {
  let odd = false;
  for (let corner = 0, before = polygon.length - 1; corner < polygon.length; before = corner++) {
    const [x1, y1] = polygon[corner]!;
    const [x2, y2] = polygon[before]!;
    if (y1 > latitude === y2 > latitude) continue;
    if (longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1) odd = !odd;
  }
  return odd;
}

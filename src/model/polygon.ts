// Whether a point lies in a polygon drawn on the map: the even-odd rule, by counting the edges that a ray
// to the east crosses. Small enough an area that longitude and latitude are as good as a plane.

/** Pairs of longitude and latitude, rad; closed by itself; even-odd where it crosses itself. */
export type Polygon = readonly (readonly [number, number])[];

/** A test for points (rad) that knows the polygon's box, so that most points cost four comparisons. */
export function insideOf(polygon: Polygon): (longitude: number, latitude: number) => boolean {
  const x = Float64Array.from(polygon, ([longitude]) => longitude);
  const y = Float64Array.from(polygon, ([, latitude]) => latitude);
  const west = Math.min(...x);
  const east = Math.max(...x);
  const south = Math.min(...y);
  const north = Math.max(...y);
  return (longitude, latitude) =>
    longitude >= west &&
    longitude <= east &&
    latitude >= south &&
    latitude <= north &&
    isInside(x, y, longitude, latitude);
}

function isInside(x: Float64Array, y: Float64Array, longitude: number, latitude: number): boolean {
  let odd = false;
  for (let corner = 0, before = x.length - 1; corner < x.length; before = corner++) {
    const y1 = y[corner]!;
    const y2 = y[before]!;
    if (y1 > latitude === y2 > latitude) continue;
    const x1 = x[corner]!;
    if (longitude < ((x[before]! - x1) * (latitude - y1)) / (y2 - y1) + x1) odd = !odd;
  }
  return odd;
}

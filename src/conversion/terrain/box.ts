// Boxes of longitude and latitude, none across the antimeridian.

/** West, south, east, north in rad. */
export type BoxRad = readonly [number, number, number, number];

const EARTH_M = 6378137;

export const contains = ([west, south, east, north]: BoxRad, longitude: number, latitude: number) =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north;

/** Width and height of a box at its middle, m. */
export function sizeM([west, south, east, north]: BoxRad): [number, number] {
  const middle = Math.cos((south + north) / 2);
  return [(east - west) * EARTH_M * middle, (north - south) * EARTH_M];
}

/** A box grown by `marginM` on every side, kept off the poles and within a turn. */
export function growBox([west, south, east, north]: BoxRad, marginM: number): BoxRad {
  const dLatitude = marginM / EARTH_M;
  const dLongitude = dLatitude / Math.max(0.05, Math.cos((south + north) / 2));
  return [
    Math.max(-Math.PI, west - dLongitude),
    Math.max(-Math.PI / 2, south - dLatitude),
    Math.min(Math.PI, east + dLongitude),
    Math.min(Math.PI / 2, north + dLatitude),
  ];
}

/** The box around boxes. */
export function unite(boxes: readonly BoxRad[]): BoxRad {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

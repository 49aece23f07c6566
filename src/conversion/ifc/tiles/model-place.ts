import { type BimModel, type StoredPlacement, toModelPlacement } from '#contract/bim-model.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { toGeodetic } from '#model/position.ts';
import { metres, toDegrees } from '#model/units.ts';

export interface ModelPlace {
  /** West, south, east, north. */
  readonly boundsDeg: readonly [number, number, number, number];
  /** Least and greatest height above the ellipsoid. */
  readonly heightM: readonly [number, number];
}

/** What of the Earth a model's box covers. */
export function placeOf(boundsM: BimModel['boundsM'], placement: StoredPlacement): ModelPlace {
  const m = toModelMatrix(toModelPlacement(placement));
  const place = { west: 180, south: 90, east: -180, north: -90, low: Infinity, high: -Infinity };
  for (let corner = 0; corner < 8; corner++) {
    const [x, y, z] = [0, 1, 2].map((axis) => boundsM[(corner >> axis) & 1]![axis]!) as [
      number,
      number,
      number,
    ];
    const along = (row: number) =>
      metres(m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!);
    const { longitude, latitude, height } = toGeodetic({ x: along(0), y: along(1), z: along(2) });
    place.west = Math.min(place.west, toDegrees(longitude));
    place.east = Math.max(place.east, toDegrees(longitude));
    place.south = Math.min(place.south, toDegrees(latitude));
    place.north = Math.max(place.north, toDegrees(latitude));
    place.low = Math.min(place.low, height);
    place.high = Math.max(place.high, height);
  }
  return {
    boundsDeg: [place.west, place.south, place.east, place.north],
    heightM: [place.low, place.high],
  };
}

import { type StoredPlacement, toStoredPlacement } from '#contract/bim-model.ts';
import { placePoint } from '#model/model-moves.ts';
import { placementAt } from '#model/model-placement.ts';
import { fromDegrees, metres } from '#model/units.ts';
import type { PointM } from './model-origin.ts';

/** A point on the Earth: degrees, metres above the ellipsoid. */
export interface Spot {
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly heightM: number;
}

/**
 * The placement that puts `point` of the model's frame (m, within some kilometres of its origin) on the spot,
 * the x axis `rotationDeg` counter-clockwise from true east there.
 */
export function placeAtPoint(spot: Spot, rotationDeg: number, point: PointM): StoredPlacement {
  const { longitudeDeg, latitudeDeg, heightM } = spot;
  if (point.every((value) => value === 0)) {
    return { longitudeDeg, latitudeDeg, heightM, rotationDeg, scale: 1 };
  }
  const at = {
    longitude: fromDegrees(longitudeDeg),
    latitude: fromDegrees(latitudeDeg),
    height: metres(heightM),
  };
  return toStoredPlacement(placePoint(placementAt(0, 0, 0), point, at, fromDegrees(rotationDeg)));
}

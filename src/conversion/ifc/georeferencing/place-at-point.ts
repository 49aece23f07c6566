import { type StoredPlacement, toModelPlacement } from '#contract/bim-model.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { toEcef, toGeodetic } from '#model/position.ts';
import { fromDegrees, metres, toDegrees } from '#model/units.ts';
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
  let placement: StoredPlacement = { ...spot, rotationDeg, scale: 1 };
  if (point.every((value) => value === 0)) return placement;
  const target = toEcef({
    longitude: fromDegrees(spot.longitudeDeg),
    latitude: fromDegrees(spot.latitudeDeg),
    height: metres(spot.heightM),
  });
  // Each step moves the origin by what the point is off; a hundred metres are right to 1e-9 m after three.
  for (let step = 0; step < 6; step++) {
    const [x, y, z] = toEarth(placement, point);
    const [ox, oy, oz] = toEarth(placement, [0, 0, 0]);
    const origin = toGeodetic({
      x: metres(ox + target.x - x),
      y: metres(oy + target.y - y),
      z: metres(oz + target.z - z),
    });
    const longitudeDeg = toDegrees(origin.longitude);
    // North turns on the way from the spot to the origin.
    const turnDeg = Math.sin(origin.latitude) * (longitudeDeg - spot.longitudeDeg);
    placement = {
      longitudeDeg,
      latitudeDeg: toDegrees(origin.latitude),
      heightM: origin.height,
      rotationDeg: rotationDeg - turnDeg,
      scale: 1,
    };
  }
  return placement;
}

/** Earth-centred position (m) of a point of the model's frame. */
export function toEarth(placement: StoredPlacement, [x, y, z]: PointM): PointM {
  const matrix = toModelMatrix(toModelPlacement(placement));
  const axis = (row: number) =>
    matrix[row]! * x + matrix[4 + row]! * y + matrix[8 + row]! * z + matrix[12 + row]!;
  return [axis(0), axis(1), axis(2)];
}

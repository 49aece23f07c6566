// Whether the Earth itself hides a point (Cozzi & Ring, 3D Engine Design for Virtual Globes, §4.4: the
// horizon of an ellipsoid in coordinates scaled to the unit sphere).

import { WGS84_A, WGS84_F } from '#model/position.ts';

/** Earth-centred coordinates, m. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const SEMI_MINOR = WGS84_A * (1 - WGS84_F);

/** True where the point lies behind the horizon seen from the eye. */
export function isBehindEarth(point: Point, eye: Point): boolean {
  const [ex, ey, ez] = [eye.x / WGS84_A, eye.y / WGS84_A, eye.z / SEMI_MINOR];
  const [dx, dy, dz] = [point.x / WGS84_A - ex, point.y / WGS84_A - ey, point.z / SEMI_MINOR - ez];
  const toHorizonSquared = ex * ex + ey * ey + ez * ez - 1;
  const towardsCentre = -(dx * ex + dy * ey + dz * ez);
  const distanceSquared = dx * dx + dy * dy + dz * dz;
  return (
    towardsCentre > toHorizonSquared && towardsCentre ** 2 > toHorizonSquared * distanceSquared
  );
}

import { enuToEcefMatrix, type Geodetic } from '#model/position.ts';
import type { Radians } from '#model/units.ts';

/** Where something stands in the sky: azimuth from north clockwise, elevation from the horizon. */
export interface Bearing {
  readonly azimuth: Radians;
  readonly elevation: Radians;
}

/** Unit vector (Earth-centred axes) from `place` towards a bearing. */
export function directionTo(place: Geodetic, { azimuth, elevation }: Bearing) {
  const frame = enuToEcefMatrix(place);
  const east = Math.sin(azimuth) * Math.cos(elevation);
  const north = Math.cos(azimuth) * Math.cos(elevation);
  const up = Math.sin(elevation);
  const axis = (row: number) =>
    (frame[row] ?? 0) * east + (frame[row + 4] ?? 0) * north + (frame[row + 8] ?? 0) * up;
  return { x: axis(0), y: axis(1), z: axis(2) };
}

/** Azimuth and elevation of a direction (Earth-centred axes, unit length) seen from `place`. */
export function bearingOf(place: Geodetic, direction: { x: number; y: number; z: number }) {
  const frame = enuToEcefMatrix(place);
  const along = (column: number) =>
    (frame[column] ?? 0) * direction.x +
    (frame[column + 1] ?? 0) * direction.y +
    (frame[column + 2] ?? 0) * direction.z;
  const [east, north, up] = [along(0), along(4), along(8)];
  return {
    azimuth: (Math.atan2(east, north) + 2 * Math.PI) % (2 * Math.PI),
    elevation: Math.asin(Math.min(1, Math.max(-1, up))),
  };
}

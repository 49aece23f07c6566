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

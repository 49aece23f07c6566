// Where a building model stands: its origin on the Earth, the turn of its x axis, its scale.
// The model's frame is right-handed, z up, metres.

import { toEcef } from './position.ts';
import { type Metres, metres, type Radians, radians } from './units.ts';

export interface ModelPlacement {
  /** Of the model's origin. */
  readonly longitude: Radians;
  readonly latitude: Radians;
  /** Of the model's origin above the ellipsoid. */
  readonly height: Metres;
  /** From true east to the model's x axis, counter-clockwise seen from above. */
  readonly rotation: Radians;
  /** Metres on the ground for a metre of the model: the scale of a map projection, near 1. */
  readonly scale: number;
  /** Metres up for a metre of the model, where that differs: projections stretch ground, not heights. */
  readonly upScale?: number | undefined;
}

/** Column-major 4 × 4 matrix from the model's frame (m) to Earth-centred coordinates (EPSG:4978, m). */
export function toModelMatrix(placement: ModelPlacement): Float64Array {
  const { longitude, latitude, rotation, scale, upScale = scale } = placement;
  const [sinLon, cosLon] = [Math.sin(longitude), Math.cos(longitude)];
  const [sinLat, cosLat] = [Math.sin(latitude), Math.cos(latitude)];
  const [sinTurn, cosTurn] = [Math.sin(rotation), Math.cos(rotation)];
  const east = [-sinLon, cosLon, 0] as const;
  const north = [-sinLat * cosLon, -sinLat * sinLon, cosLat] as const;
  const up = [cosLat * cosLon, cosLat * sinLon, sinLat] as const;
  const { x, y, z } = toEcef(placement);
  const matrix = new Float64Array(16);
  for (let row = 0; row < 3; row++) {
    matrix[row] = scale * (cosTurn * east[row]! + sinTurn * north[row]!);
    matrix[4 + row] = scale * (cosTurn * north[row]! - sinTurn * east[row]!);
    matrix[8 + row] = upScale * up[row]!;
  }
  matrix.set([x, y, z, 1], 12);
  return matrix;
}

/** The matrix that takes what stands at `from` to where it stands at `to`: `to` · `from`⁻¹, column-major. */
export function toMoveMatrix(from: ModelPlacement, to: ModelPlacement): Float64Array {
  const old = toModelMatrix(from);
  const inverse = new Float64Array(16);
  for (let row = 0; row < 3; row++) {
    const square = (row < 2 ? from.scale : (from.upScale ?? from.scale)) ** 2;
    for (let column = 0; column < 3; column++) {
      inverse[column * 4 + row] = old[row * 4 + column]! / square;
    }
  }
  for (let row = 0; row < 3; row++) {
    inverse[12 + row] = -(
      inverse[row]! * old[12]! +
      inverse[4 + row]! * old[13]! +
      inverse[8 + row]! * old[14]!
    );
  }
  inverse[15] = 1;
  return multiply(toModelMatrix(to), inverse);
}

function multiply(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(16);
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let inner = 0; inner < 4; inner++) sum += a[inner * 4 + row]! * b[column * 4 + inner]!;
      product[column * 4 + row] = sum;
    }
  }
  return product;
}

export const placementAt = (
  longitude: number,
  latitude: number,
  height: number,
  rotation = 0,
  scale = 1,
  upScale?: number,
): ModelPlacement => ({
  longitude: radians(longitude),
  latitude: radians(latitude),
  height: metres(height),
  rotation: radians(rotation),
  scale,
  ...(upScale === undefined ? {} : { upScale }),
});

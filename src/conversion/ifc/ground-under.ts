// The ground under building models that stand alone, with no terrain of a city around them.

import { type BimModel, toModelPlacement } from '#contract/bim-model.ts';
import { findGroundLevel } from '#model/ground-level.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { toGeodetic } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';

/** Points of the ground: longitude, latitude (rad), height above the ellipsoid (m). */
export interface GroundPoints {
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  readonly groundM: Float32Array;
}

/** At the model's ground floor, under the corners of its box. */
export function groundUnder(
  model: Pick<BimModel, 'georeferencing' | 'storeys' | 'boundsM' | 'zeroM'>,
) {
  const m = toModelMatrix(toModelPlacement(model.georeferencing.readings[0]!.placement));
  const [least, greatest] = model.boundsM;
  const z = findGroundLevel(model).levelM;
  const points: GroundPoints = {
    longitude: new Float64Array(4),
    latitude: new Float64Array(4),
    groundM: new Float32Array(4),
  };
  for (let corner = 0; corner < 4; corner++) {
    const x = corner & 1 ? greatest[0] : least[0];
    const y = corner & 2 ? greatest[1] : least[1];
    const along = (row: number) =>
      metres(m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!);
    const place = toGeodetic({ x: along(0), y: along(1), z: along(2) });
    points.longitude[corner] = place.longitude;
    points.latitude[corner] = place.latitude;
    points.groundM[corner] = place.height;
  }
  return points;
}

/** So much ground around models that stand alone, m. */
const GROUND_M = 120;
const DEGREE_M = 111_320;

/** West, south, east, north in degrees, wider on each side. */
export function withGround([west, south, east, north]: readonly [number, number, number, number]): [
  number,
  number,
  number,
  number,
] {
  const y = GROUND_M / DEGREE_M;
  const x = Math.min(1, y / Math.max(0.01, Math.cos(fromDegrees((south + north) / 2))));
  return [
    Math.max(-180, west - x),
    Math.max(-90, south - y),
    Math.min(180, east + x),
    Math.min(90, north + y),
  ];
}

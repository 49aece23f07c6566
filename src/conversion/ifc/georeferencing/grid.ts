// A reference system in use: map coordinates (in metres, whatever the map counts in) to positions and back.

import {
  type CompoundCrs,
  createFromGeodetic,
  createToGeodetic,
  isInArea as isInAreaOf,
} from '#model/crs.ts';
import type { Geoid } from '#model/geoid.ts';
import type { Geodetic } from '#model/position.ts';
import { metres, radians, toDegrees } from '#model/units.ts';
import { metresPerUnit } from './resolve-crs.ts';

export interface Grid {
  readonly crs: CompoundCrs;
  /** Metres of the map's own unit. */
  readonly unitM: number;
  /** Easting, northing and height above the vertical datum, all in m. */
  toPosition(eastM: number, northM: number, heightM: number): Geodetic;
  /** The inverse: easting, northing, height above the vertical datum, m. */
  toMap(position: Geodetic): readonly [number, number, number];
  /** Whether a point of the map lies where its system is meant to be used. */
  isInArea(eastM: number, northM: number): boolean;
  /** The geoid above the ellipsoid, m; 0 where heights count from the ellipsoid. */
  undulationM(position: Geodetic): number;
}

export function createGrid(crs: CompoundCrs, geoid: Geoid): Grid {
  const unitM = metresPerUnit(crs.horizontal);
  // Files in projected systems come east first, whatever the authority says.
  const axes = { axes: 'east-north' } as const;
  const toGeodetic = createToGeodetic(crs, geoid, axes);
  const fromGeodetic = createFromGeodetic(crs, geoid, axes);
  const { metresPerUnit: heightUnitM, surface } = crs.vertical;
  const at = new Float64Array(3);
  const toPosition = (eastM: number, northM: number, heightM: number): Geodetic => {
    at.set([eastM / unitM, northM / unitM, heightM / heightUnitM]);
    toGeodetic(at, at);
    const [longitude = Number.NaN, latitude = Number.NaN, height = Number.NaN] = at;
    return {
      longitude: radians(longitude),
      latitude: radians(latitude),
      height: metres(height),
    };
  };
  return {
    crs,
    unitM,
    toPosition,
    toMap: ({ longitude, latitude, height }) => {
      at.set([longitude, latitude, height]);
      fromGeodetic(at, at);
      const [east = Number.NaN, north = Number.NaN, up = Number.NaN] = at;
      return [east * unitM, north * unitM, up * heightUnitM];
    },
    isInArea: (eastM, northM) => {
      const { longitude, latitude } = toPosition(eastM, northM, 0);
      return isInAreaOf(crs.horizontal, toDegrees(longitude), toDegrees(latitude));
    },
    undulationM: ({ longitude, latitude }) =>
      surface === 'geoid' ? geoid(longitude, latitude) : 0,
  };
}

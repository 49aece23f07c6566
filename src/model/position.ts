// Positions on and above the Earth, one type per frame, and the conversions between the global ones.
// WGS 84 ellipsoid (EPSG:7030): a = 6 378 137 m, 1/f = 298.257 223 563.

import { type Metres, metres, type Radians, radians } from './units.ts';

/** Longitude and latitude (WGS 84, rad) with height above the ellipsoid (m). */
export interface Geodetic {
  readonly longitude: Radians;
  readonly latitude: Radians;
  readonly height: Metres;
}

/** Earth-centred, Earth-fixed coordinates (EPSG:4978), m. */
export interface Ecef {
  readonly x: Metres;
  readonly y: Metres;
  readonly z: Metres;
}

/** East, north, up (m) from an origin that whoever holds the value knows. */
export interface LocalEnu {
  readonly east: Metres;
  readonly north: Metres;
  readonly up: Metres;
}

/** Easting, northing (m) and height (m) in the projected and vertical CRS named by `crs`. */
export interface Projected {
  readonly easting: Metres;
  readonly northing: Metres;
  readonly height: Metres;
  readonly crs: string;
}

/** West, south, east, north in rad; east of west, no box crosses the antimeridian. */
export interface GeodeticBox {
  readonly west: Radians;
  readonly south: Radians;
  readonly east: Radians;
  readonly north: Radians;
}

export const WGS84_A = 6378137;
export const WGS84_F = 1 / 298.257223563;
const E2 = WGS84_F * (2 - WGS84_F);

/** Geodetic to Earth-centred coordinates; closed form, exact. */
export function toEcef(position: Geodetic): Ecef {
  const sinLat = Math.sin(position.latitude);
  const cosLat = Math.cos(position.latitude);
  const normal = WGS84_A / Math.sqrt(1 - E2 * sinLat * sinLat);
  const ring = (normal + position.height) * cosLat;
  return {
    x: metres(ring * Math.cos(position.longitude)),
    y: metres(ring * Math.sin(position.longitude)),
    z: metres((normal * (1 - E2) + position.height) * sinLat),
  };
}

/** Earth-centred to geodetic by Bowring's (1976) start and fixed-point steps; below 1e-9 m near the surface. */
export function toGeodetic({ x, y, z }: Ecef): Geodetic {
  const ring = Math.hypot(x, y);
  const semiMinor = WGS84_A * (1 - WGS84_F);
  const secondE2 = E2 / (1 - E2);
  const theta = Math.atan2(z * WGS84_A, ring * semiMinor);
  let latitude = Math.atan2(
    z + secondE2 * semiMinor * Math.sin(theta) ** 3,
    ring - E2 * WGS84_A * Math.cos(theta) ** 3,
  );
  for (let step = 0; step < 3; step++) {
    const normal = WGS84_A / Math.sqrt(1 - E2 * Math.sin(latitude) ** 2);
    latitude = Math.atan2(z + E2 * normal * Math.sin(latitude), ring);
  }
  const sinLat = Math.sin(latitude);
  const cosLat = Math.cos(latitude);
  const height = ring * cosLat + z * sinLat - WGS84_A * Math.sqrt(1 - E2 * sinLat * sinLat);
  return {
    longitude: radians(Math.atan2(y, x)),
    latitude: radians(latitude),
    height: metres(height),
  };
}

/** East-north-up frame at `origin` as a column-major 4×4 matrix to Earth-centred coordinates. */
export function enuToEcefMatrix(origin: Geodetic): Float64Array {
  const sinLon = Math.sin(origin.longitude);
  const cosLon = Math.cos(origin.longitude);
  const sinLat = Math.sin(origin.latitude);
  const cosLat = Math.cos(origin.latitude);
  const { x, y, z } = toEcef(origin);
  return Float64Array.of(
    -sinLon,
    cosLon,
    0,
    0,
    -sinLat * cosLon,
    -sinLat * sinLon,
    cosLat,
    0,
    cosLat * cosLon,
    cosLat * sinLon,
    sinLat,
    0,
    x,
    y,
    z,
    1,
  );
}

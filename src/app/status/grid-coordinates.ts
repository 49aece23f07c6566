// Coordinates in a projected grid; apart from the rest because it brings proj4, which the shell doesn't need.

import { createFromGeodetic, type HorizontalCrs, type VerticalCrs } from '#model/crs.ts';
import { findHorizontalCrs } from '#model/crs-parse.ts';
import type { Geodetic } from '#model/position.ts';
import { toDegrees } from '#model/units.ts';

const ELLIPSOIDAL: VerticalCrs = {
  code: 'ellipsoidal',
  name: 'height above the ellipsoid',
  surface: 'ellipsoid',
  metresPerUnit: 1,
};

/** Easting and northing in the CRS of a code such as `EPSG:28992`; undefined where it is not known. */
export function toGridText(position: Geodetic, code: string): string | undefined {
  const crs = findHorizontalCrs(Number(code.replace('EPSG:', '')));
  return crs && `${crs.name} ${pair(position, crs)}`;
}

/** UTM on WGS 84: `31U 598 765 E 5 751 234 N`; undefined beyond 84° N and 80° S. */
export function toUtmText(position: Geodetic): string | undefined {
  const longitudeDeg = toDegrees(position.longitude);
  const latitudeDeg = toDegrees(position.latitude);
  if (latitudeDeg > 84 || latitudeDeg < -80) return undefined;
  const zone = utmZone(longitudeDeg, latitudeDeg);
  const crs = findHorizontalCrs((latitudeDeg < 0 ? 32700 : 32600) + zone);
  const band = 'CDEFGHJKLMNPQRSTUVWXX'[Math.floor((latitudeDeg + 80) / 8)] ?? '';
  return crs && `${zone}${band} ${pair(position, crs)}`;
}

/** The zone with the exceptions for western Norway and Svalbard. */
function utmZone(longitudeDeg: number, latitudeDeg: number): number {
  if (latitudeDeg >= 56 && latitudeDeg < 64 && longitudeDeg >= 3 && longitudeDeg < 12) return 32;
  if (latitudeDeg >= 72 && longitudeDeg >= 0 && longitudeDeg < 42) {
    return 31 + 2 * Math.floor((longitudeDeg + 3) / 12);
  }
  return (Math.floor((longitudeDeg + 180) / 6) % 60) + 1;
}

function pair({ longitude, latitude, height }: Geodetic, horizontal: HorizontalCrs): string {
  const crs = { horizontal, vertical: ELLIPSOIDAL, verticalIsAssumed: true };
  const triple = Float64Array.of(longitude, latitude, height);
  createFromGeodetic(crs, () => 0, { axes: 'east-north' })(triple, triple);
  const digits = horizontal.kind === 'projected' ? 0 : 5;
  return `${group(triple[0] ?? Number.NaN, digits)} E ${group(triple[1] ?? Number.NaN, digits)} N`;
}

// Thin spaces, so that seven digits can be read aloud.
const group = (value: number, digits: number) =>
  value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, '\u2009');

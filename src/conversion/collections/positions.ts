// Positions of GeoJSON in any CRS → longitude, latitude (deg) and, where there was a third coordinate, the
// height above the ellipsoid (m). East comes first, whatever the authority says (RFC 7946).

import { type CompoundCrs, createToGeodetic } from '#model/crs.ts';
import type { Geoid } from '#model/geoid.ts';
import { fromDegrees, radians, toDegrees } from '#model/units.ts';
import { createPlacement } from '../geometry/placement.ts';

/** Undefined where the numbers have no place on the Earth. */
export type ToPosition = (x: number, y: number, z?: number) => readonly number[] | undefined;

/** 0.1 mm and 1 mm: finer than any survey, and short to write. */
const ANGLE_STEPS = 1e9;
const HEIGHT_STEPS = 1e3;

export function createToPosition(crs: CompoundCrs, geoid: Geoid): ToPosition {
  const { horizontal, vertical } = crs;
  const { metresPerUnit, surface } = vertical;
  if (horizontal.code === 'OGC:CRS84') {
    return (x, y, z) => {
      const undulation =
        z === undefined || surface === 'ellipsoid' ? 0 : geoid(fromDegrees(x), fromDegrees(y));
      return toChecked(x, y, z === undefined ? undefined : z * metresPerUnit + undulation);
    };
  }
  const isGeographic = horizontal.kind === 'geographic';
  const toGeodetic = createToGeodetic(crs, geoid, { axes: 'east-north' });
  const placement = createPlacement(toGeodetic, { isGeographic, metresPerUnit });
  const placed = new Float64Array(6);
  return (x, y, z) => {
    placement.place(x, y, z ?? 0, placed);
    return toChecked(
      toDegrees(radians(placed[3]!)),
      toDegrees(radians(placed[4]!)),
      z === undefined ? undefined : placed[5]!,
    );
  };
}

function toChecked(longitudeDeg: number, latitudeDeg: number, heightM: number | undefined) {
  if (!(Math.abs(longitudeDeg) <= 180 && Math.abs(latitudeDeg) <= 90)) return undefined;
  const position = [round(longitudeDeg, ANGLE_STEPS), round(latitudeDeg, ANGLE_STEPS)];
  if (heightM === undefined) return position;
  return Number.isFinite(heightM) ? [...position, round(heightM, HEIGHT_STEPS)] : undefined;
}

const round = (value: number, steps: number) => Math.round(value * steps) / steps;

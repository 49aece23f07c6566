// Which known reference system the numbers of a file that names none may be in.

import type { CompoundCrs } from '#model/crs.ts';
import { findHorizontalCrs, horizontalCodes, parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import { toEcef } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import { createGrid } from './grid.ts';
import type { Spot } from './place-at-point.ts';

export interface FoundCrs {
  readonly crs: CompoundCrs;
  /** From where it puts the point to where it was expected, m. */
  readonly apartM: number;
}

/**
 * The system that brings easting and northing (m) nearest to the spot, no farther than `limitM`, and in whose
 * area that is. Of equals the one that is `preferred`, else the one with the smallest area.
 */
export function findCrsNear(
  eastM: number,
  northM: number,
  spot: Spot,
  limitM: number,
  geoid: Geoid,
  preferred?: string,
): FoundCrs | undefined {
  const target = toEcef({
    longitude: fromDegrees(spot.longitudeDeg),
    latitude: fromDegrees(spot.latitudeDeg),
    height: metres(0),
  });
  const found: (FoundCrs & { readonly size: number })[] = [];
  for (const crs of projectedSystems()) {
    const grid = createGrid(crs, geoid);
    const position = grid.toPosition(eastM, northM, 0);
    if (!Number.isFinite(position.longitude + position.latitude)) continue;
    const { x, y, z } = toEcef({ ...position, height: metres(0) });
    const apartM = Math.hypot(x - target.x, y - target.y, z - target.z);
    if (apartM > limitM || !grid.isInArea(eastM, northM)) continue;
    const isPreferred = crs.horizontal.code === preferred;
    found.push({ crs, apartM, size: isPreferred ? 0 : areaOf(crs) });
  }
  // Systems on datums that are the same within a metre or two are equals.
  const least = Math.min(...found.map(({ apartM }) => apartM));
  const equals = found.filter(({ apartM }) => apartM <= least + 3);
  return equals.sort((a, b) => a.size - b.size)[0];
}

/** Systems in whose area a point of the map lies; one alone is as good as named. */
export const findCrsByArea = (eastM: number, northM: number, geoid: Geoid): CompoundCrs[] =>
  projectedSystems().filter((crs) => createGrid(crs, geoid).isInArea(eastM, northM));

function projectedSystems(): CompoundCrs[] {
  return horizontalCodes().flatMap((code) => {
    const horizontal = findHorizontalCrs(code);
    if (horizontal?.kind !== 'projected' || horizontal.code === 'EPSG:3857') return [];
    const crs = parseCrs(horizontal.code);
    return crs.ok ? [crs.value] : [];
  });
}

function areaOf({ horizontal: { areaDeg } }: CompoundCrs): number {
  const [west, south, east, north] = areaDeg;
  return (east >= west ? east - west : east - west + 360) * (north - south);
}

// Where the city is, for the steps after its buildings and its terrain.

import type { CompoundCrs } from '#model/crs.ts';
import type { Geoid } from '#model/geoid.ts';

export interface CityPlace {
  /** West, south, east, north. */
  readonly boundsDeg: readonly [number, number, number, number];
  /** Of the buildings, or of the elevation model. */
  readonly crs: CompoundCrs | undefined;
  readonly geoid: Geoid;
  /** Height of the terrain above the ellipsoid (m) at a longitude and latitude (rad). */
  readonly groundAt: (longitude: number, latitude: number) => number;
}

/** What is farther off was given in the wrong CRS or with its axes swapped. */
const FARTHEST_DEG = 2;

/** Whether a box of longitude and latitude (deg) comes near the city. */
export function isNear(
  { boundsDeg: [west, south, east, north] }: CityPlace,
  box: readonly [number, number, number, number],
): boolean {
  return (
    box[0] <= east + FARTHEST_DEG &&
    box[1] <= north + FARTHEST_DEG &&
    box[2] >= west - FARTHEST_DEG &&
    box[3] >= south - FARTHEST_DEG
  );
}

export const describeBounds = ({ boundsDeg }: CityPlace): string =>
  boundsDeg.map((angle) => angle.toFixed(3)).join(', ');

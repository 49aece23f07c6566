import type { Geodetic } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import type { OpenCity } from '#store/store.ts';

/** The middle of the city's bounds; where none is open, the meridian of Greenwich at 45° north. */
export function centreOf(city: OpenCity | undefined): Geodetic {
  const [west, south, east, north] = city?.manifest.boundsDeg ?? [0, 45, 0, 45];
  return {
    longitude: fromDegrees((west + east) / 2),
    latitude: fromDegrees((south + north) / 2),
    height: metres(0),
  };
}

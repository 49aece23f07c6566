// How far the origin of buildingSMART's file for UTM lies from the latitude and longitude of its own IfcSite.

import { type BimModel, toModelPlacement } from '#contract/bim-model.ts';
import { toEcef } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';

export const KNOWN_POINT = 'georef/geographic-referencing-utm.ifc';

const dms = (degrees: number, minutes: number, seconds: number) =>
  degrees + minutes / 60 + seconds / 3600;

/** In mm, along the ground. */
export function knownPointMissMm({ georeferencing }: BimModel): number {
  const { placement } = georeferencing.readings[0]!;
  const { longitude, latitude } = toModelPlacement(placement);
  const height = metres(placement.heightM);
  const found = toEcef({ longitude, latitude, height });
  const known = toEcef({
    longitude: fromDegrees(dms(8, 26, 1.2473)),
    latitude: fromDegrees(dms(49, 5, 43.9837)),
    height,
  });
  return Math.hypot(found.x - known.x, found.y - known.y, found.z - known.z) * 1000;
}

import { createToGeodetic, isInArea } from '#model/crs.ts';
import type { ElevationGrid } from '#model/elevation-grid.ts';
import { InputError } from '#model/input-error.ts';
import { radians, toDegrees } from '#model/units.ts';

/** Throws InputError where the middle of a raster lies far from where its CRS is meant to be used. */
export function checkPlace(
  { crs, west, north, cellX, cellY, width, height }: ElevationGrid,
  file: string,
): void {
  const middle = Float64Array.of(west + (cellX * width) / 2, north - (cellY * height) / 2, 0);
  const place = new Float64Array(3);
  createToGeodetic(crs, () => 0, { axes: 'east-north' })(middle, place);
  const [longitude = Number.NaN, latitude = Number.NaN] = Array.from(place, (value) =>
    toDegrees(radians(value)),
  );
  if (isInArea(crs.horizontal, longitude, latitude, 2)) return;
  throw new InputError(
    { file },
    `its middle (${middle[0]}, ${middle[1]}) lies outside the area of ${crs.horizontal.code} (${crs.horizontal.name}); give the right one with --crs EPSG:….`,
  );
}

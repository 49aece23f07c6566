import { type CompoundCrs, isInArea } from '#model/crs.ts';
import { ELLIPSOIDAL_HEIGHT, findVerticalCrs, parseCrs, suggestCrs } from '#model/crs-parse.ts';
import { InputError } from '#model/input-error.ts';
import type { Placement } from './geotiff-placement.ts';

type GeoKeys = Readonly<Record<string, unknown>>;

const USER_DEFINED = 32767;
/** GeoTIFF 1.0's codes for heights above an ellipsoid (5030 is WGS 84's), or a 3D CRS named as vertical. */
const isEllipsoidalKey = (code: number) => (code >= 5001 && code <= 5033) || code === 4979;

/**
 * The CRS that a GeoTIFF's keys name. Rasters have x east and y north whatever the CRS's own axis order.
 *
 * @throws InputError where none is named, it is not in the table, or the raster lies outside its area.
 */
export function readGeoTiffCrs(keys: GeoKeys, placement: Placement, file: string): CompoundCrs {
  const isGeographic = keys.GTModelTypeGeoKey === 2;
  const code = Number(isGeographic ? keys.GeographicTypeGeoKey : keys.ProjectedCSTypeGeoKey);
  if (!Number.isInteger(code) || code <= 0 || code === USER_DEFINED) {
    const x = placement.west + (placement.cellX * placement.width) / 2;
    const y = placement.north - (placement.cellY * placement.height) / 2;
    const citation = keys.PCSCitationGeoKey ?? keys.GTCitationGeoKey;
    const calls = citation ? ` It calls it “${String(citation).trim()}”.` : '';
    throw new InputError({ file }, `${suggestCrs(x, y)}${calls}`, { code: 'crs-missing' });
  }
  const named = parseCrs(String(code));
  if (!named.ok) throw new InputError({ file }, named.reason);
  checkArea(named.value, placement, file);
  const vertical = Number(keys.VerticalCSTypeGeoKey);
  if (!Number.isInteger(vertical) || vertical <= 0 || vertical === USER_DEFINED) return named.value;
  const found = isEllipsoidalKey(vertical) ? ELLIPSOIDAL_HEIGHT : findVerticalCrs(vertical);
  if (found) return { ...named.value, vertical: found, verticalIsAssumed: false };
  throw new InputError(
    { file },
    `its height system EPSG:${vertical} is not among the known ones; give both with --crs ${named.value.horizontal.code}+5773.`,
  );
}

function checkArea(crs: CompoundCrs, placement: Placement, file: string): void {
  const { west, north, cellX, cellY, width, height } = placement;
  if (crs.horizontal.kind !== 'geographic') return;
  const longitude = west + (cellX * width) / 2;
  const latitude = north - (cellY * height) / 2;
  if (isInArea(crs.horizontal, longitude, latitude)) return;
  throw new InputError(
    { file },
    `the raster's middle (${longitude}, ${latitude}) is outside ${crs.horizontal.code}; expected longitude and latitude in degrees.`,
  );
}

import { createReadStream, existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { fromFile } from 'geotiff';
import { readAsciiGrid, withCrs } from '#conversion/terrain/ascii-grid.ts';
import { checkPlace } from '#conversion/terrain/check-place.ts';
import { readGeoTiffGrid } from '#conversion/terrain/geotiff-grid.ts';
import { surveyDateOfXml } from '#conversion/terrain/survey-date.ts';
import type { CompoundCrs } from '#model/crs.ts';
import { parseCrs, suggestCrs } from '#model/crs-parse.ts';
import type { ElevationGrid } from '#model/elevation-grid.ts';
import { InputError } from '#model/input-error.ts';

export interface ReadElevationOptions {
  readonly crs?: CompoundCrs;
  readonly limitCells?: number;
  readonly signal?: AbortSignal;
}

/** Reads a GeoTIFF (`.tif`, `.tiff`) or an ESRI ASCII grid (`.asc`, `.dem`, also with `.gz`). */
export async function readElevation(
  path: string,
  options: ReadElevationOptions,
): Promise<ElevationGrid> {
  const file = basename(path);
  if (!existsSync(path)) throw new InputError({ file: path }, 'there is no such file.');
  const grid = (await isTiff(path))
    ? await readTiff(path, file, options)
    : await readAscii(path, file, options);
  checkPlace(grid, file);
  const surveyed = grid.surveyed ?? (await readSurveyDate(path));
  return surveyed === undefined ? grid : { ...grid, surveyed };
}

async function isTiff(path: string): Promise<boolean> {
  const handle = await open(path);
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0).finally(() => handle.close());
  return ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(buffer.toString('latin1'));
}

async function readTiff(path: string, file: string, options: ReadElevationOptions) {
  const tiff = await fromFile(path, options.signal).catch((cause: unknown) => {
    throw new InputError({ file }, 'this TIFF can’t be read; its header is damaged or cut short.', {
      cause,
    });
  });
  try {
    return await readGeoTiffGrid(tiff, file, options);
  } finally {
    await tiff.close();
  }
}

async function readAscii(path: string, file: string, { crs, signal }: ReadElevationOptions) {
  const stream = createReadStream(path, { ...(signal && { signal }), highWaterMark: 1 << 20 });
  const bytes = path.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
  const bare = await readAsciiGrid(bytes.setEncoding('latin1'), file);
  const known = crs ?? (await readProjectionFile(path));
  if (known) return withCrs(bare, known);
  const x = bare.west + (bare.cellX * bare.width) / 2;
  const y = bare.north - (bare.cellY * bare.height) / 2;
  throw new InputError({ file }, suggestCrs(x, y), { code: 'crs-missing' });
}

/** Of the metadata beside the raster: GDAL's `dem.tif.aux.xml`, or ISO 19115 as `dem.tif.xml` or `dem.xml`. */
async function readSurveyDate(path: string): Promise<string | undefined> {
  const bare = path.replace(/(\.[^./]+)?(\.gz)?$/, '');
  for (const beside of [`${path}.aux.xml`, `${path}.xml`, `${bare}.xml`]) {
    const date = existsSync(beside) && surveyDateOfXml(await readFile(beside, 'utf8'));
    if (date) return date;
  }
  return undefined;
}

/** The EPSG code at the end of the `.prj` beside an ASCII grid, where there is one. */
async function readProjectionFile(path: string): Promise<CompoundCrs | undefined> {
  const beside = path.replace(/(\.[^./]+)?(\.gz)?$/, '.prj');
  if (!existsSync(beside)) return undefined;
  const text = await readFile(beside, 'utf8');
  const code = [...text.matchAll(/(?:AUTHORITY|ID)\["EPSG",\s*"?(\d+)"?\]/g)].at(-1)?.[1];
  const crs = code === undefined ? undefined : parseCrs(code);
  return crs?.ok ? crs.value : undefined;
}

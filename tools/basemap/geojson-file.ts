import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type GeoJsonContent, parseGeoJson, type ToWgs84 } from '#conversion/basemap/geojson.ts';
import { createToGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { InputError } from '#model/input-error.ts';
import { radians, toDegrees } from '#model/units.ts';

/** Reads a GeoJSON file, gzipped or not; throws `InputError` with the place where it is malformed. */
export async function readGeoJsonFile(
  path: string,
  file: string,
  crs: string | undefined,
): Promise<GeoJsonContent> {
  const bytes = await readFile(path);
  const text = (isGzip(bytes) ? await promisify(gunzip)(bytes) : bytes).toString('utf8');
  return parseGeoJson(parseJson(text, file), file, {
    toWgs84: (code) => createToWgs84(code ?? crs, file),
    hint: basename(file).replace(/\.(geo)?json(\.gz)?$/i, ''),
  });
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const position = /position (\d+)/.exec(message)?.[1];
    const at = position && `line ${text.slice(0, Number(position)).split('\n').length}`;
    throw new InputError(at ? { file, at } : { file }, `is no JSON: ${message}.`, { cause });
  }
}

function createToWgs84(code: string | undefined, file: string): ToWgs84 {
  if (code === undefined || code === 'EPSG:4326') return (position) => position;
  const crs = parseCrs(code);
  if (!crs.ok) throw new InputError({ file, at: 'crs' }, crs.reason);
  // Heights don't matter to a map, and GeoJSON has east first whatever the authority says.
  const transform = createToGeodetic(crs.value, () => 0, { axes: 'east-north' });
  const triple = new Float64Array(3);
  return ([x = Number.NaN, y = Number.NaN]) => {
    triple.set([x, y, 0]);
    transform(triple, triple);
    return [toDegrees(radians(triple[0]!)), toDegrees(radians(triple[1]!))];
  };
}

// An elevation model that lies in memory, as dropped on the page: GeoTIFF or ESRI ASCII grid, by content.

import type { CompoundCrs } from '#model/crs.ts';
import { parseCrs, suggestCrs } from '#model/crs-parse.ts';
import type { ElevationGrid } from '#model/elevation-grid.ts';
import { InputError } from '#model/input-error.ts';
import { detectFormat } from '../detect.ts';
import { toByteSource } from '../json/byte-source.ts';
import { readAsciiGrid, withCrs } from './ascii-grid.ts';
import { checkPlace } from './check-place.ts';
import { readGeoTiffGrid } from './geotiff-grid.ts';

export interface ElevationFile {
  readonly name: string;
  /** Unpacked: gzip is the caller's part. */
  readonly bytes: Uint8Array;
}

/** What a tab holds beside everything else: 25 million heights are 100 MB. Larger GeoTIFFs are averaged. */
const MOST_CELLS = 25e6;
const PIECE_BYTES = 1 << 20;

export function isElevation({ name, bytes }: ElevationFile): boolean {
  if (bytes.length === 0) return false;
  const format = detectFormat(toByteSource(name, bytes));
  return format === 'geotiff' || format === 'ascii-grid';
}

/** `crs` stands before what the file says. Throws `InputError`; `crs-missing` where a person has to be asked. */
export async function readElevationBytes(
  file: ElevationFile,
  crsText: string | undefined,
): Promise<ElevationGrid> {
  const crs = crsText === undefined ? undefined : parseOrSay(crsText, file.name);
  const format = detectFormat(toByteSource(file.name, file.bytes));
  const grid = format === 'geotiff' ? await readTiff(file, crs) : await readAscii(file, crs);
  checkPlace(grid, file.name);
  return grid;
}

function parseOrSay(text: string, file: string): CompoundCrs {
  const parsed = parseCrs(text);
  if (parsed.ok) return parsed.value;
  throw new InputError({ file }, parsed.reason);
}

async function readTiff({ name, bytes }: ElevationFile, crs: CompoundCrs | undefined) {
  const { fromArrayBuffer } = await import('geotiff');
  const tiff = await fromArrayBuffer(bytes.slice().buffer as ArrayBuffer).catch(
    (cause: unknown) => {
      const sentence = 'this TIFF can’t be read; its header is damaged or cut short.';
      throw new InputError({ file: name }, sentence, { cause });
    },
  );
  return await readGeoTiffGrid(tiff, name, { ...(crs && { crs }), limitCells: MOST_CELLS });
}

async function readAscii({ name, bytes }: ElevationFile, crs: CompoundCrs | undefined) {
  const bare = await readAsciiGrid(piecesOf(bytes), name);
  if (crs) return withCrs(bare, crs);
  const x = bare.west + (bare.cellX * bare.width) / 2;
  const y = bare.north - (bare.cellY * bare.height) / 2;
  throw new InputError({ file: name }, suggestCrs(x, y), { code: 'crs-missing' });
}

function* piecesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder('latin1');
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield decoder.decode(bytes.subarray(at, at + PIECE_BYTES));
  }
}

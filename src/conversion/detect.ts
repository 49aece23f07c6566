// What a file is, by its first bytes.

import { InputError } from '#model/input-error.ts';
import { looksLikeIfc } from './ifc/looks-like-ifc.ts';
import type { ByteSource } from './json/byte-source.ts';

export type InputFormat =
  | 'cityjson'
  | 'cityjson-seq'
  | 'geojson'
  | 'geojson-lines'
  | 'pmtiles'
  | 'geotiff'
  | 'ascii-grid'
  | 'epanet-inp'
  | 'swmm-inp'
  | 'shapefile'
  | 'flatgeobuf'
  | 'pandapipes'
  | 'ifc'
  | 'unknown';

const HEAD_BYTES = 1 << 16;
const GEOMETRIES =
  /"type"\s*:\s*"(Feature|Polygon|MultiPolygon|LineString|MultiLineString|Point|MultiPoint)"/;

/** Reads no more than the first 64 KB, and the last where the type of a JSON file comes last. */
export function detectFormat(source: ByteSource): InputFormat {
  if (source.size === 0) throw new InputError({ file: source.file }, 'the file is empty.');
  const bytes = source.read(0, HEAD_BYTES);
  const head = new TextDecoder('latin1').decode(bytes);
  if (head.startsWith('PMTiles')) return 'pmtiles';
  const tailAt = Math.max(0, source.size - HEAD_BYTES);
  if (looksLikeIfc(bytes, source.read(tailAt, source.size - tailAt))) return 'ifc';
  if (isShapefile(bytes)) return 'shapefile';
  if (head.startsWith('fgb\u0003fgb')) return 'flatgeobuf';
  if (/^(II[*+]\0|MM\0[*+])/.test(head)) return 'geotiff';
  if (/^\s*ncols\s+\d+/i.test(head)) return 'ascii-grid';
  const text = head.slice(startOf(bytes)).trimStart();
  if (isInp(text)) return OF_SWMM.test(text) ? 'swmm-inp' : 'epanet-inp';
  if (!text.startsWith('{')) return 'unknown';
  const tail = new TextDecoder('latin1').decode(source.read(tailAt, source.size - tailAt));
  const [firstLine = ''] = text.split('\n', 1);
  if (isWholeObject(firstLine) && text.length > firstLine.length + 1) {
    if (/"type"\s*:\s*"CityJSON"/.test(firstLine) && /"CityJSONFeature"/.test(head)) {
      return 'cityjson-seq';
    }
    if (/"type"\s*:\s*"Feature"/.test(firstLine)) return 'geojson-lines';
  }
  if (/"_module"\s*:\s*"pandapipes/.test(text)) return 'pandapipes';
  if (/"type"\s*:\s*"CityJSON"/.test(text) || /"type"\s*:\s*"CityJSON"/.test(tail))
    return 'cityjson';
  if (/"CityObjects"\s*:/.test(text)) return 'cityjson';
  if (/"type"\s*:\s*"FeatureCollection"/.test(text + tail)) return 'geojson';
  if (/"features"\s*:/.test(text)) return 'geojson';
  return GEOMETRIES.test(text) ? 'geojson-lines' : 'unknown';
}

/** The code 9994 of a .shp, or a zip whose names hold one. */
function isShapefile(bytes: Uint8Array): boolean {
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a) return true;
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  return /\.(shp|shx|dbf|prj)/i.test(new TextDecoder('latin1').decode(bytes));
}

/** Sections and options that EPANET does not have. */
const OF_SWMM =
  /^\s*\[(SUBCATCHMENTS|CONDUITS|OUTFALLS|XSECTIONS|RAINGAGES|SUBAREAS|INFILTRATION|EVAPORATION)|^\s*FLOW_UNITS/im;

/** Comments, then a section in brackets that no JSON array could begin with. */
const isInp = (text: string): boolean => /^\[[A-Za-z_]{3,}\]?$/.test(firstData(text).trim());

const firstData = (text: string): string =>
  text.split('\n').find((line) => line.trim() !== '' && !line.trimStart().startsWith(';')) ?? '';

/** Behind a byte order mark (UTF-8) or the record separator of a JSON text sequence. */
function startOf(bytes: Uint8Array): number {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
  return bytes[0] === 0x1e ? 1 : 0;
}

function isWholeObject(line: string): boolean {
  const text = line.trim();
  if (!text.endsWith('}')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

// Shapefiles: .shp alone, or zipped with .dbf, .prj and .cpg. Read by shpjs; coordinates stay as they are.

import { unzipSync } from 'fflate';
import { parseDbf, parseShp } from 'shpjs';
import { InputError } from '#model/input-error.ts';
import { isZip } from '../../ifc/zip.ts';
import type { NetworkPlane } from '../imported-network.ts';
import type { Layer } from './layer.ts';
import { toLayerFeatures } from './read-layer.ts';

interface Parts {
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array | undefined;
  readonly prj: Uint8Array | undefined;
  readonly cpg: Uint8Array | undefined;
}

const LARGEST_BYTES = 2 ** 31;

/** Throws `InputError`. */
export function readShapefiles(file: string, bytes: Uint8Array): Layer[] {
  if (!isZip(bytes)) {
    return [toLayer(file, { shp: bytes, dbf: undefined, prj: undefined, cpg: undefined })];
  }
  const entries = unzip(file, bytes);
  const byName = new Map(Object.entries(entries).map(([name, one]) => [name.toLowerCase(), one]));
  const stems = Object.keys(entries).filter((name) => /\.shp$/i.test(name));
  if (stems.length === 0) throw new InputError({ file }, 'the zip holds no file ending in .shp.');
  return stems.map((name) => {
    const stem = name.slice(0, -4).toLowerCase();
    const part = (ending: string) => byName.get(`${stem}.${ending}`);
    const shp = part('shp') ?? new Uint8Array();
    const label = stems.length > 1 ? (name.split('/').at(-1) ?? name) : file;
    return toLayer(label, { shp, dbf: part('dbf'), prj: part('prj'), cpg: part('cpg') });
  });
}

function unzip(file: string, bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        /\.(shp|dbf|prj|cpg)$/i.test(name) &&
        !name.startsWith('__MACOSX/') &&
        originalSize < LARGEST_BYTES,
    });
  } catch (cause) {
    throw new InputError({ file }, 'this zip can’t be unpacked.', { cause });
  }
}

const decode = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes).trim();

function toLayer(file: string, { shp, dbf, prj, cpg }: Parts): Layer {
  let features: unknown[];
  try {
    const rows = dbf ? parseDbf(dbf, decode(cpg)) : [];
    features = parseShp(shp).map((geometry, at) => ({
      type: 'Feature',
      geometry,
      properties: rows[at] ?? {},
    }));
  } catch (cause) {
    throw new InputError({ file }, 'the shapefile is damaged or cut short.', { cause });
  }
  return {
    file,
    format: 'shapefile',
    plane: planeOf(decode(prj)),
    features: toLayerFeatures(features, file),
  };
}

/** By the code in a .prj's last AUTHORITY, or by the names that Esri gives the usual ones. */
function planeOf(prj: string | undefined): NetworkPlane {
  if (!prj) return { kind: 'unknown' };
  const codes = [...prj.matchAll(/(?:AUTHORITY|ID)\["EPSG",\s*"?(\d+)"?\]/gi)];
  const code = codes.at(-1)?.[1];
  if (
    code !== undefined &&
    prj
      .trimEnd()
      .replace(/\]+$/, '')
      .endsWith(`${codes.at(-1)?.[0]}`.replace(/\]+$/, ''))
  ) {
    return { kind: 'crs', code: `EPSG:${code}` };
  }
  if (/^GEOGCS\["(GCS_)?WGS_?\s?(19)?84/i.test(prj)) return { kind: 'crs', code: 'OGC:CRS84' };
  const [, datum = '', zone = '', side = ''] =
    /PROJCS\["(WGS_?\s?(?:19)?84|NAD_?(?:19)?83|ETRS_?(?:19)?89)[_ /]+UTM[_ ]zone[_ ](\d+)([NS])?/i.exec(
      prj,
    ) ?? [];
  if (zone === '') return { kind: 'unknown' };
  const number = Number(zone);
  if (/^WGS/i.test(datum))
    return { kind: 'crs', code: `EPSG:${(side === 'S' ? 32700 : 32600) + number}` };
  return { kind: 'crs', code: `EPSG:${(/^NAD/i.test(datum) ? 26900 : 25800) + number}` };
}

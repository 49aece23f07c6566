// GeoJSON features that are neither footprints nor a map: the mark that says what they are, the CRS they
// stand in, and the features one batch after the other.

import type { CompoundCrs, VerticalCrs } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { InputError } from '#model/input-error.ts';
import { detectFormat } from '../detect.ts';
import { scanGeoJson } from '../footprints/scan.ts';
import type { Batch } from '../input.ts';
import type { ByteSource } from '../json/byte-source.ts';
import { BATCH_BYTES, cutLines } from '../scan.ts';

export type FeatureMark = 'collection' | 'sensors';

export interface FeatureSource {
  readonly batches: readonly Batch[];
  /** Of the FeatureCollection; none where the file is lines. */
  readonly members: ReadonlyMap<string, unknown>;
  readonly crs: CompoundCrs;
}

export interface FeatureCrsOptions {
  /** Of a file that names none. */
  readonly crs?: string | undefined;
  /** The height system of the city, for files that name none. */
  readonly vertical?: VerticalCrs | undefined;
}

const EDGE_BYTES = 1 << 16;
const MARK = /"panopolis"\s*:\s*"([^"]*)"/;

/** What the foreign member `panopolis` says, before the features or in the last 64 KB after them. */
export function findFeatureMark(source: ByteSource): FeatureMark | undefined {
  const decoder = new TextDecoder('latin1');
  const head = decoder.decode(source.read(0, EDGE_BYTES));
  const size = Math.min(source.size, EDGE_BYTES);
  const tail = decoder.decode(source.read(source.size - size, size));
  const features = head.search(/"features"\s*:\s*\[/);
  const [, mark] =
    MARK.exec(features < 0 ? head : head.slice(0, features)) ??
    MARK.exec(tail.slice(tail.lastIndexOf(']') + 1)) ??
    [];
  if (mark === undefined || mark === 'collection' || mark === 'sensors') return mark;
  throw new InputError(
    { file: source.file, at: 'panopolis' },
    `is ${JSON.stringify(mark)}; expected "collection" or "sensors".`,
  );
}

/** Throws `InputError` for what is no GeoJSON or names a CRS that is not known. */
export function openFeatures(source: ByteSource, options: FeatureCrsOptions): FeatureSource {
  const format = detectFormat(source);
  if (format !== 'geojson' && format !== 'geojson-lines') {
    throw new InputError({ file: source.file }, 'this is not GeoJSON.');
  }
  const layout = format === 'geojson' ? scanGeoJson(source, 0, BATCH_BYTES) : undefined;
  const crs = parseCrs(layout?.crs ?? options.crs ?? 'OGC:CRS84');
  if (!crs.ok) throw new InputError({ file: source.file }, crs.reason);
  const vertical = crs.value.verticalIsAssumed ? options.vertical : undefined;
  return {
    batches: layout?.batches ?? cutLines(source, 0),
    members: layout?.members ?? new Map(),
    crs: vertical ? { ...crs.value, vertical } : crs.value,
  };
}

/** The id of a feature as text: its own, that among its properties, else its place from 1. */
export function toFeatureId(feature: Record<string, unknown>, place: number): string {
  const { id, properties } = feature;
  const own = id ?? (isObject(properties) ? properties.id : undefined);
  return typeof own === 'string' || typeof own === 'number' ? String(own) : String(place);
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

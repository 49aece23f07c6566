// Tells what an input is by its content and cuts it into batches.

import { findAxisOrder } from '#model/crs.ts';
import { parseCrs, suggestCrs } from '#model/crs-parse.ts';
import { InputError } from '#model/input-error.ts';
import type { CityJsonHeader } from './cityjson/header.ts';
import { type CityJsonLayout, readVertices, scanCityJson } from './cityjson/layout.ts';
import { findLineEnd, findSampleVertex, readSequenceHeader } from './cityjson/sequence.ts';
import { detectFormat } from './detect.ts';
import type { HeightRules } from './footprints/height.ts';
import { scanGeoJson } from './footprints/scan.ts';
import type { Batch, InputCrs, ScannedInput } from './input.ts';
import type { ByteSource } from './json/byte-source.ts';
import type { Findings } from './report.ts';

export interface ScanOptions {
  /** Overrides what the file says. */
  readonly crs?: string | undefined;
  readonly lod?: number | undefined;
  readonly heights?: HeightRules | undefined;
  /** The vertices of the list that begins at byte `at`, where somebody else has read them meanwhile. */
  readonly verticesAt?: ((at: number) => Promise<Float64Array | undefined>) | undefined;
}

/** Bytes that one batch should have: enough work to be worth a message, little enough to share evenly. */
export const BATCH_BYTES = 1 << 20;

/** `number` is the input's place in the list of inputs. */
export async function scanInput(
  source: ByteSource,
  number: number,
  options: ScanOptions,
  findings: Findings,
): Promise<ScannedInput> {
  const format = detectFormat(source);
  switch (format) {
    case 'cityjson':
      return scanObjects(source, number, options, findings);
    case 'cityjson-seq':
      return scanSequence(source, number, options);
    case 'geojson':
    case 'geojson-lines':
      return scanFootprints(source, number, options);
    default:
      throw new InputError(
        { file: source.file },
        'this is neither CityJSON, a CityJSON sequence nor GeoJSON.',
      );
  }
}

async function scanObjects(
  source: ByteSource,
  number: number,
  options: ScanOptions,
  findings: Findings,
): Promise<ScannedInput> {
  const layout = scanCityJson(source, findings);
  const { header, verticesAt } = layout;
  const vertices = (await options.verticesAt?.(verticesAt)) ?? readVertices(source, verticesAt);
  const middle = Math.floor(vertices.length / 6) * 3;
  const crs = chooseCrs(
    header.crs,
    options.crs,
    transformed(header, vertices, middle),
    source.file,
  );
  return {
    input: { kind: 'cityjson', file: source.file, crs, header, vertices, lod: options.lod },
    batches: [...cutGroups(layout, number)],
    format: `CityJSON ${header.version}`,
    bytes: source.size,
  };
}

function* cutGroups({ ids, ranges, groupSizes }: CityJsonLayout, input: number): Generator<Batch> {
  let firstGroup = 0;
  let firstObject = 0;
  let object = 0;
  let bytes = 0;
  for (let group = 0; group < groupSizes.length; group++) {
    for (const end = object + groupSizes[group]!; object < end; object++) {
      bytes += ranges[object * 2 + 1]! - ranges[object * 2]!;
    }
    if (bytes < BATCH_BYTES / 4 && group + 1 < groupSizes.length) continue;
    yield {
      input,
      start: ranges[firstObject * 2]!,
      end: ranges[object * 2 - 1]!,
      isLines: false,
      groups: {
        ids: ids.slice(firstObject, object),
        ranges: ranges.slice(firstObject * 2, object * 2),
        groupSizes: groupSizes.slice(firstGroup, group + 1),
      },
    };
    firstGroup = group + 1;
    firstObject = object;
    bytes = 0;
  }
}

function scanSequence(source: ByteSource, number: number, options: ScanOptions): ScannedInput {
  const { header, end } = readSequenceHeader(source);
  const sample = findSampleVertex(source, end) ?? new Float64Array(3);
  const crs = chooseCrs(header.crs, options.crs, transformed(header, sample, 0), source.file);
  const vertices = new Float64Array(0);
  return {
    input: { kind: 'cityjson', file: source.file, crs, header, vertices, lod: options.lod },
    batches: cutLines(source, number, end),
    format: `CityJSONSeq ${header.version}`,
    bytes: source.size,
  };
}

function scanFootprints(source: ByteSource, number: number, options: ScanOptions): ScannedInput {
  const isLines = detectFormat(source) === 'geojson-lines';
  const layout = isLines ? undefined : scanGeoJson(source, number, BATCH_BYTES);
  const text = options.crs ?? layout?.crs ?? 'OGC:CRS84';
  const parsed = parseCrs(text);
  if (!parsed.ok) throw new InputError({ file: source.file }, parsed.reason);
  return {
    input: {
      kind: 'footprints',
      file: source.file,
      // RFC 7946: longitude first, whatever the authority says.
      crs: { text, axes: 'east-north' },
      heights: options.heights ?? {},
    },
    batches: layout?.batches ?? cutLines(source, number),
    format: isLines ? 'GeoJSON lines' : 'GeoJSON',
    bytes: source.size,
  };
}

/** Batches of whole lines. */
export function cutLines(source: ByteSource, input: number, from = 0): Batch[] {
  const batches: Batch[] = [];
  for (let start = from; start < source.size; ) {
    const end = findLineEnd(source, Math.min(start + BATCH_BYTES, source.size));
    batches.push({ input, start, end, isLines: true });
    start = end;
  }
  return batches;
}

function transformed(header: CityJsonHeader, vertices: Float64Array, at: number) {
  const { scale, translate } = header.transform ?? { scale: [1, 1, 1], translate: [0, 0, 0] };
  return [
    (vertices[at] ?? 0) * scale[0] + translate[0],
    (vertices[at + 1] ?? 0) * scale[1] + translate[1],
  ] as const;
}

function chooseCrs(
  own: string | undefined,
  asked: string | undefined,
  [x, y]: readonly [number, number],
  file: string,
): InputCrs {
  const text = asked ?? own;
  if (text === undefined) {
    throw new InputError({ file }, suggestCrs(x, y), { code: 'crs-missing' });
  }
  const parsed = parseCrs(text);
  if (!parsed.ok) throw new InputError({ file }, parsed.reason);
  const { horizontal } = parsed.value;
  const fallback = horizontal.kind === 'projected' ? 'east-north' : horizontal.axes;
  return { text, axes: findAxisOrder(horizontal, x, y) ?? fallback };
}

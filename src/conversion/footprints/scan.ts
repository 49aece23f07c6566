// First pass over a GeoJSON FeatureCollection: its CRS and where runs of its features begin and end.

import { toObject } from '../cityjson/header.ts';
import type { Batch } from '../input.ts';
import type { ByteSource } from '../json/byte-source.ts';
import { JsonScanner } from '../json/scanner.ts';

export interface GeoJsonLayout {
  /** Of the `crs` member of old files; undefined: longitude and latitude. */
  readonly crs: string | undefined;
  readonly name: string | undefined;
  readonly batches: readonly Batch[];
  /** What else the object holds (RFC 7946 §6.1), values over 64 KB left out. */
  readonly members: ReadonlyMap<string, unknown>;
}

const MEMBER_BYTES = 1 << 16;

export function scanGeoJson(source: ByteSource, input: number, batchBytes: number): GeoJsonLayout {
  const scanner = new JsonScanner(source);
  const batches: Batch[] = [];
  const members = new Map<string, unknown>();
  scanner.readObject((key) => {
    if (key === 'features') {
      let start = -1;
      let end = -1;
      const flush = () => {
        if (end > start) batches.push({ input, start, end, isLines: false });
      };
      scanner.readArray(() => {
        const feature = scanner.skipValue();
        if (start < 0) start = feature.start;
        else if (feature.end - start > batchBytes) {
          flush();
          start = feature.start;
        }
        end = feature.end;
      });
      flush();
    } else {
      const { start, end } = scanner.skipValue();
      if (end - start <= MEMBER_BYTES) {
        members.set(key, new JsonScanner(source, start, end).readValue());
      }
    }
  });
  if (scanner.peek() !== -1) scanner.fail('there is more after the end of the JSON object.');
  const name = members.get('name');
  return {
    crs: toCrsName(members.get('crs')),
    name: name === undefined ? undefined : String(name),
    batches,
    members,
  };
}

function toCrsName(value: unknown): string | undefined {
  const { name } = toObject(toObject(value).properties);
  return typeof name === 'string' ? name : undefined;
}

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
}

export function scanGeoJson(source: ByteSource, input: number, batchBytes: number): GeoJsonLayout {
  const scanner = new JsonScanner(source);
  const batches: Batch[] = [];
  let crs: string | undefined;
  let name: string | undefined;
  scanner.readObject((key) => {
    if (key === 'crs') crs = toCrsName(scanner.readValue());
    else if (key === 'name') name = String(scanner.readValue());
    else if (key === 'features') {
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
    } else scanner.skipValue();
  });
  if (scanner.peek() !== -1) scanner.fail('there is more after the end of the JSON object.');
  return { crs, name, batches };
}

function toCrsName(value: unknown): string | undefined {
  const { name } = toObject(toObject(value).properties);
  return typeof name === 'string' ? name : undefined;
}

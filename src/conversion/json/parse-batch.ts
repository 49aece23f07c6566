// The values of a batch, each with where it stands.

import type { Batch } from '../input.ts';
import type { ByteSource } from './byte-source.ts';
import { failParsing } from './scanner.ts';

const decoder = new TextDecoder();

/** Elements of the batch: parsed together where they are one array, line by line where they are lines. */
export function* parseBatch(
  batch: Batch,
  source: ByteSource,
): Generator<{ readonly value: unknown; readonly offset: number }> {
  const bytes = source.read(batch.start, batch.end - batch.start);
  const text = decoder.decode(bytes);
  if (!batch.isLines) {
    let features: unknown[];
    try {
      features = JSON.parse(`[${text}]`);
    } catch (error) {
      failParsing(source, batch.start - 1, bytes, error);
    }
    for (const value of features) yield { value, offset: batch.start };
    return;
  }
  let offset = batch.start;
  for (const line of text.split('\n')) {
    // A record separator opens each line of a GeoJSON text sequence (RFC 8142).
    const json = line.charCodeAt(0) === 0x1e ? line.slice(1) : line;
    if (json.trim() !== '') {
      let value: unknown;
      try {
        value = JSON.parse(json);
      } catch (error) {
        failParsing(source, offset, new TextEncoder().encode(line), error);
      }
      yield { value, offset };
    }
    offset += line.length + 1;
  }
}

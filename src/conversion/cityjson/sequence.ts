// Lines of a CityJSON sequence or of newline-delimited GeoJSON: where they end and what they hold.

import { InputError } from '#model/input-error.ts';
import { type ByteSource, findLine } from '../json/byte-source.ts';
import { failParsing } from '../json/scanner.ts';
import { type CityJsonHeader, type HeaderMembers, toHeader, toObject } from './header.ts';

const WINDOW = 1 << 16;

/** The byte after the next newline at or after `from`. */
export function findLineEnd(source: ByteSource, from: number): number {
  for (let at = from; at < source.size; at += WINDOW) {
    const found = source.read(at, WINDOW).indexOf(10);
    if (found >= 0) return at + found + 1;
  }
  return source.size;
}

export interface Line {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

/** The values of all lines that are not blank. */
export function* scanSequenceLines(source: ByteSource, from = 0): Generator<Line> {
  const decoder = new TextDecoder();
  for (let start = from; start < source.size; ) {
    const end = findLineEnd(source, start);
    const bytes = source.read(start, end - start).slice();
    const skipped = bytes[0] === 0x1e ? 1 : 0;
    const text = decoder.decode(bytes.subarray(skipped));
    if (text.trim() !== '') {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch (error) {
        failParsing(source, start, bytes, error);
      }
      yield { value, start, end };
    }
    start = end;
  }
}

/** The first line of a sequence, a CityJSON object without city objects of its own. */
export function readSequenceHeader(source: ByteSource): { header: CityJsonHeader; end: number } {
  const [first] = scanSequenceLines(source);
  if (!first) throw new InputError({ file: source.file }, 'the sequence is empty.');
  const { appearance, ...rest } = toObject(first.value);
  const { materials, textures } = toObject(appearance);
  const members: HeaderMembers = {
    ...rest,
    materials,
    textureCount: Array.isArray(textures) ? textures.length : 0,
    templates: rest['geometry-templates'],
  };
  return { header: toHeader(members, source.file), end: first.end };
}

/** A typical vertex of the first feature, as written; undefined where it has none. */
export function findSampleVertex(source: ByteSource, from: number): Float64Array | undefined {
  for (const { value } of scanSequenceLines(source, from)) {
    const { vertices } = toObject(value);
    const [vertex] = Array.isArray(vertices) ? vertices : [];
    if (Array.isArray(vertex)) return Float64Array.from(vertex);
  }
  return undefined;
}

export const lineOf = (source: ByteSource, offset: number) => `line ${findLine(source, offset)}`;

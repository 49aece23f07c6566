// A table of columns in one buffer, little-endian: the bytes "PNTB", u32 version, u32 length of the JSON
// header, the header padded with spaces to a multiple of eight, then each column at a multiple of eight.
// Numbers are viewed in place, or unpacked when asked for (`packed-column.ts`). A text column is u32
// offsets[count + 1] and UTF-8, as in `column-data.ts`; packed, the offsets come as differences.

import * as v from 'valibot';
import { type Packing, packColumn, unpackColumn } from './packed-column.ts';

const ARRAYS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

export type NumberColumnType = keyof typeof ARRAYS;
export type NumberColumn = InstanceType<(typeof ARRAYS)[NumberColumnType]>;

const header = v.object({
  /** What the table holds, e.g. `bim-elements`. */
  kind: v.string(),
  columns: v.array(
    v.object({
      name: v.string(),
      type: v.picklist(['u8', 'u16', 'u32', 'i32', 'f32', 'f64', 'text']),
      /** Values; texts for a text column. */
      count: v.pipe(v.number(), v.integer(), v.minValue(0)),
      offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
      bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
      /** Absent: not packed. Of a text column this says how its offsets are. */
      packed: v.optional(
        v.object({
          isDelta: v.boolean(),
          stride: v.picklist([1, 2, 3]),
          isGrid: v.boolean(),
        }),
      ),
    }),
  ),
});

/** Columns to write: typed arrays, and lists of strings. */
export type TableColumns = Readonly<Record<string, NumberColumn | readonly string[]>>;

export interface BinaryTable {
  readonly kind: string;
  /** Views a column of numbers in place; throws where it is missing or of another type. */
  numbers<Type extends NumberColumnType>(
    name: string,
    type: Type,
  ): InstanceType<(typeof ARRAYS)[Type]>;
  /** Reads a column of texts on demand; throws where it is missing. */
  texts(name: string): TextList;
}

export interface TextList {
  readonly count: number;
  at(index: number): string;
}

const MAGIC = 0x42544e50;
const VERSION = 1;
const HEAD_BYTES = 12;
const aligned8 = (bytes: number) => (bytes + 7) & ~7;

/** Writes a table; the same columns give the same bytes. */
export function formatBinaryTable(kind: string, columns: TableColumns): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(columns).map(([name, values]) => ({ name, ...toPart(values) }));
  let offset = 0;
  const declared = parts.map(({ name, type, count, bytes, packed }) => {
    const at = offset;
    offset += aligned8(bytes.length);
    return { name, type, count, offset: at, bytes: bytes.length, ...(packed ? { packed } : {}) };
  });
  const json = new TextEncoder().encode(JSON.stringify({ kind, columns: declared }));
  const bodyAt = aligned8(HEAD_BYTES + json.length);
  const table = new Uint8Array(bodyAt + offset);
  const view = new DataView(table.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, bodyAt - HEAD_BYTES, true);
  table.fill(0x20, HEAD_BYTES, bodyAt);
  table.set(json, HEAD_BYTES);
  for (const [index, { bytes }] of parts.entries()) {
    table.set(bytes, bodyAt + declared[index]!.offset);
  }
  return table;
}

/** Reads what `formatBinaryTable` wrote; throws one sentence naming `file` for anything else. */
export function parseBinaryTable(buffer: ArrayBuffer, kind: string, file: string): BinaryTable {
  if (buffer.byteLength < HEAD_BYTES) throw new Error(`${file} is no table: it is too short.`);
  const view = new DataView(buffer);
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== VERSION) {
    throw new Error(`${file} is no table of version ${VERSION}.`);
  }
  const bodyAt = HEAD_BYTES + view.getUint32(8, true);
  if (bodyAt > buffer.byteLength) throw new Error(`${file} is cut short.`);
  const text = new TextDecoder().decode(new Uint8Array(buffer, HEAD_BYTES, bodyAt - HEAD_BYTES));
  const parsed = v.parse(header, JSON.parse(text));
  if (parsed.kind !== kind) {
    throw new Error(`${file} holds ${parsed.kind}; expected ${kind}.`);
  }
  const columns = new Map(parsed.columns.map((column) => [column.name, column]));
  for (const { name, offset, bytes } of parsed.columns) {
    if (bodyAt + offset + bytes > buffer.byteLength) {
      throw new Error(`${file} is cut short: its column ${name} is not whole.`);
    }
  }
  function columnOf(name: string, type: string) {
    const column = columns.get(name);
    if (column?.type !== type) throw new Error(`${file} has no ${type} column ${name}.`);
    return column;
  }
  return {
    kind,
    numbers<Type extends NumberColumnType>(name: string, type: Type) {
      const { offset, count, packed } = columnOf(name, type);
      const at = bodyAt + offset;
      const values = packed ? new ARRAYS[type](count) : new ARRAYS[type](buffer, at, count);
      if (packed) unpackColumn(new Uint8Array(buffer, at), packed, values);
      return values as InstanceType<(typeof ARRAYS)[Type]>;
    },
    texts(name) {
      const { offset, count, bytes, packed } = columnOf(name, 'text');
      const at = bodyAt + offset;
      const offsets = packed ? new Uint32Array(count + 1) : new Uint32Array(buffer, at, count + 1);
      if (packed) unpackColumn(new Uint8Array(buffer, at), packed, offsets);
      const { byteLength } = offsets;
      return toTextList(offsets, new Uint8Array(buffer, at + byteLength, bytes - byteLength));
    },
  };
}

function toTextList(offsets: Uint32Array, text: Uint8Array): TextList {
  const decoder = new TextDecoder();
  return {
    count: offsets.length - 1,
    at: (index) => decoder.decode(text.subarray(offsets[index], offsets[index + 1])),
  };
}

interface ColumnPart {
  readonly type: NumberColumnType | 'text';
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly packed?: Packing | undefined;
}

function toPart(values: NumberColumn | readonly string[]): ColumnPart {
  if (isTexts(values)) return toTextPart(values);
  const { buffer, byteOffset, byteLength, length } = values;
  const packed = packColumn(values);
  return {
    type: typeOf(values),
    count: length,
    bytes: packed?.bytes ?? new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength),
    packed: packingOf(packed),
  };
}

const isTexts = (values: NumberColumn | readonly string[]): values is readonly string[] =>
  Array.isArray(values);

function typeOf(values: NumberColumn): NumberColumnType {
  for (const [type, ArrayType] of Object.entries(ARRAYS)) {
    if (values instanceof ArrayType) return type as NumberColumnType;
  }
  throw new Error(`A table has no columns of ${values.constructor.name}.`);
}

function toTextPart(texts: readonly string[]): ColumnPart {
  const encoder = new TextEncoder();
  const encoded = texts.map((text) => encoder.encode(text));
  const offsets = new Uint32Array(texts.length + 1);
  for (const [index, { length }] of encoded.entries()) {
    offsets[index + 1] = offsets[index]! + length;
  }
  const packed = packColumn(offsets);
  const bytes = new Uint8Array(offsets.byteLength + offsets[texts.length]!);
  bytes.set(packed?.bytes ?? new Uint8Array(offsets.buffer));
  for (const [index, one] of encoded.entries())
    bytes.set(one, offsets.byteLength + offsets[index]!);
  return { type: 'text', count: texts.length, bytes, packed: packingOf(packed) };
}

const packingOf = (packed: Packing | undefined): Packing | undefined =>
  packed && { isDelta: packed.isDelta, stride: packed.stride, isGrid: packed.isGrid };

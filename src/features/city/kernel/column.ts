// One attribute of all buildings in memory, and the value of one building in it.

import type { AttributeColumn } from '#contract/city-package.ts';
import {
  NO_BOOLEAN,
  NO_CATEGORY,
  parseBooleanColumn,
  parseCategoryColumn,
  parseNumberColumn,
  parseTextColumn,
  type TextColumn,
} from '#contract/column-data.ts';
import { InputError } from '#model/input-error.ts';
import type { AttributeValue } from '../contract.ts';

export type Column =
  | { readonly type: 'number'; readonly numbers: Float64Array }
  | { readonly type: 'category'; readonly codes: Uint16Array; readonly values: readonly string[] }
  | { readonly type: 'boolean'; readonly flags: Uint8Array }
  | { readonly type: 'text'; readonly texts: TextColumn };

const BYTES_PER_VALUE = { number: 8, category: 2, boolean: 1 } as const;

/** Reads a column's bytes; throws `InputError` naming the file where they don't fit `count` buildings. */
export function parseColumn(meta: AttributeColumn, buffer: ArrayBuffer, count: number): Column {
  const expected = expectedBytes(meta, buffer, count);
  if (buffer.byteLength !== expected) {
    throw new InputError(
      { file: meta.path },
      `it has ${buffer.byteLength} bytes; expected ${expected} for the ${meta.type}s of ${count} buildings.`,
    );
  }
  switch (meta.type) {
    case 'number':
      return { type: 'number', numbers: parseNumberColumn(buffer) };
    case 'category':
      return { type: 'category', codes: parseCategoryColumn(buffer), values: meta.values ?? [] };
    case 'boolean':
      return { type: 'boolean', flags: parseBooleanColumn(buffer) };
    case 'text':
      return { type: 'text', texts: parseTextColumn(buffer, count) };
  }
}

function expectedBytes(meta: AttributeColumn, buffer: ArrayBuffer, count: number): number {
  if (meta.type !== 'text') return count * BYTES_PER_VALUE[meta.type];
  const header = 4 * (count + 1);
  if (buffer.byteLength < header) return header;
  return header + new DataView(buffer).getUint32(4 * count, true);
}

/** Undefined where the building has no value. */
export function valueAt(column: Column, index: number): AttributeValue | undefined {
  switch (column.type) {
    case 'number': {
      const value = column.numbers[index];
      return value === undefined || Number.isNaN(value) ? undefined : value;
    }
    case 'category':
      return column.values[column.codes[index] ?? NO_CATEGORY];
    case 'boolean': {
      const flag = column.flags[index] ?? NO_BOOLEAN;
      return flag === NO_BOOLEAN ? undefined : flag !== 0;
    }
    case 'text':
      return column.texts.at(index) || undefined;
  }
}

export function isPresent(column: Column, index: number): boolean {
  switch (column.type) {
    case 'number':
      return !Number.isNaN(column.numbers[index]);
    case 'category':
      return column.codes[index]! < column.values.length;
    case 'boolean':
      return column.flags[index] !== NO_BOOLEAN;
    case 'text':
      return column.texts.at(index) !== '';
  }
}

/** The value as the name of a category; undefined where there is none. */
export function nameAt(
  column: Exclude<Column, { type: 'category' }>,
  index: number,
): string | undefined {
  switch (column.type) {
    case 'number': {
      const value = column.numbers[index]!;
      return Number.isNaN(value) ? undefined : String(value);
    }
    case 'boolean':
      return ['false', 'true'][column.flags[index]!];
    case 'text':
      return column.texts.at(index) || undefined;
  }
}

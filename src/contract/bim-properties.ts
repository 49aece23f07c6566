// The properties of a building model. A set (property set, quantity set, material, classification, document,
// the entity's own attributes) is stored once and shared by the elements that have it, by themselves or by their type.
//
//   element ──setFirst──▶ setOf ──▶ set ──entryFirst──▶ entryKey, entryValue ──▶ numbers or texts

import { parseBinaryTable, type TextList } from './binary-table.ts';

export const BIM_PROPERTIES = 'bim-properties';

/** What a set is, by its code in `setKind`. */
export const setKinds = [
  ...['attributes', 'property-set', 'quantity-set', 'material', 'classification', 'document'],
  ...['relation'],
] as const;
export type SetKind = (typeof setKinds)[number];

/** How an entry's value is stored, by the code in `keyType` of its key. */
export const valueTypes = ['text', 'number', 'boolean', 'logical'] as const;
export type ValueType = (typeof valueTypes)[number];

export interface BimProperties {
  /** Elements; rows as in the element table. */
  readonly count: number;
  /** Sets of element e: `setOf[setFirst[e]]` to `setOf[setFirst[e + 1] - 1]`. */
  readonly setFirst: Uint32Array;
  readonly setOf: Uint32Array;
  /** 1 where the element has the set through its type. */
  readonly setIsOfType: Uint8Array;
  readonly setName: TextList;
  readonly setKind: Uint8Array;
  /** Entries of set s: from `entryFirst[s]` to `entryFirst[s + 1] - 1`. */
  readonly entryFirst: Uint32Array;
  /** Row in the keys. */
  readonly entryKey: Uint32Array;
  /** Row in `numbers` or `texts`; for booleans 0 false, 1 true; logicals also 2 unknown. NONE_U32: no value. */
  readonly entryValue: Uint32Array;
  /** A key: name within sets of this name. Complex, table, list and bounded values are flattened to texts or to
   * several keys, `Size.Width`. */
  readonly keyName: TextList;
  readonly keySet: TextList;
  readonly keyType: Uint8Array;
  /** SI unit of a number as it is stored, e.g. `m²`; empty: none. °C for temperatures, rad for plane angles. */
  readonly keyUnit: TextList;
  readonly numbers: Float64Array;
  readonly texts: TextList;
}

/** Views the columns in `buffer`; throws one sentence naming `file` where one is missing. */
export function parseBimProperties(buffer: ArrayBuffer, file: string): BimProperties {
  const table = parseBinaryTable(buffer, BIM_PROPERTIES, file);
  const setFirst = table.numbers('setFirst', 'u32');
  return {
    count: setFirst.length - 1,
    setFirst,
    setOf: table.numbers('setOf', 'u32'),
    setIsOfType: table.numbers('setIsOfType', 'u8'),
    setName: table.texts('setName'),
    setKind: table.numbers('setKind', 'u8'),
    entryFirst: table.numbers('entryFirst', 'u32'),
    entryKey: table.numbers('entryKey', 'u32'),
    entryValue: table.numbers('entryValue', 'u32'),
    keyName: table.texts('keyName'),
    keySet: table.texts('keySet'),
    keyType: table.numbers('keyType', 'u8'),
    keyUnit: table.texts('keyUnit'),
    numbers: table.numbers('numbers', 'f64'),
    texts: table.texts('texts'),
  };
}

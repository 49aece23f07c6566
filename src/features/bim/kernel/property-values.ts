// Values of one property for all elements. A set's entry is looked up once, however many elements share it.

import { NONE_U32 } from '#contract/bim-elements.ts';
import { type BimProperties, type ValueType, valueTypes } from '#contract/bim-properties.ts';

/** One value an element: a number, or the code of a text; what it has itself outweighs what its type has. */
export interface PropertyColumn {
  readonly type: ValueType;
  /** SI; NaN without. Only where the type is `number`. */
  readonly numbers: Float64Array;
  /** Row in `texts` of the table, or 0 false, 1 true, 2 unknown; NONE_U32 without. */
  readonly codes: Uint32Array;
  readonly unit: string;
}

export interface PropertyName {
  readonly set: string;
  readonly name: string;
}

/** Undefined where no element has it. */
export function columnOf(
  properties: BimProperties,
  wanted: PropertyName,
): PropertyColumn | undefined {
  const keys = keysNamed(properties, wanted);
  const first = keys.values().next().value;
  if (first === undefined) return undefined;
  const type = valueTypes[properties.keyType[first]!] ?? 'text';
  // A name that is a number here and a text there is read as what it is first.
  for (const key of keys)
    if (properties.keyType[key] !== properties.keyType[first]) keys.delete(key);
  const valueOfSet = valuesBySet(properties, keys);
  const codes = new Uint32Array(properties.count).fill(NONE_U32);
  for (let element = 0; element < properties.count; element++) {
    codes[element] = firstValue(properties, element, valueOfSet);
  }
  const numbers =
    type === 'number'
      ? Float64Array.from(codes, (at) => (at === NONE_U32 ? Number.NaN : properties.numbers[at]!))
      : new Float64Array();
  return { type, numbers, codes, unit: properties.keyUnit.at(first) };
}

function keysNamed({ keyName, keySet }: BimProperties, { set, name }: PropertyName): Set<number> {
  const keys = new Set<number>();
  for (let key = 0; key < keyName.count; key++) {
    if (keyName.at(key) === name && keySet.at(key) === set) keys.add(key);
  }
  return keys;
}

function valuesBySet(properties: BimProperties, keys: ReadonlySet<number>): Uint32Array {
  const { entryFirst, entryKey, entryValue } = properties;
  const sets = entryFirst.length - 1;
  const values = new Uint32Array(Math.max(0, sets)).fill(NONE_U32);
  for (let set = 0; set < sets; set++) {
    for (let entry = entryFirst[set]!; entry < entryFirst[set + 1]!; entry++) {
      if (!keys.has(entryKey[entry]!)) continue;
      values[set] = entryValue[entry]!;
      break;
    }
  }
  return values;
}

function firstValue(
  { setFirst, setOf, setIsOfType }: BimProperties,
  element: number,
  valueOfSet: Uint32Array,
): number {
  let ofType = NONE_U32;
  for (let at = setFirst[element]!; at < setFirst[element + 1]!; at++) {
    const value = valueOfSet[setOf[at]!]!;
    if (value === NONE_U32) continue;
    if (setIsOfType[at] === 0) return value;
    if (ofType === NONE_U32) ofType = value;
  }
  return ofType;
}

/** What a value of such a column is called. */
export function nameValue(
  { texts }: BimProperties,
  { type, numbers, codes }: PropertyColumn,
  element: number,
): string | undefined {
  const code = codes[element]!;
  if (code === NONE_U32) return undefined;
  switch (type) {
    case 'number':
      return String(numbers[element]);
    case 'text':
      return texts.at(code);
    case 'boolean':
    case 'logical':
      return nameTruth(code);
  }
}

export const nameTruth = (code: number): string =>
  code === 0 ? 'False' : code === 1 ? 'True' : 'Unknown';

/** Elements that have a set of this name, by themselves or by their type, ascending. */
export function* rowsWithSet(properties: BimProperties, name: string): Generator<number> {
  const { setName, setFirst, setOf, count } = properties;
  const isNamed = new Uint8Array(setName.count);
  for (let set = 0; set < setName.count; set++) isNamed[set] = Number(setName.at(set) === name);
  for (let element = 0; element < count; element++) {
    for (let at = setFirst[element]!; at < setFirst[element + 1]!; at++) {
      if (!isNamed[setOf[at]!]) continue;
      yield element;
      break;
    }
  }
}

/** Elements whose property reads `value`, ascending. */
export function* rowsWithValue(
  properties: BimProperties,
  { value, ...wanted }: PropertyName & { readonly value: string },
): Generator<number> {
  const column = columnOf(properties, wanted);
  if (!column) return;
  const isMeant = new Map<number, boolean>([[NONE_U32, false]]);
  for (let element = 0; element < properties.count; element++) {
    const code = column.codes[element]!;
    let known = isMeant.get(code);
    if (known === undefined) {
      known = nameValue(properties, column, element) === value;
      isMeant.set(code, known);
    }
    if (known) yield element;
  }
}

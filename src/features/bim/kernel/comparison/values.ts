// Which values of an element are others in a newer version.

import { NONE_U32 } from '#contract/bim-elements.ts';
import { type BimProperties, valueTypes } from '#contract/bim-properties.ts';
import type { ValueChange } from '../../contract/comparison.ts';
import type { ModelData } from '../model-data.ts';

/** What the element table itself says, under names as IFC writes them, in no set. */
export function changedAttributes(
  before: { readonly data: ModelData; readonly row: number },
  after: { readonly data: ModelData; readonly row: number },
): ValueChange[] {
  const [old, now] = [attributesOf(before.data, before.row), attributesOf(after.data, after.row)];
  return Object.entries(old).flatMap(([name, value]) => {
    const next = now[name];
    if (value === next) return [];
    return [{ set: '', name, unit: '', before: value || undefined, after: next || undefined }];
  });
}

function attributesOf(data: ModelData, row: number): Readonly<Record<string, string>> {
  const { elements } = data;
  return {
    Class: data.className(row),
    Name: elements.name.at(row),
    Label: elements.label.at(row),
    ObjectType: elements.objectType.at(row),
    Type: data.typeNames[elements.type[row]!] ?? '',
    Material: data.materialNames[elements.material[row]!] ?? '',
    Storey: data.storeys[elements.storey[row]!]?.name ?? '',
  };
}

type Value = string | number | boolean;
interface Named {
  readonly set: string;
  readonly name: string;
  readonly unit: string;
  readonly value: Value | undefined;
}

/** Numbers that a program wrote out and read in again. */
const ROUNDING = 1e-9;

/** In the order of the older version, what is new last. */
export function changedValues(
  before: { readonly properties: BimProperties; readonly row: number },
  after: { readonly properties: BimProperties; readonly row: number },
): ValueChange[] {
  const old = valuesOf(before.properties, before.row);
  const now = valuesOf(after.properties, after.row);
  const changes: ValueChange[] = [];
  for (const [key, { set, name, unit, value }] of old) {
    const next = now.get(key);
    if (isSame(value, next?.value)) continue;
    changes.push({ set, name, unit: next?.unit || unit, before: value, after: next?.value });
  }
  for (const [key, { set, name, unit, value }] of now) {
    if (!old.has(key) && value !== undefined) {
      changes.push({ set, name, unit, before: undefined, after: value });
    }
  }
  return changes;
}

/** What the element has itself outweighs what its type has. */
function valuesOf(properties: BimProperties, row: number): Map<string, Named> {
  const { setFirst, setOf, setIsOfType, setName, entryFirst, entryKey, entryValue } = properties;
  const values = new Map<string, Named>();
  for (const isOfType of [0, 1]) {
    for (let at = setFirst[row]!; at < setFirst[row + 1]!; at++) {
      if (setIsOfType[at] !== isOfType) continue;
      const setRow = setOf[at]!;
      const set = setName.at(setRow);
      for (let entry = entryFirst[setRow]!; entry < entryFirst[setRow + 1]!; entry++) {
        const key = entryKey[entry]!;
        const name = properties.keyName.at(key);
        const id = `${set}\u0000${name}`;
        if (values.has(id)) continue;
        const value = valueAt(properties, key, entryValue[entry]!);
        values.set(id, { set, name, unit: properties.keyUnit.at(key), value });
      }
    }
  }
  return values;
}

function valueAt(properties: BimProperties, key: number, value: number): Value | undefined {
  if (value === NONE_U32) return undefined;
  switch (valueTypes[properties.keyType[key]!]) {
    case 'number':
      return properties.numbers[value];
    case 'boolean':
      return value === 1;
    case 'logical':
      return value === 2 ? 'unknown' : value === 1;
    default:
      return properties.texts.at(value);
  }
}

function isSame(a: Value | undefined, b: Value | undefined): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
}

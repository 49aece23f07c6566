// Which properties a model has, and how many elements have each.

import { type BimProperties, type ValueType, valueTypes } from '#contract/bim-properties.ts';

export interface CountedKey {
  readonly set: string;
  readonly name: string;
  readonly type: ValueType;
  readonly unit: string;
  readonly count: number;
}

/** In the order of sets and names. An element that has a property twice, by itself and its type, counts once. */
export function countKeys(properties: BimProperties): CountedKey[] {
  const { count, setFirst, setOf, entryFirst, entryKey, keyName, keySet, keyType, keyUnit } =
    properties;
  const counts = new Uint32Array(keyName.count);
  const lastElement = new Int32Array(keyName.count).fill(-1);
  for (let element = 0; element < count; element++) {
    for (let at = setFirst[element]!; at < setFirst[element + 1]!; at++) {
      const set = setOf[at]!;
      for (let entry = entryFirst[set]!; entry < entryFirst[set + 1]!; entry++) {
        const key = entryKey[entry]!;
        if (lastElement[key] === element) continue;
        lastElement[key] = element;
        counts[key]!++;
      }
    }
  }
  return Array.from(counts, (elements, key) => ({
    set: keySet.at(key),
    name: keyName.at(key),
    type: valueTypes[keyType[key]!] ?? 'text',
    unit: keyUnit.at(key),
    count: elements,
  })).filter(({ count: elements }) => elements > 0);
}

/** Keys of several models as one list: those of the same set, name and type together. */
export function mergeKeys(lists: readonly (readonly CountedKey[])[]): CountedKey[] {
  const merged = new Map<string, CountedKey>();
  for (const key of lists.flat()) {
    const id = JSON.stringify([key.set, key.name, key.type]);
    const known = merged.get(id);
    merged.set(id, known ? { ...known, count: known.count + key.count } : key);
  }
  return [...merged.values()].sort(
    (a, b) => compare(a.set, b.set) || compare(a.name, b.name) || compare(a.type, b.type),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

// Property sets by their content: what a thousand doors have in common is kept once.

import { NONE_U32 } from '#contract/bim-elements.ts';
import { type SetKind, setKinds, type ValueType, valueTypes } from '#contract/bim-properties.ts';
import { GrowingUint32 } from '../../geometry/growing.ts';

/** What a set may hold under a name: `undefined` is a property without a value. */
export type EntryValue = string | number | boolean | undefined;

export interface SetStore {
  /** Begins a set; entries that follow are its. */
  begin(kind: SetKind, name: string): void;
  add(name: string, value: EntryValue, unit?: string): void;
  /** IfcLogical: true, false, or unknown. */
  addLogical(name: string, value: boolean | 'unknown'): void;
  /** Row of the set begun last, the same for the same content. */
  end(): number;
  /** As `end`, but NONE for a set without entries. */
  endUnlessEmpty(): number | undefined;
  readonly content: SetContent;
}

/** Everything in rows as it came; `pack-properties.ts` puts it in order. */
export interface SetContent {
  readonly setName: readonly string[];
  readonly setKind: readonly number[];
  /** Per set; one more than sets. */
  readonly entryFirst: GrowingUint32;
  readonly entryKey: GrowingUint32;
  readonly entryValue: GrowingUint32;
  readonly keys: readonly KeyContent[];
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

export interface KeyContent {
  readonly set: string;
  readonly name: string;
  /** Code in `valueTypes`. */
  readonly type: number;
  readonly unit: string;
}

interface KeyVariant {
  readonly row: number;
  readonly type: number;
  readonly unit: string;
}

const codeOf = (type: ValueType) => valueTypes.indexOf(type);
const [TEXT, NUMBER] = [codeOf('text'), codeOf('number')];
const [BOOLEAN, LOGICAL] = [codeOf('boolean'), codeOf('logical')];

export function createSetStore(): SetStore {
  const setName: string[] = [];
  const setKind: number[] = [];
  const entryFirst = new GrowingUint32();
  const [entryKey, entryValue] = [new GrowingUint32(), new GrowingUint32()];
  const keys: KeyContent[] = [];
  const keyRows = new Map<string, Map<string, KeyVariant[]>>();
  const numbers: number[] = [];
  const numberRows = new Map<number, number>();
  const texts: string[] = [];
  const textRows = new Map<string, number>();
  const setRows = new Map<number, number[]>();
  let keysOfSet = new Map<string, KeyVariant[]>();
  let [kind, name] = [0, ''];
  entryFirst.push(0);

  function keyRow(key: string, type: number, unit: string): number {
    let variants = keysOfSet.get(key);
    if (!variants) {
      variants = [];
      keysOfSet.set(key, variants);
    }
    for (const variant of variants) {
      if (variant.type === type && variant.unit === unit) return variant.row;
    }
    variants.push({ row: keys.length, type, unit });
    keys.push({ set: name, name: key, type, unit });
    return keys.length - 1;
  }
  /** A property without a value is of the type that it has elsewhere. */
  function anyKeyRow(key: string): number {
    return keysOfSet.get(key)?.[0]?.row ?? keyRow(key, TEXT, '');
  }
  function push(key: number, value: number): void {
    entryKey.push(key);
    entryValue.push(value);
  }
  function isSame(set: number, from: number): boolean {
    if (setName[set] !== name || setKind[set] !== kind) return false;
    const start = entryFirst.values[set]!;
    const count = entryFirst.values[set + 1]! - start;
    if (count !== entryKey.length - from) return false;
    for (let place = 0; place < count; place++) {
      if (entryKey.values[start + place] !== entryKey.values[from + place]) return false;
      if (entryValue.values[start + place] !== entryValue.values[from + place]) return false;
    }
    return true;
  }
  const store: SetStore = {
    content: { setName, setKind, entryFirst, entryKey, entryValue, keys, numbers, texts },
    begin(newKind, newName) {
      kind = setKinds.indexOf(newKind);
      name = newName;
      keysOfSet = keyRows.get(newName) ?? new Map();
      keyRows.set(newName, keysOfSet);
    },
    add(key, value, unit = '') {
      if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
        push(anyKeyRow(key), NONE_U32);
      } else if (typeof value === 'string') {
        push(keyRow(key, TEXT, ''), rowIn(textRows, texts, value));
      } else if (typeof value === 'number') {
        push(keyRow(key, NUMBER, unit), rowIn(numberRows, numbers, value === 0 ? 0 : value));
      } else {
        push(keyRow(key, BOOLEAN, ''), value ? 1 : 0);
      }
    },
    addLogical(key, value) {
      push(keyRow(key, LOGICAL, ''), value === 'unknown' ? 2 : value ? 1 : 0);
    },
    end() {
      const from = entryFirst.values[setName.length]!;
      let hash = entryKey.length - from;
      for (let at = from; at < entryKey.length; at++) {
        hash = Math.imul(hash ^ entryKey.values[at]!, 0x01000193);
        hash = Math.imul(hash ^ entryValue.values[at]!, 0x85ebca6b) ^ (hash >>> 15);
      }
      const candidates = setRows.get(hash) ?? [];
      const known = candidates.find((set) => isSame(set, from));
      if (known !== undefined) {
        entryKey.length = from;
        entryValue.length = from;
        return known;
      }
      const row = setName.length;
      candidates.push(row);
      setRows.set(hash, candidates);
      setName.push(name);
      setKind.push(kind);
      entryFirst.push(entryKey.length);
      return row;
    },
    endUnlessEmpty() {
      return entryKey.length === entryFirst.values[setName.length] ? undefined : store.end();
    },
  };
  return store;
}

function rowIn<Value>(rows: Map<Value, number>, values: Value[], value: Value): number {
  let row = rows.get(value);
  if (row === undefined) {
    row = values.length;
    values.push(value);
    rows.set(value, row);
  }
  return row;
}

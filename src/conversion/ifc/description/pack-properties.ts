// The sets of a model → the columns of `bim-properties.ts`. Sets, keys, numbers and texts are put in orders in
// which neighbours are alike, which is what compression lives on.

import { NONE_U32 } from '#contract/bim-elements.ts';
import { valueTypes } from '#contract/bim-properties.ts';
import type { TableColumns } from '#contract/binary-table.ts';
import type { SetContent } from './set-store.ts';

export interface SetUse {
  /** Row of the set in the content. */
  readonly set: number;
  readonly isOfType: boolean;
}

/** `uses` by row of the element table. */
export function packProperties(
  content: SetContent,
  uses: readonly (readonly SetUse[])[],
): TableColumns {
  const order = orderSets(content, uses);
  const rank = new Uint32Array(order.length);
  for (const [place, set] of order.entries()) rank[set] = place;

  const setFirst = new Uint32Array(uses.length + 1);
  for (const [row, own] of uses.entries()) setFirst[row + 1] = setFirst[row]! + own.length;
  const setOf = new Uint32Array(setFirst[uses.length]!);
  const setIsOfType = new Uint8Array(setOf.length);
  for (const [row, own] of uses.entries()) {
    const sorted = own.toSorted(
      (a, b) => rank[a.set]! - rank[b.set]! || Number(a.isOfType) - Number(b.isOfType),
    );
    for (const [place, { set, isOfType }] of sorted.entries()) {
      setOf[setFirst[row]! + place] = rank[set]!;
      setIsOfType[setFirst[row]! + place] = isOfType ? 1 : 0;
    }
  }
  return { setFirst, setOf, setIsOfType, ...packEntries(content, order) };
}

/** By kind, name and the first element that has them: neighbours in the tree then have neighbouring sets. */
function orderSets(
  { setName, setKind }: SetContent,
  uses: readonly (readonly SetUse[])[],
): Uint32Array {
  const firstUse = new Uint32Array(setName.length).fill(uses.length);
  for (let row = uses.length - 1; row >= 0; row--) {
    for (const { set } of uses[row]!) firstUse[set] = row;
  }
  const names = [...new Set(setName)].sort();
  const nameRank = new Map(names.map((name, place) => [name, place]));
  const group = setName.map((name, set) => setKind[set]! * names.length + nameRank.get(name)!);
  const order = Uint32Array.from(setName, (_, set) => set);
  return order.sort((a, b) => group[a]! - group[b]! || firstUse[a]! - firstUse[b]! || a - b);
}

function packEntries(content: SetContent, order: Uint32Array): TableColumns {
  const [TEXT, NUMBER] = [valueTypes.indexOf('text'), valueTypes.indexOf('number')];
  const keys = createRenumbering(content.keys.length);
  const numbers = createRenumbering(content.numbers.length);
  const texts = createRenumbering(content.texts.length);
  const { values: first } = content.entryFirst;
  const entryFirst = new Uint32Array(order.length + 1);
  const entryKey = new Uint32Array(first[order.length]!);
  const entryValue = new Uint32Array(entryKey.length);
  let entries = 0;
  for (const [place, set] of order.entries()) {
    for (let at = first[set]!; at < first[set + 1]!; at++) {
      const key = content.entryKey.values[at]!;
      const value = content.entryValue.values[at]!;
      const type = content.keys[key]!.type;
      entryKey[entries] = keys.rowOf(key);
      if (value === NONE_U32) entryValue[entries] = NONE_U32;
      else if (type === TEXT) entryValue[entries] = texts.rowOf(value);
      else if (type === NUMBER) entryValue[entries] = numbers.rowOf(value);
      else entryValue[entries] = value;
      entries++;
    }
    entryFirst[place + 1] = entries;
  }
  const keyOrder = keys.order.map((key) => content.keys[key]!);
  return {
    setName: Array.from(order, (set) => content.setName[set]!),
    setKind: Uint8Array.from(order, (set) => content.setKind[set]!),
    ...{ entryFirst, entryKey, entryValue },
    keyName: keyOrder.map(({ name }) => name),
    keySet: keyOrder.map(({ set }) => set),
    keyType: Uint8Array.from(keyOrder, ({ type }) => type),
    keyUnit: keyOrder.map(({ unit }) => unit),
    numbers: Float64Array.from(numbers.order, (row) => content.numbers[row]!),
    texts: texts.order.map((row) => content.texts[row]!),
  };
}

/** New rows in the order in which they are first asked for. */
function createRenumbering(count: number) {
  const newRow = new Int32Array(count).fill(-1);
  const order: number[] = [];
  return {
    order,
    rowOf(old: number): number {
      if (newRow[old]! < 0) {
        newRow[old] = order.length;
        order.push(old);
      }
      return newRow[old]!;
    },
  };
}

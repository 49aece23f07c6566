// Fingerprints of what elements say: equal for equal words and values, whatever the numbers of entities and
// the order in which the file lists them. Relations are left out: a new neighbour is no change of the element.

import { NONE_U32 } from '#contract/bim-elements.ts';
import { setKinds, valueTypes } from '#contract/bim-properties.ts';
import type { Elements } from './elements.ts';
import { FINGERPRINT_MASK, HashLanes } from './hash-lanes.ts';
import type { SetUse } from './pack-properties.ts';
import type { SetContent } from './set-store.ts';
import type { ElementTypes } from './types.ts';

/** Two words a node. */
export function hashProperties(
  content: SetContent,
  uses: readonly (readonly SetUse[])[],
  elements: Elements,
  types: ElementTypes,
): Uint32Array<ArrayBuffer> {
  const sets = hashSets(content);
  const relation = setKinds.indexOf('relation');
  const hashes = new Uint32Array(uses.length * 2);
  const lanes = new HashLanes();
  const typeHashes = new Map<number, number>();
  for (const [node, own] of uses.entries()) {
    const typeRow = types.typeRow[node]!;
    let typeHash = typeHashes.get(typeRow);
    if (typeHash === undefined) {
      typeHash = typeRow < 0 ? 0 : lanes.reset().text(types.nameOf(typeRow)).first;
      typeHashes.set(typeRow, typeHash);
    }
    lanes.reset().text(elements.type[node]!).text(elements.name[node]!);
    lanes.text(elements.label[node]!).text(elements.objectType[node]!).word(typeHash);
    let [first, second] = [lanes.first, lanes.second];
    for (const { set, isOfType } of own) {
      if (content.setKind[set] === relation) continue;
      const turn = isOfType ? 0x9e3779b1 : 1;
      first += Math.imul(sets[set * 2]!, turn);
      second += Math.imul(sets[set * 2 + 1]!, turn);
    }
    hashes[node * 2] = first;
    hashes[node * 2 + 1] = second & FINGERPRINT_MASK;
  }
  return hashes;
}

function hashSets({ setName, setKind, entryFirst, entryKey, entryValue, ...rows }: SetContent) {
  const [TEXT, NUMBER] = [valueTypes.indexOf('text'), valueTypes.indexOf('number')];
  const lanes = new HashLanes();
  const one = (text: string) => lanes.reset().text(text).first;
  const texts = Uint32Array.from(rows.texts, one);
  // Programs write one length as 3.1 and, saved again, as 3.10000000000038.
  const numbers = Float64Array.from(rows.numbers, (value) => Number(value.toPrecision(10)));
  const keys = Uint32Array.from(rows.keys, ({ name, type, unit }) =>
    one(`${name}\n${type}\n${unit}`),
  );
  const hashes = new Uint32Array(setName.length * 2);
  for (let set = 0; set < setName.length; set++) {
    lanes.reset().text(setName[set]!).word(setKind[set]!);
    let [first, second] = [lanes.first, lanes.second];
    for (let at = entryFirst.values[set]!; at < entryFirst.values[set + 1]!; at++) {
      const key = entryKey.values[at]!;
      const value = entryValue.values[at]!;
      const type = rows.keys[key]!.type;
      lanes.reset().word(keys[key]!);
      if (value === NONE_U32) lanes.word(-1);
      else if (type === TEXT) lanes.word(texts[value]!);
      else if (type === NUMBER) lanes.number(numbers[value]!);
      else lanes.word(value);
      first = (first + lanes.first) | 0;
      second = (second + lanes.second) | 0;
    }
    hashes[set * 2] = lanes.reset().word(first).word(second).first;
    hashes[set * 2 + 1] = lanes.second;
  }
  return hashes;
}

// Everything that is known about one element.

import { NONE_U16, NONE_U32 } from '#contract/bim-elements.ts';
import { disciplineAt } from '#contract/bim-model.ts';
import { type BimProperties, setKinds, valueTypes } from '#contract/bim-properties.ts';
import type { ElementDetails, ElementSet } from '../contract.ts';
import { boundsOfElement } from './bounds.ts';
import { nameElement } from './element-name.ts';
import type { ModelData } from './model-data.ts';
import { toPartKey } from './part-key.ts';

export function describeElement(
  data: ModelData,
  properties: BimProperties,
  row: number,
): ElementDetails {
  const { elements } = data;
  const storey = data.storeyRowOf(row);
  const material = elements.material[row]!;
  const bounds = boundsOfElement(data, row);
  return {
    index: data.base + row,
    model: data.id,
    globalId: elements.globalId.at(row),
    name: elements.name.at(row),
    label: elements.label.at(row),
    class: data.className(row),
    objectType: elements.objectType.at(row),
    type: data.typeNames[elements.type[row]!] ?? '',
    storey: storey === undefined ? '' : nameElement(data, storey),
    discipline: disciplineAt(elements.discipline[row]!),
    material: material === NONE_U16 ? '' : (data.materialNames[material] ?? ''),
    path: pathOf(data, row),
    partCount: data.endOf(row) - row - 1,
    reason: data.hasMesh(row) ? '' : elements.outcomes.at(elements.outcome[row]!),
    boundsM: bounds && [bounds.leastM, bounds.greatestM],
    sets: setsOf(properties, row),
    groups: groupsOf(data, row),
  };
}

function pathOf(data: ModelData, row: number): ElementDetails['path'] {
  const path: ElementDetails['path'][number][] = [];
  for (let at = data.elements.parent[row]!; at !== NONE_U32; at = data.elements.parent[at]!) {
    path.unshift({
      index: data.base + at,
      label: nameElement(data, at),
      class: data.className(at),
      key: toPartKey(data.id, 'element', data.elements.globalId.at(at)),
    });
  }
  return path;
}

function setsOf(properties: BimProperties, row: number): ElementSet[] {
  const { setFirst, setOf, setIsOfType, setName, setKind } = properties;
  const sets: ElementSet[] = [];
  for (let at = setFirst[row]!; at < setFirst[row + 1]!; at++) {
    const set = setOf[at]!;
    sets.push({
      name: setName.at(set),
      kind: setKinds[setKind[set]!] ?? 'property-set',
      isOfType: setIsOfType[at] === 1,
      entries: entriesOf(properties, set),
    });
  }
  return sets;
}

function entriesOf(properties: BimProperties, set: number): ElementSet['entries'] {
  const { entryFirst, entryKey, entryValue, keyName, keyUnit } = properties;
  const entries: ElementSet['entries'][number][] = [];
  for (let entry = entryFirst[set]!; entry < entryFirst[set + 1]!; entry++) {
    const key = entryKey[entry]!;
    entries.push({
      name: keyName.at(key),
      value: readValue(properties, key, entryValue[entry]!),
      unit: keyUnit.at(key),
    });
  }
  return entries;
}

function readValue({ keyType, numbers, texts }: BimProperties, key: number, value: number) {
  if (value === NONE_U32) return undefined;
  switch (valueTypes[keyType[key]!]) {
    case 'number':
      return numbers[value];
    case 'boolean':
    case 'logical':
      return value > 1 ? undefined : value === 1;
    default:
      return texts.at(value);
  }
}

function groupsOf(data: ModelData, row: number): ElementDetails['groups'] {
  return data.groups
    .filter(({ members }) => holds(members, row))
    .map(({ kind, name, globalId }) => ({
      kind,
      name,
      key:
        kind === 'classification'
          ? toPartKey(data.id, 'classification', name)
          : toPartKey(data.id, 'group', globalId),
    }));
}

/** By halving: members ascend. */
function holds(members: Uint32Array, row: number): boolean {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (members[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return members[low] === row;
}

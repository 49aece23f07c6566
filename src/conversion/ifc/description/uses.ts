// All sets of each element: its attributes, its own sets, and what it has through its type.

import type { Associations } from './associations.ts';
import type { AttributeSets } from './attribute-sets.ts';
import type { Holders } from './holders.ts';
import type { IfcModel } from './ifc-model.ts';
import type { Nodes } from './nodes.ts';
import type { SetUse } from './pack-properties.ts';
import type { SetStore } from './set-store.ts';
import type { ElementTypes } from './types.ts';

/** By node. A set that the element has itself isn't given again by its type. */
export function usesOf(
  model: IfcModel,
  nodes: Nodes,
  { typeRow }: ElementTypes,
  attributes: AttributeSets,
  { materials }: Associations,
  holders: Holders,
  store: SetStore,
): SetUse[][] {
  const ofElements = Int32Array.from(nodes.row, (row) => attributes.ofElement(row) ?? -1);
  const ofTypes = new Map<number, readonly number[]>();
  function ofType(row: number): readonly number[] {
    let sets = ofTypes.get(row);
    if (!sets) {
      const own = attributes.ofType(row);
      sets = [...(holders.ofType.get(row) ?? []), ...(own === undefined ? [] : [own])];
      ofTypes.set(row, sets);
    }
    return sets;
  }
  const setsOfMaterial = new Map<number, readonly number[]>();
  function materialSets(id: number): readonly number[] {
    if (!materials.has(id)) return none;
    let sets = setsOfMaterial.get(id);
    if (!sets) {
      sets = (materials.get(id) ?? []).flatMap((material) => material.sets);
      setsOfMaterial.set(id, sets);
    }
    return sets;
  }
  /** Node that has a set last: tells what an element has already. */
  const lastOwner: number[] = new Array(store.content.setName.length).fill(-1);

  return Array.from(nodes.row, (row, node) => {
    const uses: SetUse[] = [];
    const add = (sets: readonly number[], isOfType: boolean) => {
      for (const set of sets) {
        if (lastOwner[set] === node) continue;
        lastOwner[set] = node;
        uses.push({ set, isOfType });
      }
    };
    const ownMaterial = materialSets(model.idOf(row));
    const ownAttributes = ofElements[node]!;
    if (ownAttributes >= 0) add([ownAttributes], false);
    add(holders.ofNode[node]!, false);
    add(ownMaterial, false);
    const type = typeRow[node]!;
    if (type < 0) return uses;
    add(ofType(type), true);
    if (ownMaterial.length === 0) add(materialSets(model.idOf(type)), true);
    return uses;
  });
}

const none: readonly number[] = [];

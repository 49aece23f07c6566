// All sets of each element: its attributes, its own sets, and what it has through its type.

import type { Associations } from './associations.ts';
import type { AttributeSets } from './attribute-sets.ts';
import type { Holders } from './holders.ts';
import type { IfcModel } from './ifc-model.ts';
import type { Nodes } from './nodes.ts';
import type { SetUse } from './pack-properties.ts';
import type { ElementTypes } from './types.ts';

/** By node. A set that the element has itself isn't given again by its type. */
export function usesOf(
  model: IfcModel,
  nodes: Nodes,
  { typeRow }: ElementTypes,
  attributes: AttributeSets,
  { materials }: Associations,
  holders: Holders,
): SetUse[][] {
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
  const materialSets = (id: number) => (materials.get(id) ?? []).flatMap(({ sets }) => sets);

  return Array.from({ length: nodes.count }, (_, node) => {
    const row = nodes.row[node]!;
    const own = attributes.ofElement(row);
    const ownMaterial = materialSets(model.idOf(row));
    const ownSets = new Set([
      ...(own === undefined ? [] : [own]),
      ...holders.ofNode[node]!,
      ...ownMaterial,
    ]);
    const uses: SetUse[] = Array.from(ownSets, (set) => ({ set, isOfType: false }));
    const type = typeRow[node]!;
    if (type < 0) return uses;
    const typeMaterial = ownMaterial.length > 0 ? [] : materialSets(model.idOf(type));
    for (const set of new Set([...ofType(type), ...typeMaterial])) {
      if (!ownSets.has(set)) uses.push({ set, isOfType: true });
    }
    return uses;
  });
}

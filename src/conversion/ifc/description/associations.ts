// Materials, classifications and documents: read once, given to elements and types.

import type { AttributeSets } from './attribute-sets.ts';
import type { Group } from './groups.ts';
import type { Holders } from './holders.ts';
import type { IfcModel } from './ifc-model.ts';
import { createMaterialReader, type ReadMaterial } from './materials.ts';
import type { Nodes } from './nodes.ts';
import type { PropertyReader } from './property-reader.ts';
import { createClassificationReader, createDocumentReader } from './references.ts';
import type { SetStore } from './set-store.ts';
import type { UnitConversions } from './unit-conversion.ts';

export interface Associations {
  /** By the number of an element or type. */
  readonly materials: ReadonlyMap<number, readonly ReadMaterial[]>;
  /** One group a classification reference, its members by node. */
  groups(typeRow: Int32Array): readonly Group[];
}

/** What else elements refer to: relation, name of the set. */
const furtherKinds = [
  ['IFCRELASSOCIATESLIBRARY', 'Library'],
  ['IFCRELASSOCIATESAPPROVAL', 'Approval'],
] as const;

export function readAssociations(
  model: IfcModel,
  nodes: Nodes,
  store: SetStore,
  reader: PropertyReader,
  attributes: AttributeSets,
  units: UnitConversions,
  holders: Holders,
): Associations {
  const { cursor } = model;
  const readMaterial = createMaterialReader(model, store, reader, attributes, units);
  const readClassification = createClassificationReader(model, store);
  const readDocument = createDocumentReader(model, store);
  const materials = new Map<number, ReadMaterial[]>();
  const classified = new Map<string, Set<number>>();

  function each(relation: string, read: (objects: readonly number[], other: number) => void): void {
    for (const row of model.rowsOf(relation)) {
      const objects = cursor.begin(row, 4).references();
      read(objects, cursor.reference());
    }
  }
  each('IFCRELASSOCIATESMATERIAL', (objects, id) => {
    const material = readMaterial(id);
    for (const object of objects) {
      const known = materials.get(object);
      if (known) known.push(material);
      else materials.set(object, [material]);
    }
  });
  each('IFCRELASSOCIATESCLASSIFICATION', (objects, id) => {
    const classification = readClassification(id);
    if (!classification) return;
    const members = classified.get(classification.title) ?? new Set();
    classified.set(classification.title, members);
    for (const object of objects) {
      holders.give(object, classification.set);
      members.add(object);
    }
  });
  each('IFCRELASSOCIATESDOCUMENT', (objects, id) => {
    const set = readDocument(id);
    if (set === undefined) return;
    for (const object of objects) holders.give(object, set);
  });
  for (const [relation, name] of furtherKinds) {
    each(relation, (objects, id) => {
      const row = model.rowOf(id);
      if (row < 0) return;
      store.begin('document', name);
      attributes.addAll(row, 0);
      const set = store.end();
      for (const object of objects) holders.give(object, set);
    });
  }
  return {
    materials,
    groups(typeRow) {
      const nodesOfType = new Map<number, number[]>();
      for (const [node, row] of typeRow.entries()) {
        if (row < 0) continue;
        const id = model.idOf(row);
        const known = nodesOfType.get(id) ?? [];
        known.push(node);
        nodesOfType.set(id, known);
      }
      const toNodes = (id: number) => {
        const node = nodes.nodeOf(id);
        return node >= 0 ? [node] : (nodesOfType.get(id) ?? []);
      };
      return [...classified].flatMap(([name, objects]) => {
        const members = new Set([...objects].flatMap(toNodes));
        const kind = 'classification';
        const group: Group = { id: 0, name, kind, globalId: '', purpose: '', members };
        return members.size > 0 ? [group] : [];
      });
    },
  };
}

// What an IFC file says about its elements, in bulk: one pass over the bytes finds all records, then each kind
// of record is read once. No call into the engine.

import type { IfcFile, ModelGeometry, ModelTables } from '../parts.ts';
import { readAssociations } from './associations.ts';
import { createAttributeSets } from './attribute-sets.ts';
import { readElements } from './elements.ts';
import { findingsOf } from './findings.ts';
import { readGroups } from './groups.ts';
import { createHolders } from './holders.ts';
import { createIfcModel } from './ifc-model.ts';
import { type PointM, readMeshFacts } from './mesh-facts.ts';
import { findNodes } from './nodes.ts';
import { packElements } from './pack-elements.ts';
import { packProperties } from './pack-properties.ts';
import { readParents } from './parents.ts';
import { hashProperties } from './property-hash.ts';
import { createPropertyReader } from './property-reader.ts';
import { giveSetsOfGroups, readPropertySets } from './property-sets.ts';
import { readPortOwners, readRelations } from './relations.ts';
import { createSetStore } from './set-store.ts';
import { readStoreys, toStoreyList } from './storeys.ts';
import { plantTree } from './tree.ts';
import { readTypes } from './types.ts';
import { readUnits } from './unit-conversion.ts';
import { usesOf } from './uses.ts';
import { createValueWords } from './value-words.ts';

export interface DescribeOptions {
  /** Of the model's frame in the file's, m, where `geometry` has been moved to one. */
  readonly originM?: PointM | undefined;
}

/** Never throws for what a file says: what can't be read is left out and, where it matters, among `findings`. */
export function describeModel(
  file: Pick<IfcFile, 'bytes' | 'schema' | 'lengthUnitM' | 'file'>,
  geometry: ModelGeometry,
  options: DescribeOptions = {},
): ModelTables {
  const model = createIfcModel(file);
  const units = readUnits(model, file.lengthUnitM);
  const store = createSetStore();
  const words = createValueWords(model, units);
  const reader = createPropertyReader(model, units, store, words);
  const attributes = createAttributeSets(model, store, reader, words);

  const nodes = findNodes(model, geometry);
  const types = readTypes(model, nodes);
  const parents = readParents(model, nodes);
  const meshes = readMeshFacts(geometry, nodes.count, nodes.nodeOf, options.originM);
  const elements = readElements(model, nodes, types);
  const tree = plantTree(parents.parent, elements.projects, () => 0);
  const parentOf = (node: number) => nodeAbove(tree, node);
  const parent = Int32Array.from({ length: nodes.count }, (_, node) => parentOf(node));
  const storeys = readStoreys(model, nodes, parents, parent, meshes, file.lengthUnitM);
  const ordered = plantTree(
    parent,
    elements.projects,
    elements.siblingOrder(storeys, parents.order),
  );

  const holders = createHolders(model, nodes);
  const sets = readPropertySets(model, store, reader, attributes, holders);
  const associations = readAssociations(model, nodes, store, reader, attributes, units, holders);
  const ports = readPortOwners(model);
  readRelations(model, nodes, store, holders, ports);
  const groups = [...readGroups(model, nodes, ports), ...associations.groups(types.typeRow)];
  giveSetsOfGroups(model, store, reader, groups, sets.ofGroups, holders);

  const uses = usesOf(model, nodes, types, attributes, associations, holders, store);
  const list = toStoreyList(storeys, meshes, parent, elements.nameOf, (node) => ordered.row[node]!);
  const packed = packElements({
    ...{ model, geometry, nodes, elements, types, tree: ordered, parent, meshes, groups },
    ...{ storeys: list, storeyNode: storeys.storeyNode, associations },
    propertyHash: hashProperties(store.content, uses, elements, types),
  });
  return {
    elements: packed.columns,
    properties: packProperties(
      store.content,
      Array.from(ordered.nodes, (node) => uses[node]!),
    ),
    count: nodes.count,
    name: elements.modelName(file.file),
    storeys: list.storeys,
    propertySets: sets.sets,
    propertyCount: sets.properties,
    rowOf: packed.rowOf,
    storeyOf: packed.storeyOf,
    disciplineOf: packed.disciplineOf,
    findings: findingsOf(tree, parents, storeys, nodes.count),
  };
}

function nodeAbove(
  { nodes, row, parent }: { nodes: Int32Array; row: Int32Array; parent: Int32Array },
  node: number,
): number {
  const above = parent[row[node]!]!;
  return above < 0 ? -1 : nodes[above]!;
}

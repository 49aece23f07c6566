// Everything about elements → the columns of `bim-elements.ts`.

import { NONE_U16, NONE_U32 } from '#contract/bim-elements.ts';
import type { TableColumns } from '#contract/binary-table.ts';
import type { Discipline } from '#model/discipline.ts';
import type { ModelGeometry } from '../parts.ts';
import type { Associations } from './associations.ts';
import { disciplineCode, disciplineOf, settleDisciplines } from './disciplines.ts';
import type { Elements } from './elements.ts';
import type { Group } from './groups.ts';
import type { IfcModel } from './ifc-model.ts';
import type { MeshFacts } from './mesh-facts.ts';
import type { Nodes } from './nodes.ts';
import type { Tree } from './tree.ts';
import type { ElementTypes } from './types.ts';

export interface PackedElements {
  readonly columns: TableColumns;
  readonly rowOf: ReadonlyMap<number, number>;
  readonly storeyOf: Uint16Array;
  readonly disciplineOf: readonly Discipline[];
}

export interface ElementParts {
  readonly model: IfcModel;
  readonly geometry: ModelGeometry;
  readonly nodes: Nodes;
  readonly elements: Elements;
  readonly types: ElementTypes;
  readonly tree: Tree;
  /** Node by node. */
  readonly parent: Int32Array;
  readonly meshes: MeshFacts;
  readonly groups: readonly Group[];
  readonly storeys: { readonly nodes: readonly number[] };
  readonly storeyNode: Int32Array;
  readonly associations: Associations;
  /** Two words a node. */
  readonly propertyHash: Uint32Array<ArrayBuffer>;
}

export function packElements(parts: ElementParts): PackedElements {
  const { model, nodes, elements, types, tree, meshes } = parts;
  const order = tree.nodes;
  const inOrder = <Value>(values: readonly Value[]) => Array.from(order, (node) => values[node]!);
  const expressId = Uint32Array.from(order, (node) => model.idOf(nodes.row[node]!));
  const classes = toDictionary(
    Array.from(order, (node) => model.classes.nameOf(elements.type[node]!)),
  );
  const type = toDictionary(
    Array.from(order, (node) => types.typeRow[node]!),
    -1,
  );
  const material = toDictionary(
    Array.from(order, (node) => materialOf(parts, node)),
    '',
  );
  const outcome = packOutcomes(parts);
  const storeyPlace = new Map(parts.storeys.nodes.map((node, place) => [node, place]));
  const storeyOf = Uint16Array.from(order, (node) =>
    Math.min(storeyPlace.get(parts.storeyNode[node]!) ?? NONE_U16, NONE_U16),
  );
  const disciplines = findDisciplines(parts);
  const columns: TableColumns = {
    expressId,
    globalId: inOrder(elements.globalId),
    name: inOrder(elements.name),
    label: inOrder(elements.label),
    objectType: inOrder(elements.objectType),
    class: Uint16Array.from(classes.rows),
    classes: classes.values,
    parent: Uint32Array.from(tree.parent, (row) => (row < 0 ? NONE_U32 : row)),
    subtreeEnd: tree.subtreeEnd,
    storey: storeyOf,
    discipline: Uint8Array.from(disciplines, disciplineCode),
    type: Uint32Array.from(type.rows, (row) => (row < 0 ? NONE_U32 : row)),
    types: type.values.map(types.nameOf),
    typeGlobalId: type.values.map(types.globalIdOf),
    material: Uint16Array.from(material.rows, (row) => (row < 0 ? NONE_U16 : row)),
    materials: material.values,
    ...outcome,
    triangles: Uint32Array.from(order, (node) => meshes.triangles[node]!),
    least: packCorners(meshes.least, order, Math.floor),
    greatest: packCorners(meshes.greatest, order, Math.ceil),
    geometryHash: packPairs(meshes.hash, order),
    propertyHash: packPairs(parts.propertyHash, order),
    ...packGroups(parts.groups, tree.row),
  };
  const rowOf = new Map<number, number>();
  for (const [row, id] of expressId.entries()) rowOf.set(id, row);
  return { columns, rowOf, storeyOf, disciplineOf: disciplines };
}

/** Values in the order in which they first appear; -1 for `none`. */
function toDictionary<Value>(list: readonly Value[], none?: Value) {
  const values: Value[] = [];
  const known = new Map<Value, number>();
  const rows = list.map((value) => {
    if (value === none) return -1;
    let row = known.get(value);
    if (row === undefined) {
      row = values.length;
      values.push(value);
      known.set(value, row);
    }
    return row;
  });
  return { rows, values };
}

function materialOf({ model, nodes, types, associations }: ElementParts, node: number): string {
  const own = associations.materials.get(model.idOf(nodes.row[node]!));
  const type = types.typeRow[node]!;
  const all = own ?? (type < 0 ? [] : (associations.materials.get(model.idOf(type)) ?? []));
  return all.find(({ name }) => name)?.name ?? '';
}

const MESH = 0;
const NOTHING_SHOWN = 1;
const MAX_OUTCOMES = 255;
/** A chain of parts that is longer says nothing more. */
const MAX_ANCESTORS = 64;

function packOutcomes({ model, geometry, nodes, elements, tree, meshes }: ElementParts) {
  const outcomes = ['mesh', 'no representation'];
  const known = new Map<string, number>();
  function codeOf(reason: string): number {
    let code = known.get(reason);
    if (code === undefined) {
      code = Math.min(outcomes.length, MAX_OUTCOMES);
      if (code === outcomes.length) outcomes.push(code === MAX_OUTCOMES ? 'other reasons' : reason);
      known.set(reason, code);
    }
    return code;
  }
  const outcome = Uint8Array.from(tree.nodes, (node) => {
    if (meshes.shapes[node]! > 0) return MESH;
    const reason = geometry.reasons.get(model.idOf(nodes.row[node]!));
    if (reason !== undefined) return codeOf(reason);
    return elements.isShown[node] === 0 ? NOTHING_SHOWN : codeOf('its representation gave no mesh');
  });
  return { outcome, outcomes };
}

function findDisciplines(parts: ElementParts): Discipline[] {
  const { model, elements, types, tree, parent, groups } = parts;
  const systems = new Map<number, string[]>();
  for (const { kind, name, purpose, members } of groups) {
    if (kind !== 'system') continue;
    for (const node of members) {
      const words = systems.get(node) ?? [];
      words.push(purpose, name);
      systems.set(node, words);
    }
  }
  const found = Array.from(tree.nodes, (node) => {
    const typeRow = types.typeRow[node]!;
    const ancestors: string[] = [];
    for (let at = parent[node]!; at >= 0 && ancestors.length < MAX_ANCESTORS; at = parent[at]!) {
      ancestors.push(elements.type[at]!);
    }
    return disciplineOf(
      {
        type: elements.type[node]!,
        ancestors,
        typeClass: typeRow < 0 ? '' : model.typeOf(typeRow),
        predefinedType: [elements.objectType[node]!, typeRow < 0 ? '' : types.purposeOf(typeRow)]
          .join(' ')
          .toUpperCase(),
        systems: systems.get(node) ?? [],
      },
      model.classes.isA,
    );
  });
  const classesInOrder = Array.from(tree.nodes, (node) => elements.type[node]!);
  return settleDisciplines(found, classesInOrder, model.classes.isA);
}

function packGroups(groups: readonly Group[], row: Int32Array): TableColumns {
  const sorted = groups.toSorted(
    (a, b) => compare(a.kind, b.kind) || compare(a.name, b.name) || compare(a.globalId, b.globalId),
  );
  const groupFirst = new Uint32Array(sorted.length + 1);
  for (const [at, { members }] of sorted.entries())
    groupFirst[at + 1] = groupFirst[at]! + members.size;
  const groupMembers = new Uint32Array(groupFirst[sorted.length]!);
  for (const [at, { members }] of sorted.entries()) {
    const rows = Uint32Array.from(members, (node) => row[node]!).sort();
    groupMembers.set(rows, groupFirst[at]!);
  }
  return {
    groupName: sorted.map(({ name }) => name),
    groupKind: sorted.map(({ kind }) => kind),
    groupGlobalId: sorted.map(({ globalId }) => globalId),
    ...{ groupFirst, groupMembers },
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const STEPS_PER_METRE = 1024;

/** Corners of whole steps compress, any others don't. `round` goes outwards, so that nothing sticks out. */
function packCorners(
  corners: Float64Array,
  order: Int32Array,
  round: (steps: number) => number,
): Float32Array<ArrayBuffer> {
  const packed = new Float32Array(corners.length);
  for (const [row, node] of order.entries()) {
    for (let axis = 0; axis < 3; axis++) {
      const corner = corners[node * 3 + axis]!;
      // An f32 has 24 bits: far out its own steps are wider.
      const ownSteps = 2 ** (22 - Math.ceil(Math.log2(Math.abs(corner) + 1)));
      const steps = Math.min(STEPS_PER_METRE, ownSteps);
      // NaN has many bit patterns and zero two signs, which differ from run to run and cost the grid of
      // `packed-column.ts`.
      packed[row * 3 + axis] = Number.isNaN(corner)
        ? Number.NaN
        : round(corner * steps) / steps + 0;
    }
  }
  return packed;
}

function packPairs(words: Uint32Array, order: Int32Array): Uint32Array<ArrayBuffer> {
  const packed = new Uint32Array(words.length);
  for (const [row, node] of order.entries()) {
    packed[row * 2] = words[node * 2]!;
    packed[row * 2 + 1] = words[node * 2 + 1]!;
  }
  return packed;
}

// Groups across the tree: systems, zones, other groups, and the classifications that elements share.

import type { IfcModel } from './ifc-model.ts';
import type { Nodes } from './nodes.ts';

export type GroupKind = 'system' | 'zone' | 'group' | 'classification';

export interface Group {
  /** Number of its entity, 0 for classifications. */
  readonly id: number;
  readonly name: string;
  readonly kind: GroupKind;
  readonly globalId: string;
  /** PredefinedType or ObjectType: says what a system carries. */
  readonly purpose: string;
  /** Nodes. */
  readonly members: ReadonlySet<number>;
}

/** `ownerOfPort` gives the element that a port belongs to: systems often name ports only. */
export function readGroups(
  model: IfcModel,
  nodes: Nodes,
  ownerOfPort: ReadonlyMap<number, number>,
): readonly Group[] {
  const { cursor } = model;
  const direct = new Map<number, number[]>();
  const add = (group: number, members: readonly number[]) => {
    const known = direct.get(group);
    if (known) for (const member of members) known.push(member);
    else direct.set(group, [...members]);
  };
  for (const row of model.rowsOf('IFCRELASSIGNSTOGROUP', 'IFCRELASSIGNSTOGROUPBYFACTOR')) {
    const members = cursor.begin(row, 4).references();
    add(cursor.skip().reference(), members);
  }
  for (const row of model.rowsOf('IFCRELAGGREGATES')) {
    const whole = cursor.begin(row, 4).reference();
    if (model.isA(model.rowOf(whole), 'IFCGROUP')) add(whole, cursor.references());
  }
  for (const row of model.rowsOf('IFCRELREFERENCEDINSPATIALSTRUCTURE')) {
    const members = cursor.begin(row, 4).references();
    const structure = cursor.reference();
    if (model.typeOf(model.rowOf(structure)) === 'IFCSPATIALZONE') add(structure, members);
  }

  /** Members of groups in groups are members too. */
  function collect(group: number): Set<number> {
    const members = new Set<number>();
    const seen = new Set([group]);
    for (const one of seen) {
      for (const id of direct.get(one) ?? []) {
        const node = nodes.nodeOf(ownerOfPort.get(id) ?? id);
        if (node >= 0) members.add(node);
        // A set that grows while it is walked is walked to its end.
        if (direct.has(id)) seen.add(id);
      }
    }
    return members;
  }
  const groups: Group[] = [];
  for (const id of direct.keys()) {
    const row = model.rowOf(id);
    if (row < 0) continue;
    const members = collect(id);
    if (members.size > 0) groups.push({ id, ...readGroup(model, row), members });
  }
  return groups;
}

function readGroup(model: IfcModel, row: number): Omit<Group, 'id' | 'members'> {
  const { cursor } = model;
  const attributes = model.classes.attributesOf(model.typeOf(row));
  const read = (name: string) => {
    const at = attributes.findIndex((attribute) => attribute.name === name);
    if (at < 0) return '';
    const value = cursor.begin(row, at).value();
    if (typeof value === 'string') return value;
    return typeof value === 'object' && 'word' in value ? value.word : '';
  };
  const kind = kindOf(model, row);
  const predefined = read('PredefinedType');
  const isOwnWord =
    predefined === '' || predefined === 'USERDEFINED' || predefined === 'NOTDEFINED';
  return {
    name: read('Name') || read('LongName') || model.classes.nameOf(model.typeOf(row)),
    kind,
    globalId: read('GlobalId'),
    purpose: isOwnWord ? read('ObjectType') : predefined,
  };
}

function kindOf(model: IfcModel, row: number): GroupKind {
  if (model.typeOf(row) === 'IFCZONE' || model.typeOf(row) === 'IFCSPATIALZONE') return 'zone';
  return model.isA(row, 'IFCSYSTEM') ? 'system' : 'group';
}

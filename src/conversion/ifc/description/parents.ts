// Who is part of what: decomposition, containment, openings and what fills them, made into one parent each.

import type { IfcModel } from './ifc-model.ts';
import type { Nodes } from './nodes.ts';

export interface Parents {
  /** By node, -1 for none. */
  readonly parent: Int32Array;
  /** Spatial structure that directly contains it, -1 for none. */
  readonly container: Int32Array;
  /** Place in the list that nests it, -1 where its order means nothing. */
  readonly order: Int32Array;
  /** Elements that several relations of one kind claim. */
  readonly claimedTwice: number;
  /** Numbers of entities that relations name and the file hasn't. */
  readonly missing: ReadonlySet<number>;
}

/** Stronger relations win: a part of a whole stays with it wherever it is contained. */
const strength = { part: 5, nested: 4, contained: 3, filling: 2, feature: 1 } as const;

export function readParents(model: IfcModel, nodes: Nodes): Parents {
  const parent = new Int32Array(nodes.count).fill(-1);
  const container = new Int32Array(nodes.count).fill(-1);
  const order = new Int32Array(nodes.count).fill(-1);
  const claim = new Uint8Array(nodes.count);
  const missing = new Set<number>();
  let claimedTwice = 0;
  const { cursor } = model;

  function nodeOf(id: number): number {
    if (id !== 0 && model.rowOf(id) < 0) missing.add(id);
    return nodes.nodeOf(id);
  }
  function link(whole: number, part: number, by: number, place = -1): void {
    const from = nodeOf(whole);
    const node = nodeOf(part);
    if (from < 0 || node < 0 || model.typeOf(nodes.row[node]!) === 'IFCPROJECT') return;
    if (by === strength.contained && container[node]! < 0) container[node] = from;
    if (claim[node] === by && parent[node] !== from) claimedTwice++;
    if (claim[node]! >= by) return;
    claim[node] = by;
    parent[node] = from;
    order[node] = place;
  }

  for (const row of model.rowsOf('IFCRELAGGREGATES')) {
    const whole = cursor.begin(row, 4).reference();
    for (const part of cursor.references()) link(whole, part, strength.part);
  }
  for (const row of model.rowsOf('IFCRELNESTS')) {
    const whole = cursor.begin(row, 4).reference();
    for (const [place, part] of cursor.references().entries()) {
      link(whole, part, strength.nested, place);
    }
  }
  for (const row of model.rowsOf('IFCRELCONTAINEDINSPATIALSTRUCTURE')) {
    const parts = cursor.begin(row, 4).references();
    const whole = cursor.reference();
    for (const part of parts) link(whole, part, strength.contained);
  }
  const hosts = readHosts(model);
  for (const [opening, host] of hosts) link(host, opening, strength.feature);
  for (const row of model.rowsOf('IFCRELFILLSELEMENT')) {
    const opening = cursor.begin(row, 4).reference();
    const part = cursor.reference();
    link(hosts.get(opening) ?? opening, part, strength.filling);
  }
  for (const row of model.rowsOf('IFCRELPROJECTSELEMENT', 'IFCRELADHERESTOELEMENT')) {
    const whole = cursor.begin(row, 4).reference();
    for (const part of cursor.references()) link(whole, part, strength.feature);
  }
  return { parent, container, order, claimedTwice, missing };
}

/** Opening → the element that it is cut from, by numbers of entities. */
export function readHosts(model: IfcModel): ReadonlyMap<number, number> {
  const hosts = new Map<number, number>();
  for (const row of model.rowsOf('IFCRELVOIDSELEMENT')) {
    const host = model.cursor.begin(row, 4).reference();
    hosts.set(model.cursor.reference(), host);
  }
  return hosts;
}

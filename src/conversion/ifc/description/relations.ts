// Relations between elements that the tree doesn't show, as sets: what an element is connected to, which
// storeys it also reaches, what it fills, which system serves a building.

import type { Holders } from './holders.ts';
import type { IfcModel } from './ifc-model.ts';
import type { Nodes } from './nodes.ts';
import { readHosts } from './parents.ts';
import type { SetStore } from './set-store.ts';

/** Port → the element that it belongs to, by numbers of entities. */
export function readPortOwners(model: IfcModel): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  for (const row of model.rowsOf('IFCRELCONNECTSPORTTOELEMENT')) {
    const port = model.cursor.begin(row, 4).reference();
    owners.set(port, model.cursor.reference());
  }
  for (const row of model.rowsOf('IFCRELNESTS')) {
    const owner = model.cursor.begin(row, 4).reference();
    for (const part of model.cursor.references()) {
      if (model.isA(model.rowOf(part), 'IFCPORT')) owners.set(part, owner);
    }
  }
  return owners;
}

export function readRelations(
  model: IfcModel,
  nodes: Nodes,
  store: SetStore,
  holders: Holders,
  ownerOfPort: ReadonlyMap<number, number>,
): void {
  const { cursor } = model;
  const facts = new Map<number, Map<string, Set<string>>>();
  const counts = new Map<number, Map<string, number>>();

  /** `GlobalId Name`. */
  function titleOf(id: number): string {
    const row = model.rowOf(id);
    if (row < 0) return '';
    const globalId = cursor.begin(row).text() ?? '';
    return `${globalId} ${cursor.skip().text() ?? ''}`.trimEnd();
  }
  function relate(id: number, word: string, other: number): void {
    if (nodes.nodeOf(id) < 0 || id === other) return;
    const title = titleOf(other);
    if (title === '') return;
    const own = facts.get(id) ?? new Map<string, Set<string>>();
    facts.set(id, own);
    own.set(word, (own.get(word) ?? new Set()).add(title));
  }
  function count(id: number, word: string): void {
    if (nodes.nodeOf(id) < 0) return;
    const own = counts.get(id) ?? new Map<string, number>();
    counts.set(id, own);
    own.set(word, (own.get(word) ?? 0) + 1);
  }
  function connect(a: number, b: number): void {
    relate(a, 'Connected to', b);
    relate(b, 'Connected to', a);
  }

  for (const row of model.rowsOf('IFCRELCONNECTSPORTS')) {
    const from = cursor.begin(row, 4).reference();
    const to = cursor.reference();
    connect(ownerOfPort.get(from) ?? from, ownerOfPort.get(to) ?? to);
  }
  for (const row of model.rowsDerivedFrom('IFCRELCONNECTSELEMENTS')) {
    const from = cursor.begin(row, 5).reference();
    connect(from, cursor.reference());
  }
  for (const owner of ownerOfPort.values()) count(owner, 'Ports');
  for (const row of model.rowsOf('IFCRELREFERENCEDINSPATIALSTRUCTURE')) {
    const parts = cursor.begin(row, 4).references();
    const structure = cursor.reference();
    for (const part of parts) relate(part, 'Also in', structure);
  }
  const hosts = readHosts(model);
  for (const row of model.rowsOf('IFCRELFILLSELEMENT')) {
    const host = hosts.get(cursor.begin(row, 4).reference());
    const part = cursor.reference();
    if (host !== undefined) relate(part, 'Opening in', host);
  }
  for (const row of model.rowsOf('IFCRELSERVICESBUILDINGS')) {
    const system = cursor.begin(row, 4).reference();
    for (const building of cursor.references()) relate(building, 'Served by', system);
  }
  for (const row of model.rowsDerivedFrom('IFCRELSPACEBOUNDARY')) {
    const space = cursor.begin(row, 4).reference();
    const element = cursor.reference();
    count(space, 'Boundaries');
    count(element, 'Boundaries');
  }
  for (const row of model.rowsOf('IFCRELCOVERSBLDGELEMENTS', 'IFCRELCOVERSSPACES')) {
    const covered = cursor.begin(row, 4).reference();
    for (const covering of cursor.references()) relate(covering, 'Covers', covered);
  }
  for (const row of model.rowsOf('IFCRELFLOWCONTROLELEMENTS')) {
    const controls = cursor.begin(row, 4).references();
    const controlled = cursor.reference();
    for (const control of controls) relate(control, 'Controls', controlled);
  }

  for (const [id, words] of facts) {
    for (const [word, titles] of words) {
      store.begin('relation', word);
      for (const [at, title] of [...titles].sort().entries()) store.add(String(at + 1), title);
      holders.give(id, store.end());
    }
  }
  for (const [id, words] of counts) {
    store.begin('relation', 'Counts');
    for (const [word, number] of words) store.add(word, number);
    holders.give(id, store.end());
  }
}

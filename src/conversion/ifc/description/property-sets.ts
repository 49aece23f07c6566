// Property and quantity sets, and who has them: by relation, or in the list of a type.

import type { AttributeSets } from './attribute-sets.ts';
import type { Group } from './groups.ts';
import type { Holders } from './holders.ts';
import type { IfcModel } from './ifc-model.ts';
import type { PropertyReader } from './property-reader.ts';
import type { SetStore } from './set-store.ts';
import type { StepValue } from './step-cursor.ts';

export interface PropertySets {
  /** Sets in the file that something has. */
  readonly sets: number;
  /** Their properties, those in others included. */
  readonly properties: number;
  /** Numbers of the definitions that groups have, by the number of the group. */
  readonly ofGroups: ReadonlyMap<number, readonly number[]>;
}

export function readPropertySets(
  model: IfcModel,
  store: SetStore,
  reader: PropertyReader,
  attributes: AttributeSets,
  holders: Holders,
): PropertySets {
  const { cursor } = model;
  const known = new Map<number, number | undefined>();
  /** Programs write a set for each element, but the same properties under the same name again and again. */
  const knownLists = new Map<string, number>();
  const ofGroups = new Map<number, number[]>();
  let [sets, properties] = [0, 0];

  function setOf(id: number): number | undefined {
    const row = model.rowOf(id);
    if (row < 0) return undefined;
    if (!known.has(row)) known.set(row, readSet(row));
    return known.get(row);
  }
  function readSet(row: number): number | undefined {
    const type = model.typeOf(row);
    if (type === 'IFCPROPERTYSET' || type === 'IFCELEMENTQUANTITY') {
      const isQuantities = type === 'IFCELEMENTQUANTITY';
      const nameSpan = cursor.begin(row, 2).span();
      const at = cursor.skip(isQuantities ? 2 : 1).at;
      const list = `${type} ${nameSpan} ${cursor.raw()}`;
      cursor.at = at;
      const parts = cursor.references();
      sets++;
      properties += parts.length;
      let set = knownLists.get(list);
      if (set === undefined) {
        const name = nameSpan < 0 ? model.classes.nameOf(type) : model.spans.text(nameSpan);
        store.begin(isQuantities ? 'quantity-set' : 'property-set', name);
        for (const part of parts) reader.add(part);
        set = store.end();
        knownLists.set(list, set);
      }
      return set;
    }
    if (!model.isA(row, 'IFCPROPERTYSETDEFINITION')) return undefined;
    sets++;
    return attributes.ofDefinition(row);
  }
  function give(id: number, definition: number): void {
    const set = setOf(definition);
    if (set === undefined || holders.give(id, set)) return;
    if (!model.isA(model.rowOf(id), 'IFCGROUP')) return;
    const definitions = ofGroups.get(id) ?? [];
    definitions.push(definition);
    ofGroups.set(id, definitions);
  }

  for (const row of model.rowsOf('IFCRELDEFINESBYPROPERTIES', 'IFCRELOVERRIDESPROPERTIES')) {
    const objects = cursor.begin(row, 4).references();
    const definitions = referencesIn(cursor.value());
    const overriding = cursor.references();
    for (const id of objects) for (const definition of definitions) give(id, definition);
    if (overriding.length === 0) continue;
    const name = nameOfSet(model, definitions[0] ?? 0);
    store.begin('property-set', name);
    for (const part of overriding) reader.add(part);
    const set = store.end();
    for (const id of objects) holders.give(id, set);
  }
  for (const row of model.rowsDerivedFrom('IFCTYPEOBJECT')) {
    const id = model.idOf(row);
    for (const definition of cursor.begin(row, 5).references()) give(id, definition);
  }
  return { sets, properties, ofGroups };
}

/** What is said of a group its members have as a relation, with the group's name: it isn't said of them. */
export function giveSetsOfGroups(
  model: IfcModel,
  store: SetStore,
  reader: PropertyReader,
  groups: readonly Group[],
  ofGroups: PropertySets['ofGroups'],
  holders: Holders,
): void {
  for (const { id, name, members } of groups) {
    for (const definition of ofGroups.get(id) ?? []) {
      const row = model.rowOf(definition);
      const place = ['IFCPROPERTYSET', 'IFCELEMENTQUANTITY'].indexOf(model.typeOf(row));
      if (place < 0) continue;
      const setName = nameOfSet(model, definition);
      const parts = model.cursor.begin(row, place === 0 ? 4 : 5).references();
      store.begin('relation', setName);
      store.add(GROUP, name);
      for (const part of parts) reader.add(part);
      const set = store.end();
      for (const node of members) holders.giveNode(node, set);
    }
  }
}

const GROUP = 'Group';

/** A set, or a list of them in its type (IfcPropertySetDefinitionSet). */
function referencesIn(value: StepValue): readonly number[] {
  if (typeof value !== 'object') return [];
  if ('reference' in value) return [value.reference];
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  return 'type' in value ? referencesIn(value.value) : [];
}

function nameOfSet(model: IfcModel, id: number): string {
  const row = model.rowOf(id);
  return row < 0 ? 'IfcPropertySet' : (model.cursor.begin(row, 2).text() ?? 'IfcPropertySet');
}

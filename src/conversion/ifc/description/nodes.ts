// The elements of a model before they are in the tree's order: every product and project, each a node.

import type { ModelGeometry } from '../parts.ts';
import type { IfcModel } from './ifc-model.ts';

export interface Nodes {
  readonly count: number;
  /** By node: row of its record. */
  readonly row: Uint32Array;
  /** Of the entity with this number; -1 where it is no element. */
  nodeOf(id: number): number;
}

/** Places of attributes that the description asks for, by class; -1 where a class has none. */
export interface AttributePlaces {
  readonly description: number;
  readonly objectType: number;
  readonly placement: number;
  readonly representation: number;
  /** Tag or LongName. */
  readonly label: number;
  readonly predefinedType: number;
  readonly elevation: number;
}

const GLOBAL_ID_LENGTH = 22;

/** Openings count only where they have geometry of their own, ports never: they join elements. */
export function findNodes(model: IfcModel, geometry: ModelGeometry): Nodes {
  const { records } = model;
  const hasGeometry = new Set<number>(geometry.reasons.keys());
  for (let at = 0; at < geometry.placed.count; at++) hasGeometry.add(geometry.placed.product[at]!);
  const isNode = new Uint8Array(records.count);
  for (const type of records.types) {
    const role = roleOf(model, type);
    if (role === 'other') continue;
    for (const row of records.rowsOf(type)) {
      if (role === 'element' || (role === 'unknown' && looksLikeProduct(model, row)))
        isNode[row] = 1;
    }
  }
  for (const id of hasGeometry) {
    const row = model.rowOf(id);
    if (row >= 0) isNode[row] = 1;
  }
  const nodeOfRow = new Int32Array(records.count).fill(-1);
  const rows: number[] = [];
  for (let row = 0; row < records.count; row++) {
    if (isNode[row] === 0 || records.rowOf(records.id[row]!) !== row) continue;
    nodeOfRow[row] = rows.length;
    rows.push(row);
  }
  return {
    count: rows.length,
    row: Uint32Array.from(rows),
    nodeOf: (id) => nodeOfRow[model.rowOf(id)] ?? -1,
  };
}

function roleOf({ classes }: IfcModel, type: string): 'element' | 'unknown' | 'other' {
  if (classes.isA(type, 'IFCFEATUREELEMENTSUBTRACTION') || classes.isA(type, 'IFCPORT'))
    return 'other';
  if (classes.isA(type, 'IFCPRODUCT') || type === 'IFCPROJECT') return 'element';
  return classes.attributesOf(type).length === 0 ? 'unknown' : 'other';
}

/** A class of another schema: it has a GlobalId and stands somewhere. */
function looksLikeProduct(model: IfcModel, row: number): boolean {
  if (model.cursor.begin(row).text()?.length !== GLOBAL_ID_LENGTH) return false;
  const placement = model.rowOf(model.cursor.begin(row, 5).reference());
  return placement >= 0 && /^IFC\w*PLACEMENT$/.test(model.typeOf(placement));
}

const placesOf = new WeakMap<IfcModel, Map<string, AttributePlaces>>();

export function attributePlaces(model: IfcModel, type: string): AttributePlaces {
  const known = placesOf.get(model) ?? new Map<string, AttributePlaces>();
  placesOf.set(model, known);
  let places = known.get(type);
  if (!places) {
    const names = model.classes.attributesOf(type).map(({ name }) => name);
    const at = (...wanted: readonly string[]) => names.findIndex((name) => wanted.includes(name));
    places =
      names.length > 0
        ? {
            description: at('Description'),
            objectType: at('ObjectType'),
            placement: at('ObjectPlacement'),
            representation: at('Representation'),
            label: at('Tag', 'LongName'),
            predefinedType: at('PredefinedType'),
            elevation: at('Elevation'),
          }
        : {
            ...{ description: 3, objectType: 4, placement: 5, representation: 6, label: 7 },
            ...{ predefinedType: -1, elevation: -1 },
          };
    known.set(type, places);
  }
  return places;
}

// Types of elements: IfcTypeObject and what it gives to its occurrences.

import type { IfcModel } from './ifc-model.ts';
import type { Nodes } from './nodes.ts';

export interface ElementTypes {
  /** By node: row of the type's record, -1 without. */
  readonly typeRow: Int32Array;
  nameOf(row: number): string;
  globalIdOf(row: number): string;
  /** PredefinedType, or what a type says instead. */
  purposeOf(row: number): string;
}

export function readTypes(model: IfcModel, nodes: Nodes): ElementTypes {
  const { cursor } = model;
  const typeRow = new Int32Array(nodes.count).fill(-1);
  for (const row of model.rowsOf('IFCRELDEFINESBYTYPE')) {
    const parts = cursor.begin(row, 4).references();
    const type = model.rowOf(cursor.reference());
    if (!model.isA(type, 'IFCTYPEOBJECT')) continue;
    for (const part of parts) {
      const node = nodes.nodeOf(part);
      if (node >= 0 && typeRow[node]! < 0) typeRow[node] = type;
    }
  }
  const purposes = new Map<number, string>();
  return {
    typeRow,
    nameOf: (row) => cursor.begin(row, 2).text() ?? model.classes.nameOf(model.typeOf(row)),
    globalIdOf: (row) => cursor.begin(row).text() ?? '',
    purposeOf(row) {
      let purpose = purposes.get(row);
      if (purpose === undefined) {
        purpose = readPurpose(model, row);
        purposes.set(row, purpose);
      }
      return purpose;
    },
  };
}

function readPurpose(model: IfcModel, row: number): string {
  const names = model.classes.attributesOf(model.typeOf(row)).map(({ name }) => name);
  const at = names.indexOf('PredefinedType');
  const word = at < 0 ? undefined : model.cursor.begin(row, at).word();
  if (isPlainWord(word)) return word;
  const own = names.indexOf('ElementType');
  return own < 0 ? '' : (model.cursor.begin(row, own).text() ?? '');
}

/** Not one of the words that say nothing. */
export const isPlainWord = (word: string | undefined): word is string =>
  word !== undefined && word !== '' && word !== 'NOTDEFINED' && word !== 'USERDEFINED';

// The element table of a building model: every IfcObjectDefinition of the spatial and decomposition tree, in
// the tree's order from the root, each before its parts. So the parts of `index` are the rows from `index + 1`
// to `subtreeEnd[index]`. The row's number is the element index of tiles (`_FEATURE_ID_1`) and properties.

import { type BinaryTable, parseBinaryTable, type TextList } from './binary-table.ts';

export const BIM_ELEMENTS = 'bim-elements';
/** No parent, storey, type, …. */
export const NONE_U32 = 0xffffffff;
export const NONE_U16 = 0xffff;

export interface BimElements {
  readonly count: number;
  /** Number of the entity in the file. */
  readonly expressId: Uint32Array;
  readonly globalId: TextList;
  readonly name: TextList;
  /** LongName of spaces, storeys, buildings; Tag of others. */
  readonly label: TextList;
  /** PredefinedType, or ObjectType where that is USERDEFINED or absent. */
  readonly objectType: TextList;
  /** Row in `classes`, e.g. `IfcWallStandardCase`. */
  readonly class: Uint16Array;
  readonly classes: TextList;
  /** Row of the element that contains, aggregates, voids or nests it. */
  readonly parent: Uint32Array;
  readonly subtreeEnd: Uint32Array;
  /** Place in the model's `storeys`; NONE_U16 outside of any. */
  readonly storey: Uint16Array;
  /** Code in `disciplineIds`. */
  readonly discipline: Uint8Array;
  /** Row in `types`, e.g. `Basic wall: Interior 125`; NONE_U32 without. */
  readonly type: Uint32Array;
  readonly types: TextList;
  readonly typeGlobalId: TextList;
  /** Row in `materials`: the material, or the thickest of its layers; NONE_U16 without. */
  readonly material: Uint16Array;
  readonly materials: TextList;
  /** Row in `outcomes`: 0 has a mesh, 1 has no representation, from 2 the reason why it has no mesh. */
  readonly outcome: Uint8Array;
  readonly outcomes: TextList;
  readonly triangles: Uint32Array;
  /** Corners x, y, z (m, model's frame) of its own mesh, rounded outwards to 1/1024 m or what an f32 can tell;
   * NaN without. */
  readonly least: Float32Array;
  readonly greatest: Float32Array;
  /** Two u32 each, of the second a byte: equal for equal shape and place (to 0.1 mm), and for equal attributes
   * and properties. */
  readonly geometryHash: Uint32Array;
  readonly propertyHash: Uint32Array;
  /** Groups across the tree: systems, zones, classifications' references. Rows of `groupMembers` from
   * `groupFirst[g]` to `groupFirst[g + 1]` are element indices, ascending. */
  readonly groupName: TextList;
  /** `system`, `zone`, `group` or `classification`. */
  readonly groupKind: TextList;
  readonly groupGlobalId: TextList;
  readonly groupFirst: Uint32Array;
  readonly groupMembers: Uint32Array;
}

/** Views the columns in `buffer`; throws one sentence naming `file` where one is missing. */
export function parseBimElements(buffer: ArrayBuffer, file: string): BimElements {
  const table: BinaryTable = parseBinaryTable(buffer, BIM_ELEMENTS, file);
  const expressId = table.numbers('expressId', 'u32');
  return {
    count: expressId.length,
    expressId,
    globalId: table.texts('globalId'),
    name: table.texts('name'),
    label: table.texts('label'),
    objectType: table.texts('objectType'),
    class: table.numbers('class', 'u16'),
    classes: table.texts('classes'),
    parent: table.numbers('parent', 'u32'),
    subtreeEnd: table.numbers('subtreeEnd', 'u32'),
    storey: table.numbers('storey', 'u16'),
    discipline: table.numbers('discipline', 'u8'),
    type: table.numbers('type', 'u32'),
    types: table.texts('types'),
    typeGlobalId: table.texts('typeGlobalId'),
    material: table.numbers('material', 'u16'),
    materials: table.texts('materials'),
    outcome: table.numbers('outcome', 'u8'),
    outcomes: table.texts('outcomes'),
    triangles: table.numbers('triangles', 'u32'),
    least: table.numbers('least', 'f32'),
    greatest: table.numbers('greatest', 'f32'),
    geometryHash: table.numbers('geometryHash', 'u32'),
    propertyHash: table.numbers('propertyHash', 'u32'),
    groupName: table.texts('groupName'),
    groupKind: table.texts('groupKind'),
    groupGlobalId: table.texts('groupGlobalId'),
    groupFirst: table.numbers('groupFirst', 'u32'),
    groupMembers: table.numbers('groupMembers', 'u32'),
  };
}

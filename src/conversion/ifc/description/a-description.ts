// Small IFC texts for tests, and their descriptions read back in words.

import { type BimElements, NONE_U16, NONE_U32, parseBimElements } from '#contract/bim-elements.ts';
import {
  type BimProperties,
  parseBimProperties,
  type SetKind,
  setKinds,
  valueTypes,
} from '#contract/bim-properties.ts';
import { formatBinaryTable } from '#contract/binary-table.ts';
import type { ModelGeometry, ModelTables } from '../parts.ts';
import { describeModel } from './describe-model.ts';

export interface TextOptions {
  readonly schema?: string;
  readonly lengthUnitM?: number;
  readonly geometry?: ModelGeometry;
}

export interface ReadSet {
  readonly name: string;
  readonly kind: SetKind;
  readonly isOfType: boolean;
  /** Value, or value with unit, by key. */
  readonly entries: Readonly<Record<string, ReadValue>>;
}

export type ReadValue =
  | undefined
  | string
  | boolean
  | number
  | 'unknown'
  | readonly [value: number, unit: string];

export interface ReadModel {
  readonly tables: ModelTables;
  readonly elements: BimElements;
  readonly properties: BimProperties;
  readonly names: readonly string[];
  rowOf(name: string): number;
  /** Name of what it hangs below, undefined for roots. */
  parentOf(name: string): string | undefined;
  storeyOf(name: string): string | undefined;
  setsOf(name: string): readonly ReadSet[];
  setsOfRow(row: number): readonly ReadSet[];
  /** The one set of that name. */
  setOf(name: string, set: string): ReadSet;
  materialOf(name: string): string | undefined;
  groups(): readonly {
    readonly kind: string;
    readonly name: string;
    readonly members: readonly string[];
  }[];
}

export const noGeometry: ModelGeometry = {
  shapes: [],
  placed: {
    count: 0,
    product: new Uint32Array(),
    shape: new Uint32Array(),
    matrix: new Float64Array(),
    rgba: new Uint8Array(),
  },
  reasons: new Map(),
  products: 0,
  boundsM: [
    [0, 0, 0],
    [0, 0, 0],
  ],
  findings: [],
};

/** Boxes, each from a corner to the opposite one (m), by the number of the product's entity. */
export function boxesOf(
  boxes: Readonly<Record<number, readonly [low: readonly number[], high: readonly number[]]>>,
): ModelGeometry {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((at) => [at & 1, (at >> 1) & 1, at >> 2]);
  const shape = {
    positions: Float32Array.from(corners),
    normals: new Float32Array(corners.length),
    indices: Uint32Array.of(0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4),
    mode: 'triangles' as const,
  };
  const products = Object.keys(boxes).map(Number);
  const matrix = products.flatMap((product) => {
    const [low, high] = boxes[product]!;
    const [x = 0, y = 0, z = 0] = high.map((part, axis) => part - low[axis]!);
    return [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0, ...low, 1];
  });
  return {
    ...noGeometry,
    shapes: [shape],
    placed: {
      count: products.length,
      product: Uint32Array.from(products),
      shape: new Uint32Array(products.length),
      matrix: Float64Array.from(matrix),
      rgba: new Uint8Array(products.length * 4),
    },
    products: products.length,
  };
}

/** A GlobalId of 22 letters that begins with a word. */
export const idOf = (word: string) => word.padEnd(22, '0').slice(0, 22);

/** A file of these records, metres, below one project #1. */
const toIfcText = (records: string, schema = 'IFC4') =>
  `ISO-10303-21;
HEADER;
FILE_DESCRIPTION((''),'2;1');
FILE_NAME('test.ifc','2026-01-01T00:00:00',(''),(''),'','','');
FILE_SCHEMA(('${schema}'));
ENDSEC;
DATA;
${records.includes('#1=') ? '' : project}
${records}
ENDSEC;
END-ISO-10303-21;
`;

const project = `#1=IFCPROJECT('${idOf('project')}',$,'Project',$,$,$,$,$,#2);
#2=IFCUNITASSIGNMENT((#3,#4,#5));
#3=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);
#4=IFCSIUNIT(*,.AREAUNIT.,$,.SQUARE_METRE.);
#5=IFCSIUNIT(*,.VOLUMEUNIT.,$,.CUBIC_METRE.);`;

export function describeText(records: string, options: TextOptions = {}): ReadModel {
  const { schema = 'IFC4', lengthUnitM = 1, geometry = noGeometry } = options;
  const bytes = new TextEncoder().encode(toIfcText(records, schema));
  return readBack(describeModel({ bytes, schema, lengthUnitM, file: 'test.ifc' }, geometry));
}

export function readBack(tables: ModelTables): ReadModel {
  const elements = parseBimElements(
    formatBinaryTable('bim-elements', tables.elements).buffer,
    'elements.bin',
  );
  const properties = parseBimProperties(
    formatBinaryTable('bim-properties', tables.properties).buffer,
    'properties.bin',
  );
  const names = Array.from({ length: elements.count }, (_, row) => elements.name.at(row));
  function rowOf(name: string): number {
    const row = names.indexOf(name);
    if (row < 0) throw new Error(`No element is named ${name}; there are ${names.join(', ')}.`);
    return row;
  }
  function setsOfRow(row: number): readonly ReadSet[] {
    const { setFirst, setOf, setIsOfType, setName, setKind } = properties;
    return Array.from(setOf.subarray(setFirst[row], setFirst[row + 1]), (set, place) => ({
      name: setName.at(set),
      kind: setKinds[setKind[set]!]!,
      isOfType: setIsOfType[setFirst[row]! + place] === 1,
      entries: readEntries(properties, set),
    }));
  }
  const setsOf = (name: string) => setsOfRow(rowOf(name));
  return {
    ...{ tables, elements, properties, names, rowOf, setsOf, setsOfRow },
    parentOf(name) {
      const parent = elements.parent[rowOf(name)]!;
      return parent === NONE_U32 ? undefined : names[parent];
    },
    storeyOf(name) {
      const storey = elements.storey[rowOf(name)]!;
      return storey === NONE_U16 ? undefined : tables.storeys[storey]!.name;
    },
    setOf(name, set) {
      const found = setsOf(name).filter((one) => one.name === set);
      if (found.length !== 1) throw new Error(`${name} has ${found.length} sets named ${set}.`);
      return found[0]!;
    },
    materialOf(name) {
      const material = elements.material[rowOf(name)]!;
      return material === NONE_U16 ? undefined : elements.materials.at(material);
    },
    groups: () =>
      Array.from({ length: elements.groupName.count }, (_, group) => ({
        kind: elements.groupKind.at(group),
        name: elements.groupName.at(group),
        members: Array.from(
          elements.groupMembers.subarray(
            elements.groupFirst[group],
            elements.groupFirst[group + 1],
          ),
          (row) => names[row]!,
        ),
      })),
  };
}

function readEntries(properties: BimProperties, set: number): Record<string, ReadValue> {
  const { entryFirst, entryKey, entryValue, keyName, keySet, keyType, keyUnit } = properties;
  const entries: Record<string, ReadValue> = {};
  for (let at = entryFirst[set]!; at < entryFirst[set + 1]!; at++) {
    const key = entryKey[at]!;
    if (keySet.at(key) !== properties.setName.at(set)) throw new Error('A key of another set.');
    entries[keyName.at(key)] = readValue(
      properties,
      entryValue[at]!,
      keyType[key]!,
      keyUnit.at(key),
    );
  }
  return entries;
}

function readValue(
  properties: BimProperties,
  value: number,
  type: number,
  unit: string,
): ReadValue {
  if (value === NONE_U32) return undefined;
  switch (valueTypes[type]) {
    case 'text':
      return properties.texts.at(value);
    case 'number':
      return unit === '' ? properties.numbers[value]! : [properties.numbers[value]!, unit];
    case 'boolean':
      return value === 1;
    default:
      return value === 2 ? 'unknown' : value === 1;
  }
}

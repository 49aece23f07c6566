// Builds the tables of a small model for tests, as a conversion would write them.

import { BIM_ELEMENTS, NONE_U16, NONE_U32, parseBimElements } from '#contract/bim-elements.ts';
import type { BimModel } from '#contract/bim-model.ts';
import {
  BIM_PROPERTIES,
  parseBimProperties,
  setKinds,
  valueTypes,
} from '#contract/bim-properties.ts';
import { formatBinaryTable } from '#contract/binary-table.ts';
import { type Discipline, disciplineIds } from '#model/discipline.ts';
import { ModelData } from './model-data.ts';

export type Corner = readonly [number, number, number];
export type PropertyValue = string | number | boolean | undefined;

/** An element with what lies below it. */
export interface Thing {
  readonly class: string;
  readonly name?: string;
  readonly globalId?: string;
  readonly label?: string;
  readonly objectType?: string;
  readonly type?: string;
  readonly material?: string;
  readonly discipline?: Discipline;
  /** Corners of its mesh, m; none: no mesh. */
  readonly box?: readonly [Corner, Corner];
  /** Values of its sets, by set and name. */
  readonly sets?: Readonly<Record<string, Readonly<Record<string, PropertyValue>>>>;
  /** The same by its type. */
  readonly typeSets?: Thing['sets'];
  readonly parts?: readonly Thing[];
}

export interface AGroup {
  readonly kind: 'system' | 'zone' | 'group' | 'classification';
  readonly name: string;
  /** Names of elements. */
  readonly members: readonly string[];
}

export interface BuiltModel {
  readonly model: BimModel;
  readonly data: ModelData;
  readonly properties: ReturnType<typeof parseBimProperties>;
  /** By path relative to model.json, that itself among them. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  readonly things: readonly Thing[];
  /** Row of the element with this name; throws where there is none. */
  row(name: string): number;
}

export interface ModelTraits {
  readonly id?: string;
  readonly base?: number;
  readonly groups?: readonly AGroup[];
  readonly units?: Readonly<Record<string, string>>;
}

interface Row {
  readonly thing: Thing;
  readonly parent: number;
  readonly storey: number;
  end: number;
}

const IDS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$';
const STOREY_M = 3;

/** A GlobalId that only depends on the row. */
export const globalIdOf = (row: number): string =>
  `0${'abcdefghijklmnopqr'}${IDS[Math.floor(row / 4096) % 64]}${IDS[Math.floor(row / 64) % 64]}${IDS[row % 64]}`;

export function aModel(root: Thing, traits: ModelTraits = {}): BuiltModel {
  const { id = 'house', base = 0, groups = [], units = {} } = traits;
  const rows: Row[] = [];
  const storeyRows: number[] = [];
  const walk = (thing: Thing, parent: number, around: number): void => {
    const row = rows.length;
    const isStorey = thing.class === 'IfcBuildingStorey';
    if (isStorey) storeyRows.push(row);
    const storey = isStorey ? storeyRows.length - 1 : around;
    const own: Row = { thing, parent, storey, end: row + 1 };
    rows.push(own);
    for (const part of thing.parts ?? []) walk(part, row, storey);
    own.end = rows.length;
  };
  walk(root, NONE_U32, NONE_U16);
  const things = rows.map(({ thing }) => thing);
  const classes = new Names();
  const types = new Names();
  const materials = new Names();
  const rowNamed = (name: string) => things.findIndex((thing) => thing.name === name);
  const members = groups.map((group) => group.members.map(rowNamed).sort((a, b) => a - b));
  const corners = (at: 0 | 1) =>
    Float32Array.from(things.flatMap(({ box }) => box?.[at] ?? [NaN, NaN, NaN]));

  const elementsBytes = formatBinaryTable(BIM_ELEMENTS, {
    expressId: Uint32Array.from(things, (_, row) => 100 + row),
    globalId: things.map(({ globalId }, row) => globalId ?? globalIdOf(row)),
    name: things.map(({ name = '' }) => name),
    label: things.map(({ label = '' }) => label),
    objectType: things.map(({ objectType = '' }) => objectType),
    class: Uint16Array.from(things, (thing) => classes.code(thing.class)),
    parent: Uint32Array.from(rows, ({ parent }) => parent),
    subtreeEnd: Uint32Array.from(rows, ({ end }) => end),
    storey: Uint16Array.from(rows, ({ storey }) => storey),
    discipline: Uint8Array.from(things, ({ discipline = 'architecture' }) =>
      disciplineIds.indexOf(discipline),
    ),
    type: Uint32Array.from(things, ({ type }) => (type ? types.code(type) : NONE_U32)),
    material: Uint16Array.from(things, ({ material }) =>
      material ? materials.code(material) : NONE_U16,
    ),
    outcome: Uint8Array.from(things, ({ box }) => (box ? 0 : 1)),
    outcomes: ['', 'It has no representation.'],
    triangles: Uint32Array.from(things, ({ box }) => (box ? 12 : 0)),
    least: corners(0),
    greatest: corners(1),
    geometryHash: new Uint32Array(2 * rows.length),
    propertyHash: new Uint32Array(2 * rows.length),
    classes: classes.all,
    types: types.all,
    typeGlobalId: types.all.map(() => ''),
    materials: materials.all,
    groupName: groups.map(({ name }) => name),
    groupKind: groups.map(({ kind }) => kind),
    groupGlobalId: groups.map((_, at) => `1group${globalIdOf(at).slice(6)}`),
    groupFirst: firsts(members.map(({ length }) => length)),
    groupMembers: Uint32Array.from(members.flat()),
  });
  const propertiesBytes = formatProperties(things, units);

  const elements = parseBimElements(copyOf(elementsBytes), 'elements.bin');
  const storeys = storeyRows.map((element, at) => ({
    element,
    name: things[element]?.name ?? '',
    elevationM: at * STOREY_M,
    heightM: STOREY_M,
  }));
  const model = aBimModel(id, rows.length, storeys);
  return {
    model,
    data: new ModelData(id, base, elements, storeys),
    properties: parseBimProperties(copyOf(propertiesBytes), 'properties.bin'),
    files: new Map([
      ['model.json', new TextEncoder().encode(JSON.stringify(model))],
      ['elements.bin', elementsBytes],
      ['properties.bin', propertiesBytes],
    ]),
    things,
    row(name) {
      const row = rowNamed(name);
      if (row < 0) throw new Error(`The model has no element named ${name}.`);
      return row;
    },
  };
}

function formatProperties(things: readonly Thing[], units: Readonly<Record<string, string>>) {
  const keys = new Names();
  const setName: string[] = [];
  const setOf: number[] = [];
  const setIsOfType: number[] = [];
  const entryKey: number[] = [];
  const entryValue: number[] = [];
  const numbers: number[] = [];
  const texts: string[] = [];
  const entryCounts: number[] = [];
  const write = (type: (typeof valueTypes)[number], value: PropertyValue): number => {
    if (value === undefined) return NONE_U32;
    if (type === 'number') return numbers.push(Number(value)) - 1;
    return type === 'text' ? texts.push(String(value)) - 1 : Number(value);
  };
  const addSets = (sets: Thing['sets'], isOfType: number): number => {
    const all = Object.entries(sets ?? {});
    for (const [set, entries] of all) {
      setOf.push(setName.push(set) - 1);
      setIsOfType.push(isOfType);
      for (const [name, value] of Object.entries(entries)) {
        const type =
          typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';
        entryKey.push(keys.code(JSON.stringify([set, name, type])));
        entryValue.push(write(type, value));
      }
      entryCounts.push(Object.keys(entries).length);
    }
    return all.length;
  };
  const setCounts = things.map(({ sets, typeSets }) => addSets(sets, 0) + addSets(typeSets, 1));
  const named = keys.all.map((key): [string, string, (typeof valueTypes)[number]] =>
    JSON.parse(key),
  );
  return formatBinaryTable(BIM_PROPERTIES, {
    setFirst: firsts(setCounts),
    setOf: Uint32Array.from(setOf),
    setIsOfType: Uint8Array.from(setIsOfType),
    setName,
    setKind: Uint8Array.from(setName, (name) => setKinds.indexOf(kindOf(name))),
    entryFirst: firsts(entryCounts),
    entryKey: Uint32Array.from(entryKey),
    entryValue: Uint32Array.from(entryValue),
    keyName: named.map(([, name]) => name),
    keySet: named.map(([set]) => set),
    keyType: Uint8Array.from(named, ([, , type]) => valueTypes.indexOf(type)),
    keyUnit: named.map(([, name]) => units[name] ?? ''),
    numbers: Float64Array.from(numbers),
    texts,
  });
}

/** Sets are of properties unless they are called like one of another kind. */
function kindOf(name: string): (typeof setKinds)[number] {
  if (name.startsWith('Qto_')) return 'quantity-set';
  return name === 'Material' ? 'material' : 'property-set';
}

function aBimModel(id: string, count: number, storeys: BimModel['storeys']): BimModel {
  const placement = { longitudeDeg: 4.4, latitudeDeg: 52, heightM: 40, rotationDeg: 0, scale: 1 };
  return {
    format: 'panopolis-bim',
    version: 1,
    id,
    name: id,
    source: { file: `${id}.ifc`, bytes: 1000, schema: 'IFC4' },
    lengthUnitM: 1,
    georeferencing: {
      readings: [{ source: 'given', placement, steps: [] }],
      verdict: 'clear',
      findings: [],
    },
    tileset: 'tileset.json',
    elements: 'elements.bin',
    properties: 'properties.bin',
    count,
    boundsM: [
      [0, 0, 0],
      [10, 10, 10],
    ],
    storeys,
    report: {
      products: 0,
      meshes: 0,
      triangles: 0,
      placedTriangles: 0,
      propertySets: 0,
      properties: 0,
      reasons: [],
      findings: [],
    },
  };
}

/** Distinct names in the order in which they first came. */
class Names {
  readonly #codes = new Map<string, number>();
  get all(): readonly string[] {
    return [...this.#codes.keys()];
  }
  code(name: string): number {
    const code = this.#codes.get(name) ?? this.#codes.size;
    this.#codes.set(name, code);
    return code;
  }
}

function firsts(lengths: readonly number[]): Uint32Array<ArrayBuffer> {
  const first = new Uint32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) first[at + 1] = first[at]! + length;
  return first;
}

const copyOf = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer;

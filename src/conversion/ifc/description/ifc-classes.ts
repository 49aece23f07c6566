// What the IFC schemas say about classes: their proper names, what they derive from, and the names and types
// of their attributes. Read from the engine's own tables of IFC2X3, IFC4 and IFC4.3, so that no copy ages here.

import { FromRawLineData, IFC2X3, IFC4, IFC4X3, InheritanceDef, SchemaNames } from 'web-ifc';

export interface IfcAttribute {
  readonly name: string;
  /** Name of its type where that is a defined type, e.g. `IFCPOSITIVELENGTHMEASURE`. */
  readonly type: string | undefined;
}

export interface IfcClasses {
  /** `IFCWALLSTANDARDCASE` → `IfcWallStandardCase`. */
  nameOf(type: string): string;
  /** Whether the class is this one or derives from it, in any schema: files mix them. */
  isA(type: string, ancestor: string): boolean;
  /** Explicit attributes in the order of the file; empty for classes no schema knows. */
  attributesOf(type: string): readonly IfcAttribute[];
}

const IFC2X3_TABLE = 1;
const IFC4_TABLE = 2;
const IFC4X3_TABLE = 3;
const tables = [IFC4X3_TABLE, IFC4_TABLE, IFC2X3_TABLE] as const;

/** Classes of release candidates, which the published schemas renamed or dropped, and what they were. */
const formerClasses: Readonly<Record<string, readonly [name: string, base: string]>> = {
  IFCSOLIDSTRATUM: ['IfcSolidStratum', 'IFCGEOTECHNICALSTRATUM'],
  IFCVOIDSTRATUM: ['IfcVoidStratum', 'IFCGEOTECHNICALSTRATUM'],
  IFCWATERSTRATUM: ['IfcWaterStratum', 'IFCGEOTECHNICALSTRATUM'],
  IFCGEOMODEL: ['IfcGeomodel', 'IFCGEOTECHNICALASSEMBLY'],
  IFCGEOSLICE: ['IfcGeoslice', 'IFCGEOTECHNICALASSEMBLY'],
  IFCBOREHOLE: ['IfcBorehole', 'IFCGEOTECHNICALASSEMBLY'],
  IFCBUILDINGELEMENT: ['IfcBuildingElement', 'IFCELEMENT'],
  IFCALIGNMENT2DHORIZONTAL: ['IfcAlignment2DHorizontal', 'IFCGEOMETRICREPRESENTATIONITEM'],
  IFCALIGNMENT2DVERTICAL: ['IfcAlignment2DVertical', 'IFCGEOMETRICREPRESENTATIONITEM'],
};

const properNames = new Map<string, string>();
for (const names of [IFC2X3, IFC4, IFC4X3].flatMap(Object.keys)) {
  properNames.set(names.toUpperCase(), names);
}
for (const [type, [name]] of Object.entries(formerClasses)) properNames.set(type, name);

const descendants = new Map<string, ReadonlySet<number>>();

/** `schema` as in the header of the file. */
export function ifcClassesOf(schema: string): IfcClasses {
  const own = tableOf(schema);
  const order = [own, ...tables.filter((table) => table !== own)];
  const attributes = new Map<string, readonly IfcAttribute[]>();
  return {
    nameOf: (type) => properNames.get(type) ?? toProperCase(type),
    isA,
    attributesOf(type) {
      const known = attributes.get(type) ?? readAttributes(order, type);
      attributes.set(type, known);
      return known;
    },
  };
}

function isA(type: string, ancestor: string): boolean {
  if (type === ancestor) return true;
  let derived = descendants.get(ancestor);
  if (!derived) {
    const code = codeOf(ancestor);
    derived = new Set(tables.flatMap((table) => InheritanceDef[table]?.[code] ?? []));
    descendants.set(ancestor, derived);
  }
  if (derived.has(codeOf(type))) return true;
  const base = formerClasses[type]?.[1];
  return base !== undefined && isA(base, ancestor);
}

function tableOf(schema: string): number {
  const name = schema.toUpperCase();
  const exact = SchemaNames.findIndex((names: readonly string[] | undefined) =>
    names?.includes(name),
  );
  if (exact > 0) return exact;
  if (name.startsWith('IFC2')) return IFC2X3_TABLE;
  return name.startsWith('IFC4X') ? IFC4X3_TABLE : IFC4_TABLE;
}

/** Lets the engine make an entity of nothing but markers and looks at what became of them. */
function readAttributes(order: readonly number[], type: string): readonly IfcAttribute[] {
  const code = codeOf(type);
  for (const table of order) {
    const make: ((values: unknown[]) => object) | undefined = FromRawLineData[table]?.[code];
    if (!make) continue;
    const marker = {
      type: 0,
      value: '1',
      map: (read: (one: unknown) => unknown) => [read(marker)],
    };
    const entity = make(Array.from({ length: 64 }, () => marker));
    return Object.entries(entity)
      .filter(([name]) => name !== 'expressID' && name !== 'type')
      .map(([name, value]) => ({ name, type: typeNameOf(value) }));
  }
  return [];
}

function typeNameOf(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string'
    ? one.name
    : undefined;
}

/** A class no schema knows: `IFCNEWTHING` → `IfcNewthing`. */
const toProperCase = (type: string) =>
  type.startsWith('IFC')
    ? `Ifc${type.charAt(3)}${type.slice(4).toLowerCase()}`
    : `${type.charAt(0)}${type.slice(1).toLowerCase()}`;

const codes = new Map<string, number>();

/** The engine's code of a type is the CRC-32 of its name in upper case. */
function codeOf(type: string): number {
  let code = codes.get(type);
  if (code === undefined) {
    let crc = ~0;
    for (let at = 0; at < type.length; at++) {
      crc ^= type.charCodeAt(at);
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    code = ~crc >>> 0;
    codes.set(type, code);
  }
  return code;
}

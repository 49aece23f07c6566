// What a CityJSON file (0.8 to 2.0) or sequence says about itself, apart from its objects and vertices.

import { InputError } from '#model/input-error.ts';

export interface Transform {
  readonly scale: readonly [number, number, number];
  readonly translate: readonly [number, number, number];
}

export interface CityJsonHeader {
  readonly version: string;
  /** As written in the file; undefined where it names none. */
  readonly crs: string | undefined;
  readonly transform: Transform | undefined;
  /** Colours of the materials as 0x1RRGGBB. */
  readonly materials: readonly number[];
  readonly textureCount: number;
  readonly templates: readonly TemplateGeometry[];
  readonly templateVertices: Float64Array;
  readonly extensions: readonly string[];
  readonly title: string | undefined;
}

/** A geometry as it stands in the file; `boundaries` is checked while it is walked. */
export interface TemplateGeometry {
  readonly type?: unknown;
  readonly lod?: unknown;
  readonly boundaries?: unknown;
  readonly semantics?: unknown;
  readonly material?: unknown;
  readonly texture?: unknown;
  readonly template?: unknown;
  readonly transformationMatrix?: unknown;
}

/** The members of the file that the header is made of, parsed. */
export interface HeaderMembers {
  type?: unknown;
  version?: unknown;
  metadata?: unknown;
  transform?: unknown;
  materials?: unknown;
  textureCount?: number;
  templates?: unknown;
  extensions?: unknown;
}

const VERSIONS = ['0.8', '0.9', '1.0', '1.1', '2.0'];

export function toHeader(members: HeaderMembers, file: string): CityJsonHeader {
  const version = String(members.version ?? '').replace(/^(\d+\.\d+).*/, '$1');
  if (!VERSIONS.includes(version)) {
    const found = members.version === undefined ? 'is missing' : `is ${String(members.version)}`;
    throw new InputError(
      { file, at: 'version' },
      `the CityJSON version ${found}; expected ${VERSIONS.join(', ')}.`,
    );
  }
  const metadata = toObject(members.metadata);
  const templates = toObject(members.templates);
  const list = templates.templates;
  return {
    version,
    crs: findCrsName(metadata),
    transform: toTransform(members.transform, file),
    materials: toMaterials(members.materials),
    textureCount: members.textureCount ?? 0,
    templates: Array.isArray(list) ? list.map(toObject) : [],
    templateVertices: toVertices(templates['vertices-templates'], file),
    extensions: Object.keys(toObject(members.extensions)),
    title: typeof metadata.title === 'string' ? metadata.title : undefined,
  };
}

export function toObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function findCrsName(metadata: Record<string, unknown>): string | undefined {
  const { referenceSystem } = metadata;
  if (typeof referenceSystem === 'string' && referenceSystem !== '') return referenceSystem;
  const { epsg } = toObject(metadata.crs);
  return typeof epsg === 'number' ? `EPSG:${epsg}` : undefined;
}

function toTransform(value: unknown, file: string): Transform | undefined {
  if (value === undefined) return undefined;
  const { scale, translate } = toObject(value);
  return {
    scale: toTriple(scale, file, 'transform.scale', true),
    translate: toTriple(translate, file, 'transform.translate', false),
  };
}

function toTriple(
  value: unknown,
  file: string,
  at: string,
  isScale: boolean,
): readonly [number, number, number] {
  if (Array.isArray(value) && value.length === 3 && value.every(Number.isFinite)) {
    const [x, y, z] = value as [number, number, number];
    if (!isScale || (x !== 0 && y !== 0 && z !== 0)) return [x, y, z];
  }
  const expected = isScale ? 'three numbers other than 0' : 'three numbers';
  throw new InputError(
    { file, at },
    `found ${JSON.stringify(value) ?? 'nothing'} where ${expected} were expected.`,
  );
}

function toMaterials(value: unknown): number[] {
  if (!Array.isArray(value)) return [];
  return value.map((material) => {
    const colour = toObject(material).diffuseColor;
    if (!Array.isArray(colour) || colour.length < 3) return 0;
    const [red, green, blue] = colour.map((part) =>
      Math.round(Math.min(1, Math.max(0, Number(part) || 0)) * 255),
    );
    return 0x1000000 + (red ?? 0) * 65536 + (green ?? 0) * 256 + (blue ?? 0);
  });
}

/** Flattens `[[x, y, z], …]`. */
export function toVertices(value: unknown, file: string): Float64Array {
  if (value === undefined) return new Float64Array(0);
  if (!Array.isArray(value)) {
    throw new InputError({ file, at: 'vertices' }, 'found no array where vertices were expected.');
  }
  const vertices = new Float64Array(value.length * 3);
  for (const [index, vertex] of value.entries()) {
    if (!Array.isArray(vertex) || vertex.length < 3 || !vertex.every(Number.isFinite)) {
      throw new InputError(
        { file, at: `vertices[${index}]` },
        `found ${JSON.stringify(vertex)} where three numbers were expected.`,
      );
    }
    vertices.set(vertex.slice(0, 3), index * 3);
  }
  return vertices;
}

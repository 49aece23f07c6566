// Walks the geometries of a CityJSON object: levels of detail, boundaries, semantics, materials, templates.

import { InputError } from '#model/input-error.ts';
import type { FeatureMesh } from '../geometry/feature-mesh.ts';
import {
  findObjectClass,
  findSemanticClass,
  type SurfaceClass,
} from '../geometry/surface-class.ts';
import type { Findings } from '../report.ts';
import { type CityJsonHeader, type TemplateGeometry, toObject } from './header.ts';

/** Where the vertex numbers of boundaries lead. */
export interface VertexSource {
  readonly header: CityJsonHeader;
  readonly vertices: Float64Array;
  readonly file: string;
}

export interface GeometrySink {
  readonly mesh: FeatureMesh;
  readonly findings: Findings;
}

/** The level of detail as a number; undefined where the file gives none. */
export function toLod({ lod, template, type }: TemplateGeometry, header: CityJsonHeader) {
  const value = type === 'GeometryInstance' ? header.templates[Number(template)]?.lod : lod;
  const number = Number.parseFloat(String(value));
  return Number.isNaN(number) ? undefined : number;
}

/** The level to draw: the highest, or the one asked for, else the next below, else the lowest. */
export function chooseLod(levels: readonly (number | undefined)[], asked?: number) {
  const known = levels.filter((level) => level !== undefined).sort((a, b) => a - b);
  if (asked === undefined) return known.at(-1);
  return known.filter((level) => level <= asked).at(-1) ?? known[0];
}

interface Walk extends VertexSource, GeometrySink {
  readonly id: string;
  readonly objectClass: SurfaceClass | undefined;
  /** Class per entry of `semantics.surfaces`. */
  readonly classes: readonly (SurfaceClass | undefined)[];
  readonly vertexCount: number;
  /** Writes the vertex in source coordinates. */
  readonly addVertex: (index: number) => void;
}

/** Adds a geometry of the object to the mesh. */
export function addGeometry(
  geometry: TemplateGeometry,
  object: { readonly id: string; readonly type: string },
  from: VertexSource,
  into: GeometrySink,
): void {
  const objectClass = findObjectClass(object.type);
  if (geometry.type === 'GeometryInstance') {
    addInstance(geometry, object, from, into, objectClass);
    return;
  }
  const { scale, translate } = from.header.transform ?? IDENTITY;
  const { vertices } = from;
  walkGeometry(geometry, {
    ...from,
    ...into,
    id: object.id,
    objectClass,
    classes: toClasses(geometry, objectClass),
    vertexCount: vertices.length / 3,
    addVertex: (index) =>
      into.mesh.addVertex(
        vertices[index * 3]! * scale[0] + translate[0],
        vertices[index * 3 + 1]! * scale[1] + translate[1],
        vertices[index * 3 + 2]! * scale[2] + translate[2],
      ),
  });
}

const IDENTITY = { scale: [1, 1, 1], translate: [0, 0, 0] } as const;

function addInstance(
  instance: TemplateGeometry,
  object: { readonly id: string; readonly type: string },
  from: VertexSource,
  into: GeometrySink,
  objectClass: SurfaceClass | undefined,
): void {
  const { header, file, vertices } = from;
  const at = `CityObjects.${object.id}`;
  const template = header.templates[Number(instance.template)];
  if (!template) {
    throw new InputError(
      { file, at },
      `it uses template ${String(instance.template)} when the file has ${header.templates.length}.`,
    );
  }
  const reference = Array.isArray(instance.boundaries) ? Number(instance.boundaries[0]) : -1;
  if (!(reference >= 0 && reference < vertices.length / 3)) {
    failVertex(file, object.id, reference, vertices.length / 3);
  }
  const { scale, translate } = header.transform ?? IDENTITY;
  const [ox, oy, oz] = [0, 1, 2].map(
    (axis) => vertices[reference * 3 + axis]! * scale[axis]! + translate[axis]!,
  ) as [number, number, number];
  const m = toMatrix(instance.transformationMatrix, file, at);
  const { templateVertices } = header;
  walkGeometry(template, {
    ...from,
    ...into,
    id: object.id,
    objectClass,
    classes: toClasses(template, objectClass),
    vertexCount: templateVertices.length / 3,
    addVertex: (index) => {
      const x = templateVertices[index * 3]!;
      const y = templateVertices[index * 3 + 1]!;
      const z = templateVertices[index * 3 + 2]!;
      into.mesh.addVertex(
        ox + m[0]! * x + m[1]! * y + m[2]! * z + m[3]!,
        oy + m[4]! * x + m[5]! * y + m[6]! * z + m[7]!,
        oz + m[8]! * x + m[9]! * y + m[10]! * z + m[11]!,
      );
    },
  });
}

function toMatrix(value: unknown, file: string, at: string): readonly number[] {
  if (value === undefined) return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  if (Array.isArray(value) && value.length === 16 && value.every(Number.isFinite)) return value;
  throw new InputError({ file, at }, 'its transformation matrix is not 16 numbers.');
}

function toClasses({ semantics }: TemplateGeometry, objectClass: SurfaceClass | undefined) {
  const { surfaces } = toObject(semantics);
  if (!Array.isArray(surfaces)) return [];
  return surfaces.map(
    (surface) => findSemanticClass(String(toObject(surface).type)) ?? objectClass,
  );
}

const DEPTHS: Readonly<Record<string, number>> = {
  MultiSurface: 0,
  CompositeSurface: 0,
  Solid: 1,
  MultiSolid: 2,
  CompositeSolid: 2,
};

function walkGeometry(geometry: TemplateGeometry, walk: Walk): void {
  const { type, boundaries } = geometry;
  const depth = DEPTHS[String(type)];
  if (!Array.isArray(boundaries)) {
    throw new InputError(
      { file: walk.file, at: `CityObjects.${walk.id}` },
      `its ${String(type)} has no boundaries.`,
    );
  }
  const values = toObject(geometry.semantics).values;
  if (depth !== undefined) {
    walkSurfaces(boundaries, depth, values, toMaterialValues(geometry), walk);
  } else if (type === 'MultiLineString') {
    for (const line of boundaries) {
      walk.mesh.beginSurface();
      addVertices(line, walk);
      walk.mesh.endLine(walk.objectClass, 0);
    }
  } else if (type === 'MultiPoint') {
    walk.mesh.beginSurface();
    addVertices(boundaries, walk);
    walk.mesh.endPoints(walk.objectClass, 0);
  } else {
    throw new InputError(
      { file: walk.file, at: `CityObjects.${walk.id}` },
      `its geometry type is ${String(type)}; expected one of CityJSON's.`,
    );
  }
}

/** `{ values }` or `{ value }` of the first material theme. */
function toMaterialValues({ material }: TemplateGeometry): unknown {
  const [theme] = Object.values(toObject(material));
  const { value, values } = toObject(theme);
  return value ?? values;
}

function walkSurfaces(
  boundaries: readonly unknown[],
  depth: number,
  semantics: unknown,
  materials: unknown,
  walk: Walk,
): void {
  for (let index = 0; index < boundaries.length; index++) {
    const element = boundaries[index];
    if (!Array.isArray(element)) failNesting(walk);
    const semantic = Array.isArray(semantics) ? semantics[index] : semantics;
    const material = Array.isArray(materials) ? materials[index] : materials;
    if (depth > 0) walkSurfaces(element, depth - 1, semantic, material, walk);
    else addSurface(element, semantic, material, walk);
  }
}

function addSurface(
  rings: readonly unknown[],
  semantic: unknown,
  material: unknown,
  walk: Walk,
): void {
  const { mesh, findings } = walk;
  mesh.beginSurface();
  for (const ring of rings) {
    addVertices(ring, walk);
    mesh.endRing();
  }
  const surfaceClass =
    (typeof semantic === 'number' ? walk.classes[semantic] : undefined) ?? walk.objectClass;
  const colour = typeof material === 'number' ? (walk.header.materials[material] ?? 0) : 0;
  const fault = mesh.endSurface(surfaceClass, colour);
  if (fault === 'fewer-than-3-vertices') findings.add('surface-few-vertices', walk.id);
  else if (fault === 'no-area') findings.add('surface-no-area', walk.id);
}

function addVertices(ring: unknown, walk: Walk): void {
  if (!Array.isArray(ring)) failNesting(walk);
  for (let at = 0; at < ring.length; at++) {
    const index: unknown = ring[at];
    if (typeof index !== 'number' || !(index >= 0 && index < walk.vertexCount) || index % 1 !== 0) {
      if (Array.isArray(index)) failNesting(walk);
      failVertex(walk.file, walk.id, index, walk.vertexCount);
    }
    walk.addVertex(index);
  }
}

function failNesting({ file, id }: Walk): never {
  throw new InputError(
    { file, at: `CityObjects.${id}` },
    'the boundaries are nested differently than its geometry type asks for.',
  );
}

function failVertex(file: string, id: string, index: unknown, count: number): never {
  throw new InputError(
    { file, at: `CityObjects.${id}` },
    `it uses vertex ${JSON.stringify(index)} when there are ${count}, numbered from 0.`,
  );
}

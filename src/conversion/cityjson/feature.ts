// One selectable feature from a CityJSON object and its parts: their geometry together, their attributes merged.

import type { FeatureMesh } from '../geometry/feature-mesh.ts';
import type { Findings } from '../report.ts';
import { addGeometry, chooseLod, toLod, type VertexSource } from './geometry.ts';
import { type TemplateGeometry, toObject } from './header.ts';

export interface CityFeature {
  readonly id: string;
  /** CityJSON type such as `Building`. */
  readonly objectClass: string;
  readonly attributes: Record<string, unknown>;
}

export interface CityObject {
  readonly id: string;
  readonly value: Record<string, unknown>;
}

/** Members of an object that are no attributes. */
const STRUCTURE = new Set([
  'type',
  'attributes',
  'geometry',
  'parents',
  'parent',
  'children',
  'children_roles',
  'members',
  'geographicalExtent',
  'address',
]);

/**
 * Reads a root object and its descendants (root first) into `mesh`; undefined where no geometry is left.
 * `lod` is the level asked for, the highest by default.
 */
export function readCityFeature(
  objects: readonly CityObject[],
  from: VertexSource,
  mesh: FeatureMesh,
  findings: Findings,
  lod?: number,
): CityFeature | undefined {
  const [root] = objects;
  if (!root) return undefined;
  const type = String(root.value.type ?? 'GenericCityObject');
  addChosenGeometries(objects, from, mesh, findings, lod);
  return { id: root.id, objectClass: type, attributes: mergeAttributes(objects, findings) };
}

function addChosenGeometries(
  objects: readonly CityObject[],
  from: VertexSource,
  mesh: FeatureMesh,
  findings: Findings,
  lod: number | undefined,
): void {
  const chosen = objects.map((object) => {
    const geometries = toGeometries(object.value);
    const level = chooseLod(
      geometries.map((geometry) => toLod(geometry, from.header)),
      lod,
    );
    return { object, geometries, level };
  });
  // A building's LoD0 outline is of no use where a part of it is a solid.
  const hasVolume = chosen.some(({ level }) => level !== undefined && level >= 1);
  let hasTexture = false;
  let isEmpty = true;
  for (const { object, geometries, level } of chosen) {
    const ofType = { id: object.id, type: String(object.value.type) };
    for (const geometry of geometries) {
      const own = toLod(geometry, from.header);
      if (own !== level || (hasVolume && own !== undefined && own < 1)) {
        findings.add('lod-not-used', object.id);
        continue;
      }
      isEmpty = false;
      hasTexture ||= geometry.texture !== undefined;
      addGeometry(geometry, ofType, from, { mesh, findings });
    }
  }
  const id = objects[0]?.id ?? '';
  if (hasTexture) findings.add('texture-dropped', id);
  if (isEmpty) findings.add('feature-no-geometry', id);
  else if (mesh.isEmpty) findings.add('feature-no-surface', id);
}

function toGeometries({ geometry }: Record<string, unknown>): TemplateGeometry[] {
  return Array.isArray(geometry) ? geometry.map(toObject) : [];
}

function mergeAttributes(
  objects: readonly CityObject[],
  findings: Findings,
): Record<string, unknown> {
  const merged: Record<string, unknown> = {};
  for (const { value } of objects) {
    for (const [name, attribute] of ownAttributes(value)) {
      if (attribute === null || attribute === undefined || attribute === '') continue;
      if (!(name in merged)) merged[name] = attribute;
      else if (merged[name] !== attribute) findings.add('part-attribute-differs', name);
    }
  }
  return merged;
}

function* ownAttributes(object: Record<string, unknown>): Generator<[string, unknown]> {
  yield* Object.entries(toObject(object.attributes));
  const address = toAddressLine(object.address);
  if (address) yield ['address', address];
  for (const [name, value] of Object.entries(object)) {
    if (!STRUCTURE.has(name)) yield [name, value];
  }
}

const ADDRESS_PARTS = [
  ['ThoroughfareName', 'thoroughfareName', 'street', 'Street'],
  ['ThoroughfareNumber', 'thoroughfareNumber', 'houseNumber', 'HouseNumber'],
  ['PostalCode', 'postalCode', 'postcode', 'ZipCode'],
  ['LocalityName', 'localityName', 'locality', 'City', 'city'],
  ['CountryName', 'countryName', 'Country', 'country'],
];

/** One line from an address object, or from the first of several. */
function toAddressLine(value: unknown): string | undefined {
  const address = toObject(Array.isArray(value) ? value[0] : value);
  const parts = ADDRESS_PARTS.map((names) =>
    names.map((name) => address[name]).find((part) => part !== undefined),
  );
  const [street, number, postcode, locality, country] = parts;
  const line = [
    [street, number].filter(Boolean).join(' '),
    [postcode, locality].filter(Boolean).join(' '),
    country,
  ]
    .filter(Boolean)
    .join(', ');
  return line || undefined;
}

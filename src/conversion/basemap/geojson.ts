// Reads GeoJSON (RFC 7946, and the older `crs` member) into classified features in longitude, latitude (deg).

import type { Feature, Geometry, Position } from 'geojson';
import { InputError } from '#model/input-error.ts';
import { classify } from './classify.ts';
import type { Classified, Shape } from './schema.ts';

export interface MapFeature {
  readonly classified: Classified;
  readonly geometry: Geometry;
}

export interface GeoJsonContent {
  readonly features: readonly MapFeature[];
  /** Features read, whether the basemap has a use for them or not. */
  readonly count: number;
  readonly dropped: ReadonlyMap<string, number>;
}

/** x, y of the file → longitude, latitude (deg). */
export type ToWgs84 = (position: Position) => Position;

export interface GeoJsonOptions {
  /** Called with the code the file gives in `crs`, or undefined; throws for a CRS it doesn't know. */
  readonly toWgs84: (code: string | undefined) => ToWgs84;
  /** What the file is about where its features don't say, e.g. `water`. */
  readonly hint?: string;
}

/** Throws `InputError` for anything that is no GeoJSON, with the JSON path. */
export function parseGeoJson(
  value: unknown,
  file: string,
  options: GeoJsonOptions,
): GeoJsonContent {
  const reader = new Reader(file, options.toWgs84(toCode(value, file)));
  const { hint } = options;
  const features: MapFeature[] = [];
  const dropped = new Map<string, number>();
  const drop = (reason: string) => dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
  const all = reader.features(value);
  for (const [path, feature] of all) {
    if (feature.geometry === null) {
      drop('no geometry');
      continue;
    }
    for (const geometry of flatten(reader.geometry(feature.geometry, `${path}.geometry`))) {
      const tags = feature.properties ?? {};
      const named = typeof tags.layer === 'string' ? tags.layer : hint;
      const classified = classify(tags, shapeOf(geometry), named?.toLowerCase());
      if (classified) features.push({ classified, geometry });
      else drop(`no place in a basemap (${describe(tags)})`);
    }
  }
  return { features, count: all.length, dropped };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The code in `"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}`. */
function toCode(value: unknown, file: string): string | undefined {
  if (!isObject(value) || value.crs === undefined || value.crs === null) return undefined;
  const name = isObject(value.crs) && isObject(value.crs.properties) && value.crs.properties.name;
  if (typeof name !== 'string') {
    throw new InputError(
      { file, at: 'crs' },
      'expected a named CRS such as urn:ogc:def:crs:EPSG::28992.',
    );
  }
  return name;
}

/** Which word tells best what was left out. */
function describe(tags: Readonly<Record<string, unknown>>): string {
  const keys = ['kind', 'class', 'highway', 'railway', 'amenity', 'landuse', 'natural', 'type'];
  const key = keys.find((name) => typeof tags[name] === 'string') ?? Object.keys(tags)[0];
  return key === undefined ? 'no properties' : `${key}=${String(tags[key]).slice(0, 40)}`;
}

function flatten(geometry: Geometry): Geometry[] {
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(flatten) : [geometry];
}

function shapeOf(geometry: Geometry): Shape {
  if (geometry.type.endsWith('Polygon')) return 'polygon';
  return geometry.type.endsWith('LineString') ? 'line' : 'point';
}

/** How deep the positions lie in `coordinates`. */
const depths: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

interface RawFeature {
  readonly geometry: unknown;
  readonly properties: Feature['properties'];
}

class Reader {
  readonly #file: string;
  readonly #toWgs84: ToWgs84;

  constructor(file: string, toWgs84: ToWgs84) {
    this.#file = file;
    this.#toWgs84 = toWgs84;
  }

  #fail(at: string, sentence: string): never {
    throw new InputError(at ? { file: this.#file, at } : { file: this.#file }, sentence);
  }

  features(value: unknown): (readonly [path: string, feature: RawFeature])[] {
    if (!isObject(value)) this.#fail('', 'expected a GeoJSON object.');
    if (value.type === 'FeatureCollection') {
      if (!Array.isArray(value.features)) this.#fail('features', 'expected a list of features.');
      return value.features.map((one: unknown, index) => {
        const path = `features[${index}]`;
        return [path, this.#feature(one, path)] as const;
      });
    }
    if (value.type === 'Feature') return [['feature', this.#feature(value, 'feature')]];
    if (
      typeof value.type === 'string' &&
      (value.type in depths || value.type === 'GeometryCollection')
    ) {
      return [['', { geometry: value, properties: {} }]];
    }
    return this.#fail(
      'type',
      `is ${JSON.stringify(value.type)}; expected FeatureCollection or Feature.`,
    );
  }

  #feature(value: unknown, path: string): RawFeature {
    if (!isObject(value) || value.type !== 'Feature') this.#fail(path, 'expected a Feature.');
    const properties = isObject(value.properties) ? value.properties : {};
    return { geometry: value.geometry ?? null, properties };
  }

  geometry(value: unknown, path: string): Geometry {
    if (!isObject(value) || typeof value.type !== 'string')
      this.#fail(path, 'expected a geometry.');
    if (value.type === 'GeometryCollection') {
      if (!Array.isArray(value.geometries)) this.#fail(path, 'expected a list of geometries.');
      const geometries = value.geometries.map((one, index) =>
        this.geometry(one, `${path}.geometries[${index}]`),
      );
      return { type: 'GeometryCollection', geometries };
    }
    const depth = Object.hasOwn(depths, value.type) ? depths[value.type] : undefined;
    if (depth === undefined) {
      this.#fail(path, `has type ${JSON.stringify(value.type)}, which GeoJSON doesn't have.`);
    }
    const coordinates = this.#coordinates(value.coordinates, depth, `${path}.coordinates`);
    return { type: value.type, coordinates } as Geometry;
  }

  #coordinates(value: unknown, depth: number, path: string): unknown {
    if (!Array.isArray(value)) this.#fail(path, `is ${JSON.stringify(value)}; expected a list.`);
    if (depth > 0) {
      return value.map((one, index) => this.#coordinates(one, depth - 1, `${path}[${index}]`));
    }
    return this.#position(value, path);
  }

  #position(value: readonly unknown[], path: string): Position {
    const [x, y] = value;
    if (typeof x !== 'number' || typeof y !== 'number') {
      this.#fail(path, `is ${JSON.stringify(value)}; expected two numbers.`);
    }
    const [longitude = Number.NaN, latitude = Number.NaN] = this.#toWgs84([x, y]);
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
      this.#fail(path, `is [${x}, ${y}], which is no longitude and latitude; name the file's CRS.`);
    }
    return [longitude, latitude];
  }
}

// GeoJSON, shapefiles and FlatGeobuf → a layer in memory.

import { InputError } from '#model/input-error.ts';
import { isObject } from '../../collections/feature-source.ts';
import type { InputFormat } from '../../detect.ts';
import type { NetworkPlane } from '../imported-network.ts';
import type { Layer, LayerFeature } from './layer.ts';
import { readShapefiles } from './read-shapefile.ts';

/** Throws `InputError` with file, feature and what was expected. A zip may hold several. */
export async function readLayers(
  format: InputFormat,
  file: string,
  bytes: Uint8Array,
): Promise<Layer[]> {
  switch (format) {
    case 'shapefile':
      return readShapefiles(file, bytes);
    case 'flatgeobuf':
      return [await readFlatGeobuf(file, bytes)];
    default:
      return [readGeoJson(file, bytes)];
  }
}

/** Separator of a JSON text sequence. */
const RECORD = 0x1e;

function readGeoJson(file: string, bytes: Uint8Array): Layer {
  const text = new TextDecoder().decode(bytes[0] === RECORD ? bytes.subarray(1) : bytes);
  const parse = (part: string, at: string): unknown => {
    try {
      return JSON.parse(part);
    } catch (cause) {
      throw new InputError({ file, at }, 'it is no JSON.', { cause });
    }
  };
  const isLines =
    !/"FeatureCollection"/.test(text.slice(0, 65_536)) && /^\s*\{[^\n]*\}\s*\n/.test(text);
  const whole = isLines ? undefined : parse(text, 'root');
  const members = isObject(whole) ? whole : {};
  const features: readonly unknown[] = isLines
    ? text
        .split('\n')
        .flatMap((line, at) => (line.trim() === '' ? [] : [parse(line, `line ${at + 1}`)]))
    : Array.isArray(members.features)
      ? members.features
      : [];
  const { crs } = members;
  const named = isObject(crs) && isObject(crs.properties) ? crs.properties.name : undefined;
  return {
    file,
    format: 'geojson',
    plane: { kind: 'crs', code: typeof named === 'string' ? named : 'OGC:CRS84' },
    features: toLayerFeatures(features, file),
  };
}

/** Features of GeoJSON; those without a geometry are left out. */
export function toLayerFeatures(features: readonly unknown[], file: string): LayerFeature[] {
  return features.flatMap((feature, at): LayerFeature[] => {
    const place = { file, at: `feature ${at + 1}` };
    if (!isObject(feature)) throw new InputError(place, 'it is no GeoJSON feature.');
    const { geometry, properties, id } = feature;
    if (geometry === null || geometry === undefined) return [];
    const parts = partsOf(geometry);
    if (!parts) {
      throw new InputError(
        place,
        `its geometry is ${clip(geometry)}; expected points or lines of two or three numbers each.`,
      );
    }
    return [
      {
        id: typeof id === 'string' || typeof id === 'number' ? String(id) : '',
        parts,
        properties: isObject(properties) ? properties : {},
      },
    ];
  });
}

function partsOf(geometry: unknown): readonly (readonly (readonly number[])[])[] | undefined {
  if (!isObject(geometry)) return undefined;
  const { type, coordinates } = geometry;
  const positions = (value: unknown): readonly (readonly number[])[] | undefined =>
    Array.isArray(value) && value.length > 0 && value.every(isPosition) ? value : undefined;
  if (type === 'Point') return isPosition(coordinates) ? [[coordinates]] : undefined;
  if (type === 'LineString') return lift(positions(coordinates));
  if (type === 'MultiPoint') return positions(coordinates)?.map((one) => [one]);
  if (type !== 'MultiLineString' || !Array.isArray(coordinates)) return undefined;
  const lines = coordinates.map(positions);
  return lines.every((line) => line !== undefined) ? lines : undefined;
}

const lift = <Value>(value: Value | undefined): readonly Value[] | undefined =>
  value === undefined ? undefined : [value];

const isPosition = (value: unknown): value is readonly number[] =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.slice(0, 3).every((one) => typeof one === 'number' && Number.isFinite(one));

const clip = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

async function readFlatGeobuf(file: string, bytes: Uint8Array): Promise<Layer> {
  const { deserialize } = await import('flatgeobuf/lib/mjs/geojson.js');
  const features: unknown[] = [];
  let plane: NetworkPlane = { kind: 'unknown' };
  try {
    const source = deserialize(bytes, {
      headerMetaFn: ({ crs }) => {
        if (crs && crs.code > 0) plane = { kind: 'crs', code: `${crs.org ?? 'EPSG'}:${crs.code}` };
      },
    });
    for await (const feature of source) features.push(feature);
  } catch (cause) {
    throw new InputError({ file }, 'the FlatGeobuf is damaged or cut short.', { cause });
  }
  return { file, format: 'flatgeobuf', plane, features: toLayerFeatures(features, file) };
}

// Features of a collection of the city, one GeoJSON feature a line.

import type { ReadBytes } from '../../town/read-bytes.ts';

export interface MapFeature {
  readonly id: string;
  /** Points of a line, or one point; longitude, latitude (deg), height above the ellipsoid (m; NaN: none). */
  readonly points: readonly (readonly [number, number, number])[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Points and lines; a line of the file that can't be read is left out. */
export async function readFeatures(read: ReadBytes, url: string): Promise<MapFeature[]> {
  const text = new TextDecoder().decode(await read.whole(url));
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : toFeatures(line)));
}

function toFeatures(line: string): MapFeature[] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return [];
  }
  if (!isRecord(value) || !isRecord(value.geometry)) return [];
  const { type, coordinates } = value.geometry;
  const id = String(value.id ?? '');
  const properties = isRecord(value.properties) ? value.properties : {};
  const lines =
    type === 'Point'
      ? [[coordinates]]
      : type === 'LineString'
        ? [coordinates]
        : type === 'MultiLineString' && Array.isArray(coordinates)
          ? coordinates
          : [];
  return lines.flatMap((points: unknown) => {
    const placed = Array.isArray(points) ? points.flatMap(toPoint) : [];
    return placed.length > 0 ? [{ id, points: placed, properties }] : [];
  });
}

function toPoint(value: unknown): (readonly [number, number, number])[] {
  if (!Array.isArray(value)) return [];
  const [longitude, latitude, height]: readonly unknown[] = value;
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return [];
  return [[longitude, latitude, typeof height === 'number' ? height : Number.NaN]];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of the properties that is a number. */
export function numberOf({ properties }: MapFeature, ...names: readonly string[]): number {
  for (const name of names) {
    const value = properties[name];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
  }
  return Number.NaN;
}

export function textOf({ properties }: MapFeature, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

// Lines of a package's collections as what this worker wants of them; lines that can't be read are left out.

import type { ReadBytes } from './read-bytes.ts';

export interface ReadFeature {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly type: string;
  /** Points of a point, a line or a polygon's outer ring: pairs of longitude and latitude (deg). */
  readonly points: readonly number[];
}

/** Features of one collection; undefined where the city has none or it can't be fetched. */
export async function readFeatures(
  read: ReadBytes,
  url: string | undefined,
): Promise<readonly ReadFeature[] | undefined> {
  if (url === undefined) return undefined;
  try {
    return new TextDecoder()
      .decode(await read.whole(url))
      .split('\n')
      .flatMap(parseFeature);
  } catch {
    return undefined;
  }
}

function parseFeature(line: string): readonly ReadFeature[] {
  if (line.trim() === '') return [];
  try {
    const value: unknown = JSON.parse(line);
    if (!isRecord(value) || !isRecord(value.geometry)) return [];
    const { type, coordinates } = value.geometry;
    const points = pointsOf(type, coordinates);
    if (typeof type !== 'string' || points.length < 2) return [];
    const properties = isRecord(value.properties) ? value.properties : {};
    return [{ id: String(value.id ?? ''), properties, type, points }];
  } catch {
    return [];
  }
}

function pointsOf(type: unknown, coordinates: unknown): number[] {
  if (!Array.isArray(coordinates)) return [];
  if (type === 'Point') return pairsOf([coordinates]);
  if (type === 'LineString') return pairsOf(coordinates);
  if (type === 'Polygon') return pairsOf(coordinates[0]);
  return [];
}

function pairsOf(list: unknown): number[] {
  const pairs: number[] = [];
  for (const point of Array.isArray(list) ? list : []) {
    const [x, y]: unknown[] = Array.isArray(point) ? point : [];
    if (typeof x === 'number' && typeof y === 'number') pairs.push(x, y);
  }
  return pairs;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN;

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

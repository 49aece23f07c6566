import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import * as v from 'valibot';
import type { CityManifest, CollectionLayer } from '#contract/city-package.ts';
import type { Queries } from './database.ts';

/**
 * Replaces a city's features by those of its package, read line by line. Part of the caller's transaction:
 * readers see the old ones until all new ones are there. Throws one sentence naming file and line.
 */
export async function syncFeatures(
  queries: Queries,
  { id: city, layers }: CityManifest,
  folder: string,
): Promise<void> {
  await queries.query('delete from feature where city = $1', [city]);
  for (const layer of layers) {
    if (layer.kind !== 'collection') continue;
    await queries.copyIn(
      'copy feature (city, collection, id, place, bounds, geometry, properties) from stdin',
      Readable.from(readRows(city, layer, folder)),
    );
  }
}

const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const item = v.object({
  type: v.literal('Feature'),
  id: v.union([v.string(), v.number()]),
  geometry: v.nullable(v.looseObject({ type: v.string() })),
  // Handed on whole: a record of valibot loses names such as `constructor`, which a building may well have.
  properties: v.nullish(v.custom<object>(isObject, 'Invalid type: Expected Object')),
});

/** Pieces of this length cost one call each, not one a line. */
const PIECE_CHARACTERS = 1 << 16;

async function* readRows(
  city: string,
  { id: collection, items }: CollectionLayer,
  folder: string,
): AsyncGenerator<string> {
  let place = 0;
  let piece = '';
  for await (const line of createInterface({ input: createReadStream(join(folder, items)) })) {
    if (line === '') continue;
    place += 1;
    const { id, geometry, properties } = parseItem(line, `${items}, line ${place}`);
    const fields = [
      ...[city, collection, String(id), String(place), boundsOf(geometry)],
      ...[geometry && JSON.stringify(geometry), JSON.stringify(properties ?? {})],
    ];
    piece += `${fields.map(toField).join('\t')}\n`;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function parseItem(line: string, where: string): v.InferOutput<typeof item> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new Error(`${where}: it is no JSON.`, { cause });
  }
  const parsed = v.safeParse(item, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`${where}, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}.`);
}

/** PostgreSQL's text format: a backslash before what would end the field. NUL is no text there. */
function toField(text: string | null): string {
  if (text === null) return '\\N';
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

/** West, south, east, north as PostgreSQL's `box`; null where there is no position. */
export function boundsOf(geometry: unknown): string | null {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  widen(bounds, geometry);
  const { west, south, east, north } = bounds;
  return west > east ? null : `(${east},${north}),(${west},${south})`;
}

type Bounds = Record<'west' | 'south' | 'east' | 'north', number>;

function widen(bounds: Bounds, part: unknown): void {
  if (Array.isArray(part)) {
    const [x, y] = part;
    if (typeof x === 'number' && typeof y === 'number') {
      bounds.west = Math.min(bounds.west, x);
      bounds.east = Math.max(bounds.east, x);
      bounds.south = Math.min(bounds.south, y);
      bounds.north = Math.max(bounds.north, y);
    } else for (const inner of part) widen(bounds, inner);
  } else if (typeof part === 'object' && part !== null) {
    if ('coordinates' in part) widen(bounds, part.coordinates);
    if ('geometries' in part) widen(bounds, part.geometries);
  }
}

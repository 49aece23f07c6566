// A GeoJSON file of any size → the items of a collection: one feature a line, WGS 84.

import type { CollectionLayer } from '#contract/city-package.ts';
import type { Geoid } from '#model/geoid.ts';
import { InputError } from '#model/input-error.ts';
import type { ByteSource } from '../json/byte-source.ts';
import { parseBatch } from '../json/parse-batch.ts';
import { type FeatureCrsOptions, isObject, openFeatures, toFeatureId } from './feature-source.ts';
import { type GeometryContext, placeGeometry } from './geometry.ts';
import { createToPosition } from './positions.ts';

export interface CollectionOptions extends FeatureCrsOptions {
  readonly geoid: Geoid;
}

export interface CollectionHead {
  readonly id: string;
  readonly name: string;
  /** What the items are written to, piece by piece. */
  readonly items: Generator<Uint8Array, CollectionFacts>;
  /** How many pieces there will be. */
  readonly pieces: number;
}

export type CollectionFacts = Pick<CollectionLayer, 'count' | 'boundsDeg'>;

/** As many as a set of ids holds. */
const MOST_FEATURES = 2 ** 24 - 1;

/** Reads what the file says of itself; the items are read when `items` is drawn from. */
export function openCollection(source: ByteSource, options: CollectionOptions): CollectionHead {
  const features = openFeatures(source, options);
  const { members, batches, crs } = features;
  const id = toCollectionId(members.get('id'), source.file);
  const name = members.get('title') ?? members.get('name');
  const toPosition = createToPosition(crs, options.geoid);
  return {
    id,
    name: typeof name === 'string' && name !== '' ? name : id,
    pieces: batches.length,
    items: convertItems(),
  };

  function* convertItems(): Generator<Uint8Array, CollectionFacts> {
    const encoder = new TextEncoder();
    const ids = new Set<string>();
    const boundsDeg: [number, number, number, number] = [180, 90, -180, -90];
    let place = 0;
    for (const batch of batches) {
      const lines: string[] = [];
      for (const { value } of parseBatch(batch, source)) {
        place++;
        const fail = failOf(source.file, isObject(value) ? toFeatureId(value, place) : `${place}`);
        if (place > MOST_FEATURES) fail(`it is one of more than ${MOST_FEATURES} features.`);
        const line = toItem(value, place, { toPosition, boundsDeg, fail });
        if (ids.has(line.id)) fail('its id stands at an earlier feature too; expected its own.');
        ids.add(line.id);
        lines.push(line.text);
      }
      yield encoder.encode(lines.join(''));
    }
    if (boundsDeg[0] > boundsDeg[2]) {
      throw new InputError(
        { file: source.file },
        place === 0 ? 'it has no features.' : 'none of its features has a geometry.',
      );
    }
    return { count: place, boundsDeg };
  }
}

function toItem(
  value: unknown,
  place: number,
  context: GeometryContext,
): { readonly id: string; readonly text: string } {
  const { fail } = context;
  if (!isObject(value) || value.type !== 'Feature') return fail('it is no GeoJSON Feature.');
  const { geometry, properties } = value;
  if (properties !== null && properties !== undefined && !isObject(properties)) {
    fail(`its properties are ${JSON.stringify(properties)}; expected an object.`);
  }
  const id = toFeatureId(value, place);
  const item = {
    type: 'Feature',
    id,
    geometry: placeGeometry(geometry, context),
    properties: properties ?? {},
  };
  return { id, text: `${JSON.stringify(item)}\n` };
}

const failOf =
  (file: string, id: string) =>
  (sentence: string): never => {
    throw new InputError({ file, at: id }, sentence);
  };

function toCollectionId(given: unknown, file: string): string {
  const id =
    given === undefined
      ? file
          .replace(/(\.(gz|geojsonl?|geojsons|ndjson|jsonl?))+$/i, '')
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-|-$/g, '')
      : given;
  if (typeof id === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(id)) return id;
  throw new InputError(
    { file, at: 'id' },
    `the collection is called ${JSON.stringify(id)}; expected lower-case letters, digits and hyphens.`,
  );
}

// The collections of a network as files of a city package, and what the manifest says of them.

import type { CollectionLayer } from '#contract/city-package.ts';
import type { Geoid } from '#model/geoid.ts';
import { openCollection } from '../collections/convert-collection.ts';
import { toByteSource } from '../json/byte-source.ts';
import type { PlacedNetwork } from './place-network.ts';
import { writeCollections } from './write-collections.ts';

export interface CollectionFile {
  /** Its path is below the package's build folder. */
  readonly layer: CollectionLayer;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function toCollectionFiles(placed: PlacedNetwork, geoid: Geoid): CollectionFile[] {
  return writeCollections(placed).map((collection) => {
    const bytes = new TextEncoder().encode(JSON.stringify(collection));
    const source = toByteSource(`${collection.id}.geojson`, bytes);
    const { id, name, items } = openCollection(source, { geoid });
    const pieces: Uint8Array[] = [];
    let step = items.next();
    for (; !step.done; step = items.next()) pieces.push(step.value.slice());
    const path = `collections/${id}.geojsonl`;
    const { count, boundsDeg } = step.value;
    return {
      layer: { kind: 'collection', id, name, items: path, count, boundsDeg },
      bytes: joined(pieces),
    };
  });
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

// The collections of an ingest, streamed one batch of features after the other.

import { join } from 'node:path';
import type { CityManifest, CollectionLayer } from '#contract/city-package.ts';
import { openCollection } from '#conversion/collections/convert-collection.ts';
import { hashBytes, hashText } from '#conversion/content-hash.ts';
import { InputError } from '#model/input-error.ts';
import { type CityPlace, describeBounds, isNear } from './city-place.ts';
import { type IngestOptions, type Opened, toSource } from './ingest-options.ts';
import { openPackedFile } from './node-host.ts';
import type { Workplace } from './publish.ts';

export interface BuiltCollections {
  readonly layers: readonly CollectionLayer[];
  readonly sources: CityManifest['sources'];
  readonly fingerprints: readonly string[];
}

export async function buildCollections(
  inputs: readonly Opened[],
  city: CityPlace,
  { packageFolder }: Workplace,
  options: IngestOptions,
): Promise<BuiltCollections> {
  const layers: CollectionLayer[] = [];
  const sources: CityManifest['sources'] = [];
  const fingerprints: string[] = [];
  for (const { source } of inputs) {
    const { id, name, items, pieces } = openCollection(source, {
      crs: options.crs,
      vertical: city.crs?.vertical,
      geoid: city.geoid,
    });
    if (layers.some((layer) => layer.id === id)) {
      throw new InputError(
        { file: source.file, at: 'id' },
        `another collection is called ${id} too; expected one file each.`,
      );
    }
    const path = `collections/${id}.geojsonl`;
    const file = openPackedFile(join(packageFolder, path));
    const hashes: string[] = [];
    let step = items.next();
    for (; !step.done; step = items.next()) {
      options.signal.throwIfAborted();
      hashes.push(hashBytes(step.value));
      file.write(step.value);
      options.progress.update('collections', hashes.length, pieces);
      // A breath, so that an interrupt is heard.
      await new Promise(setImmediate);
    }
    await file.close();
    const { count, boundsDeg } = step.value;
    if (!isNear(city, boundsDeg)) {
      const [west, south, east, north] = boundsDeg;
      throw new InputError(
        { file: source.file },
        `its features lie between ${west}, ${south} and ${east}, ${north}; expected some near the city (${describeBounds(city)}).`,
      );
    }
    layers.push({ kind: 'collection', id, name, items: path, count, boundsDeg });
    sources.push(toSource(source.file, 'GeoJSON collection', count, options));
    fingerprints.push(`${path} ${name} ${hashText(hashes.join(' '))}`);
  }
  return { layers, sources, fingerprints };
}

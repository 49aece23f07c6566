// The networks of an ingest: hydraulic models kept as they are, and the collections made of them and of the others.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CityManifest, CollectionLayer, NetworkLayer } from '#contract/city-package.ts';
import { openCollection } from '#conversion/collections/convert-collection.ts';
import { hashBytes, hashText } from '#conversion/content-hash.ts';
import { toByteSource } from '#conversion/json/byte-source.ts';
import { fillLevels } from '#conversion/networks/fill-levels.ts';
import { usualWishes } from '#conversion/networks/import-networks.ts';
import type { NetworkReport } from '#conversion/networks/network-report.ts';
import type { PlacedNetwork } from '#conversion/networks/place-network.ts';
import { readInp } from '#conversion/networks/read-inp.ts';
import { writeCollections } from '#conversion/networks/write-collections.ts';
import { InputError } from '#model/input-error.ts';
import type { CityPlace } from './city-place.ts';
import { writePacked } from './disk-storage.ts';
import { type IngestOptions, type Opened, toSource } from './ingest-options.ts';
import { openPackedFile } from './node-host.ts';
import type { Workplace } from './publish.ts';
import type { ReadNetworks } from './read-networks.ts';

export interface BuiltNetworks {
  readonly layers: readonly (NetworkLayer | CollectionLayer)[];
  readonly sources: CityManifest['sources'];
  readonly fingerprints: readonly string[];
  readonly reports: readonly NetworkReport[];
}

export async function buildNetworks(
  inputs: readonly Opened[],
  read: ReadNetworks,
  city: CityPlace,
  workplace: Workplace,
  options: IngestOptions,
): Promise<BuiltNetworks> {
  const models = keepModels(inputs, read, workplace);
  const layers: CollectionLayer[] = [];
  const fingerprints: string[] = [];
  const reports: NetworkReport[] = [];
  const coverM = options.networks?.coverM ?? usualWishes.coverM;
  for (const [at, placed] of read.networks.entries()) {
    const filled = fillLevels(placed, city.groundAt, coverM);
    const report = read.reports[at]!;
    reports.push({ ...report, assumptions: filled.network.assumptions });
    for (const { layer, fingerprint } of await writeNetwork(filled, city, workplace)) {
      layers.push(layer);
      fingerprints.push(fingerprint);
    }
    options.signal.throwIfAborted();
  }
  return {
    layers: [...layers, ...models.map(({ layer }) => layer)],
    sources: inputs.map(({ source }) => sourceOf(source.file, models, read, options)),
    fingerprints: [...fingerprints, ...models.map(({ fingerprint }) => fingerprint)],
    reports,
  };
}

interface KeptModel {
  readonly file: string;
  readonly layer: NetworkLayer;
  readonly fingerprint: string;
  readonly elements: number;
}

const formats = { 'epanet-inp': 'EPANET model', 'swmm-inp': 'SWMM model' } as const;

/** Byte for byte. */
function keepModels(
  inputs: readonly Opened[],
  { networks }: ReadNetworks,
  { packageFolder }: Workplace,
): KeptModel[] {
  const kept: KeptModel[] = [];
  for (const { source } of inputs) {
    const { file } = source;
    const made = networks.find(({ network }) => isMadeOf(network, file))?.network;
    const format = made?.source.format ?? 'epanet-inp';
    if (format !== 'epanet-inp' && format !== 'swmm-inp') continue;
    const bytes = source.read(0, source.size);
    const facts = made ? undefined : readInp(new TextDecoder().decode(bytes), file);
    const stem = toStem(file);
    const path = `networks/${stem}.inp`;
    if (kept.some(({ layer }) => layer.model === path)) {
      throw new InputError({ file }, `another model is called ${stem} too; expected other names.`);
    }
    mkdirSync(join(packageFolder, 'networks'), { recursive: true });
    writePacked(join(packageFolder, path), bytes);
    const name = made?.name ?? facts?.title ?? 'Drinking water model';
    const utility = made?.utility ?? 'water';
    kept.push({
      file,
      layer: {
        kind: 'network',
        id: `network-${stem}`,
        name,
        network:
          utility === 'storm' || utility === 'sanitary' || utility === 'combined'
            ? utility
            : 'water',
        format,
        model: path,
        ...(made ? { collections: made.id } : {}),
      },
      fingerprint: `${path} ${name} ${hashBytes(bytes)}`,
      elements: made ? elementsOf(made) : (facts?.nodes ?? 0) + (facts?.links ?? 0),
    });
  }
  return kept;
}

const isMadeOf = ({ source }: PlacedNetwork['network'], file: string): boolean =>
  source.file.split(', ').includes(file);

const elementsOf = ({ nodes, pipes, devices }: PlacedNetwork['network']): number =>
  nodes.length + pipes.length + devices.length;

/** Elements of several files say which one they are from. */
const elementsFrom = ({ nodes, pipes, source, ...rest }: PlacedNetwork['network'], file: string) =>
  source.file === file
    ? elementsOf({ nodes, pipes, source, ...rest })
    : [...nodes, ...pipes].filter(({ at }) => at.startsWith(`${file},`)).length;

function sourceOf(
  file: string,
  models: readonly KeptModel[],
  { networks }: ReadNetworks,
  options: IngestOptions,
) {
  const model = models.find((one) => one.file === file);
  if (model) return toSource(file, formats[model.layer.format], model.elements, options);
  const made = networks.filter(({ network }) => isMadeOf(network, file));
  const elements = made.reduce((sum, { network }) => sum + elementsFrom(network, file), 0);
  return toSource(file, 'network', elements, options);
}

async function writeNetwork(
  placed: PlacedNetwork,
  city: CityPlace,
  { packageFolder }: Workplace,
): Promise<{ readonly layer: CollectionLayer; readonly fingerprint: string }[]> {
  const written: { layer: CollectionLayer; fingerprint: string }[] = [];
  for (const collection of writeCollections(placed)) {
    const bytes = new TextEncoder().encode(JSON.stringify(collection));
    const source = toByteSource(`${collection.id}.geojson`, bytes);
    const { id, name, items } = openCollection(source, { geoid: city.geoid });
    const path = `collections/${id}.geojsonl`;
    const file = openPackedFile(join(packageFolder, path));
    const hashes: string[] = [];
    let step = items.next();
    for (; !step.done; step = items.next()) {
      hashes.push(hashBytes(step.value));
      file.write(step.value);
    }
    await file.close();
    const { count, boundsDeg } = step.value;
    written.push({
      layer: { kind: 'collection', id, name, items: path, count, boundsDeg },
      fingerprint: `${path} ${name} ${hashText(hashes.join(' '))}`,
    });
  }
  return written;
}

const toStem = (file: string): string =>
  file
    .replace(/(\.(gz|inp))+$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'water';

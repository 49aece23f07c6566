// The hydraulic models of an ingest: checked, and kept as they are.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CityManifest, NetworkLayer } from '#contract/city-package.ts';
import { hashBytes } from '#conversion/content-hash.ts';
import { type InpCoordinate, readInp } from '#conversion/networks/read-inp.ts';
import { createToGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { InputError } from '#model/input-error.ts';
import { radians, toDegrees } from '#model/units.ts';
import { widen } from './build-map.ts';
import { type CityPlace, describeBounds } from './city-place.ts';
import { writePacked } from './disk-storage.ts';
import { type IngestOptions, type Opened, toSource } from './ingest-options.ts';
import type { Workplace } from './publish.ts';

export interface BuiltNetworks {
  readonly layers: readonly NetworkLayer[];
  readonly sources: CityManifest['sources'];
  readonly fingerprints: readonly string[];
}

export function buildNetworks(
  inputs: readonly Opened[],
  city: CityPlace,
  { packageFolder }: Workplace,
  options: IngestOptions,
): BuiltNetworks {
  const layers: NetworkLayer[] = [];
  const sources: CityManifest['sources'] = [];
  const fingerprints: string[] = [];
  for (const { source } of inputs) {
    const { file } = source;
    const bytes = source.read(0, source.size);
    const model = readInp(new TextDecoder().decode(bytes), file);
    checkPlaces(model.coordinates, file, city);
    const stem = toStem(file);
    const path = `networks/${stem}.inp`;
    if (layers.some((layer) => layer.model === path)) {
      throw new InputError({ file }, `another model is called ${stem} too; expected other names.`);
    }
    mkdirSync(join(packageFolder, 'networks'), { recursive: true });
    writePacked(join(packageFolder, path), bytes);
    const name = model.title ?? 'Drinking water model';
    layers.push({
      kind: 'network',
      id: `network-${stem}`,
      name,
      network: 'water',
      format: 'epanet-inp',
      model: path,
    });
    sources.push(toSource(file, 'EPANET model', model.nodes + model.links, options));
    fingerprints.push(`${path} ${name} ${hashBytes(bytes)}`);
  }
  return { layers, sources, fingerprints };
}

const toStem = (file: string): string =>
  file
    .replace(/(\.(gz|inp))+$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'water';

function checkPlaces(coordinates: readonly InpCoordinate[], file: string, city: CityPlace): void {
  const crs = city.crs ?? crs84();
  const places = Float64Array.from(coordinates.flatMap(({ x, y }) => [x, y, 0]));
  createToGeodetic(crs, () => 0, { axes: 'east-north' })(places, places);
  const [west, south, east, north] = widen(city.boundsDeg);
  for (const [number, { node, x, y, line }] of coordinates.entries()) {
    const longitude = toDegrees(radians(places[number * 3]!));
    const latitude = toDegrees(radians(places[number * 3 + 1]!));
    if (longitude >= west && longitude <= east && latitude >= south && latitude <= north) continue;
    throw new InputError(
      { file, at: `line ${line}` },
      `node ${node} stands at ${x}, ${y}, outside the city (${describeBounds(city)}); expected coordinates in ${crs.horizontal.code}.`,
    );
  }
}

function crs84() {
  const parsed = parseCrs('OGC:CRS84');
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
}

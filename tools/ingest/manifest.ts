// What came out of an ingest, written down as the city's manifest.

import { basename, join } from 'node:path';
import tzLookup from '@photostructure/tz-lookup';
import { type CityManifest, type PackageLayer, parseCityManifest } from '#contract/city-package.ts';
import { toBuildName } from '#conversion/convert.ts';
import type { Built } from './build-layers.ts';
import type { IngestOptions } from './ingest-options.ts';

export function createManifest(built: Built, options: IngestOptions): CityManifest {
  const [west, south, east, north] = built.boundsDeg;
  const id = basename(options.out);
  const build = toBuildName(built.fingerprints);
  const { crs } = built;
  const manifest = {
    format: 'panopolis-city',
    version: 1,
    id,
    name: options.name ?? titleOf(built) ?? toName(id),
    ...(options.isFictional ? { fictional: true } : {}),
    ...(options.view ? { view: options.view } : {}),
    build,
    boundsDeg: [west, south, east, north],
    heightM: [...built.heightM],
    crs: {
      horizontal: crs?.horizontal.code ?? 'OGC:CRS84',
      vertical: crs?.vertical.code ?? 'ellipsoidal',
    },
    timeZone: options.timeZone ?? tzLookup((south + north) / 2, (west + east) / 2),
    sources: built.sources,
    layers: built.layers.map((layer) => withBuild(layer, build)),
  };
  return parseCityManifest(manifest, join(options.out, 'city.json'));
}

/** Paths in layers are relative to the build until its name is known. */
function withBuild(layer: PackageLayer, build: string): PackageLayer {
  switch (layer.kind) {
    case 'buildings':
      return {
        ...layer,
        tileset: `${build}/${layer.tileset}`,
        index: `${build}/${layer.index}`,
        ...(layer.footprints && { footprints: `${build}/${layer.footprints}` }),
        columns: layer.columns.map((column) => ({ ...column, path: `${build}/${column.path}` })),
      };
    case 'terrain':
      return {
        ...layer,
        tiles: `${build}/${layer.tiles}`,
        ...(layer.grid === undefined ? {} : { grid: `${build}/${layer.grid}` }),
      };
    case 'basemap':
      return { ...layer, tiles: `${build}/${layer.tiles}` };
    case 'collection':
    case 'sensors':
      return { ...layer, items: `${build}/${layer.items}` };
    case 'bim':
    case 'network':
      return { ...layer, model: `${build}/${layer.model}` };
  }
}

function titleOf({ scanned, models }: Built): string | undefined {
  for (const { input } of scanned) {
    if (input.kind === 'cityjson' && input.header.title) return input.header.title;
  }
  const [only, ...others] = models.layers;
  return others.length === 0 && scanned.length === 0 ? only?.name : undefined;
}

const toName = (id: string) =>
  id
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');

// The basemap of an ingest, as far as a fifth of the city's size around it.

import { join } from 'node:path';
import type { BasemapLayer, CityManifest } from '#contract/city-package.ts';
import type { IngestOptions, Opened } from './ingest-options.ts';
import type { Workplace } from './publish.ts';

export interface BuiltMap {
  readonly layers: readonly BasemapLayer[];
  readonly sources: CityManifest['sources'];
  readonly notes: readonly string[];
}

export async function buildMap(
  inputs: readonly Opened[],
  boundsDeg: readonly [number, number, number, number],
  { packageFolder }: Workplace,
  { crs, progress, signal }: IngestOptions,
): Promise<BuiltMap> {
  if (inputs.length === 0) return { layers: [], sources: [], notes: [] };
  const { buildBasemap } = await import('../basemap/index.ts');
  const { layer, report } = await buildBasemap({
    inputs: inputs.map(({ plainPath, source: { file } }) => ({
      path: plainPath,
      name: file,
      ...(crs === undefined ? {} : { crs }),
    })),
    outFolder: join(packageFolder, 'basemap'),
    boundsDeg: widen(boundsDeg),
    onProgress: ({ done, total }) => progress.update('basemap', done, total),
    signal,
  });
  const tiles = `basemap/${layer.tiles}`;
  return {
    layers: [{ ...layer, tiles, id: 'basemap', name: 'Basemap' }],
    sources: [...report.sources],
    notes: [
      `basemap: ${report.tiles} tiles, ${report.bytes} bytes`,
      ...report.dropped.map(({ reason, count }) => `basemap: ${count} dropped, ${reason}`),
    ],
  };
}

/** A fifth of the box's size on each side, and 0.005° at least. */
export function widen([west, south, east, north]: readonly [number, number, number, number]) {
  const x = Math.max((east - west) / 5, 0.005);
  const y = Math.max((north - south) / 5, 0.005);
  return [west - x, south - y, east + x, north + y] as const;
}

// The terrain of an ingest: from elevation models, or where there are none, from the feet of the buildings.

import { join } from 'node:path';
import type { ConvertedBuildings } from '#conversion/convert.ts';
import type { BuiltTerrain, Elevation } from '../terrain/index.ts';
import { toFootings } from './footings.ts';
import type { IngestOptions } from './ingest-options.ts';
import type { Workplace } from './publish.ts';

export async function buildGround(
  elevation: Elevation | undefined,
  buildings: ConvertedBuildings | undefined,
  boundsDeg: readonly [number, number, number, number],
  { packageFolder }: Workplace,
  { progress, signal }: IngestOptions,
): Promise<BuiltTerrain> {
  const { buildTerrain } = await import('../terrain/index.ts');
  return buildTerrain({
    ground: elevation ?? toFootings(buildings),
    boundsDeg,
    outFolder: join(packageFolder, 'terrain'),
    path: 'terrain',
    onProgress: (done, total) => progress.update('terrain', done, total),
    signal,
  });
}

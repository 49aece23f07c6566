// The terrain of an ingest: from elevation models, or where there are none, from the feet of what stands on it.

import { join } from 'node:path';
import type { BuiltTerrain, Elevation, Footing } from '../terrain/index.ts';
import type { IngestOptions } from './ingest-options.ts';
import type { Workplace } from './publish.ts';

export async function buildGround(
  elevation: Elevation | undefined,
  footings: readonly Footing[],
  boundsDeg: readonly [number, number, number, number],
  { packageFolder }: Workplace,
  { progress, signal }: IngestOptions,
): Promise<BuiltTerrain> {
  const { buildTerrain } = await import('../terrain/index.ts');
  return buildTerrain({
    ground: elevation ?? footings,
    boundsDeg,
    outFolder: join(packageFolder, 'terrain'),
    path: 'terrain',
    onProgress: (done, total) => progress.update('terrain', done, total),
    signal,
  });
}

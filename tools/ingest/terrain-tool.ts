// The elevation model of an ingest, read the same way in every thread.

import { parseCrs } from '#model/crs-parse.ts';
import { InputError } from '#model/input-error.ts';
import type { Elevation } from '../terrain/index.ts';
import type { ElevationFiles } from './thread-job.ts';

export async function openTerrain(
  { files, crs }: ElevationFiles,
  signal?: AbortSignal,
): Promise<Elevation> {
  const parsed = crs === undefined ? undefined : parseCrs(crs);
  if (parsed && !parsed.ok) throw new InputError({ file: files.join(', ') }, parsed.reason);
  const { openElevation } = await import('../terrain/index.ts');
  return openElevation(files, {
    ...(parsed ? { crs: parsed.value } : {}),
    ...(signal ? { signal } : {}),
  });
}

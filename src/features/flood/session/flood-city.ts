import type { OpenCity } from '#store/store.ts';
import type { FloodCity } from '#workers/flood/client.ts';
import { townFilesOf } from '#workers/town/client.ts';

/** Where the worker reads the open city; undefined where it has no elevation model. */
export function floodCityOf({ manifest, baseUrl }: OpenCity): FloodCity | undefined {
  const { grid, ...files } = townFilesOf(manifest, baseUrl);
  return grid === undefined ? undefined : { ...files, grid };
}

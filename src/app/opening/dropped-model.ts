// What of the list is no city but a building model that was dropped.

import type { CityEntry } from '#store/opening.ts';
import { SHELF_PATH } from '#workers/shelf/client.ts';

/** Kept by this browser, to be removed here. */
export const isShelved = ({ url }: CityEntry): boolean =>
  new URL(url).pathname.startsWith(SHELF_PATH);

export function isDroppedModel(entry: CityEntry): boolean {
  const kinds = new Set(entry.manifest?.layers.map(({ kind }) => kind));
  return isShelved(entry) && kinds.has('bim') && !kinds.has('buildings');
}

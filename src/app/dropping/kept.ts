// The cities that were dropped on earlier visits and are still kept in this browser.

import type { CityEntry } from '#store/opening.ts';
import { listShelf, openShelf, takeDown } from '#workers/shelf/client.ts';
import { fetchManifest } from '../opening/server.ts';
import { toEntry } from './importer.ts';

/** Empty where the browser keeps none or can't answer for them. */
export async function listKept(): Promise<CityEntry[]> {
  if (!('caches' in globalThis)) return [];
  const paths = await listShelf(caches);
  if (paths.length === 0) return [];
  await openShelf();
  const { signal } = new AbortController();
  const found = await Promise.all(
    paths.map((path) =>
      fetchManifest(path, signal).then(
        (manifest) => toEntry(manifest, path),
        () => undefined,
      ),
    ),
  );
  return found.filter((entry) => entry !== undefined);
}

/** Removes a dropped city from this browser. */
export const forgetCity = (id: string): Promise<void> => takeDown(id, caches);

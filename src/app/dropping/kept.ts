// The cities that were dropped on earlier visits and are still kept in this browser.

import type { Guest } from '#store/guests.ts';
import type { CityEntry } from '#store/opening.ts';
import { listShelf, openShelf, readShelved, takeDown } from '#workers/shelf/client.ts';
import { fetchManifest } from '../opening/server.ts';
import { GUEST_OF, parseGuestNote, toEntry } from './entries.ts';

/** What was dropped on the page or onto a city; empty where the browser keeps none or can't answer for them. */
export async function listKept(): Promise<CityEntry[]> {
  if (!('caches' in globalThis)) return [];
  const paths = await listShelf(caches);
  if (paths.length === 0) return [];
  await openShelf();
  const { signal } = new AbortController();
  const found = await Promise.all(
    paths.map(async (path) => {
      const note = await readShelved(path.replace(/city\.json$/, GUEST_OF), caches);
      return fetchManifest(path, signal).then(
        (manifest) => ({
          ...toEntry(manifest, path),
          guestOf: note === undefined ? undefined : parseGuestNote(note),
        }),
        () => undefined,
      );
    }),
  );
  return found.filter((entry) => entry !== undefined);
}

/** The packages that were dropped onto this city and are still kept. */
export async function listGuests(city: string): Promise<Guest[]> {
  return (await listKept()).flatMap(({ id, manifest, url, guestOf }) =>
    guestOf === city && manifest ? [{ id, manifest, baseUrl: new URL('.', url).href }] : [],
  );
}

/** Removes a dropped city from this browser. */
export const forgetCity = (id: string): Promise<void> => takeDown(id, caches);

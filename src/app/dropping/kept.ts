// The cities that were dropped on earlier visits and are still kept in this browser.

import type { Guest } from '#store/guests.ts';
import type { CityEntry } from '#store/opening.ts';
import { listShelf, openShelf, readShelved, takeDown } from '#workers/shelf/client.ts';
import { fetchManifest } from '../opening/server.ts';
import { GUEST_OF, parseGuestNote, toEntry } from './entries.ts';

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

/** The packages that were dropped onto this city and are still kept. */
export async function listGuests(city: string): Promise<Guest[]> {
  const kept = await listKept();
  const found = await Promise.all(
    kept.map(async ({ id, manifest, url }) => {
      const baseUrl = new URL('.', url).href;
      const note = await readShelved(new URL(GUEST_OF, baseUrl).pathname, caches);
      const isGuest = note !== undefined && parseGuestNote(note) === city;
      return isGuest && manifest ? { id, manifest, baseUrl } : undefined;
    }),
  );
  return found.filter((guest) => guest !== undefined);
}

/** Removes a dropped city from this browser. */
export const forgetCity = (id: string): Promise<void> => takeDown(id, caches);

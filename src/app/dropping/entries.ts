import type { CityManifest } from '#contract/city-package.ts';
import type { CityEntry } from '#store/opening.ts';

export const toEntry = (manifest: CityManifest, url: string): CityEntry => ({
  id: manifest.id,
  name: manifest.name,
  url: new URL(url, location.href).href,
  manifest,
});

/** File beside a dropped package's city.json that says whose guest it is. */
export const GUEST_OF = 'guest-of.json';

export const toGuestNote = (city: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify({ city }));

/** The city's id; undefined where the text is no such note. */
export function parseGuestNote(text: string): string | undefined {
  try {
    const note: unknown = JSON.parse(text);
    const city = typeof note === 'object' && note && 'city' in note ? note.city : undefined;
    return typeof city === 'string' ? city : undefined;
  } catch {
    return undefined;
  }
}

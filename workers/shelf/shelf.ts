// Cities that a person dropped on the page, kept in the browser's own cache under /dropped/<city>/….
// A service worker answers these addresses from it, so the app opens a dropped city like any other and
// nothing leaves the machine.

import { parseByteRange } from '#contract/byte-range.ts';

export const SHELF_PATH = '/dropped/';
const CACHE = 'panopolis-dropped-cities';

/** Puts a city's files on the shelf; `city.json` comes last, so a half-written city is never found. */
export async function shelve(
  id: string,
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  caches: CacheStorage,
): Promise<string> {
  const cache = await caches.open(CACHE);
  await takeDown(id, caches);
  const byRank = [...files].sort(
    ([a], [b]) => Number(a === 'city.json') - Number(b === 'city.json'),
  );
  for (const [path, bytes] of byRank) {
    await cache.put(`${SHELF_PATH}${id}/${path}`, new Response(bytes));
  }
  return `${SHELF_PATH}${id}/city.json`;
}

/** Removes a city and everything that belongs to it. */
export async function takeDown(id: string, caches: CacheStorage): Promise<void> {
  const cache = await caches.open(CACHE);
  const prefix = `${SHELF_PATH}${id}/`;
  const paths = await shelvedPaths(cache);
  await Promise.all(
    paths.filter((path) => path.startsWith(prefix)).map((path) => cache.delete(path)),
  );
}

/** Addresses of the manifests on the shelf. */
export async function listShelf(caches: CacheStorage): Promise<readonly string[]> {
  const paths = await shelvedPaths(await caches.open(CACHE));
  return paths.filter((path) => path.endsWith('/city.json'));
}

/** A file's text straight off the shelf, without a request that would fail aloud; undefined where it is not there. */
export async function readShelved(path: string, caches: CacheStorage): Promise<string | undefined> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path))?.text();
}

const shelvedPaths = async (cache: Cache): Promise<string[]> =>
  (await cache.keys()).map(({ url }) => new URL(url).pathname);

/** Answers a request below `SHELF_PATH`, ranges included. */
export async function answerFromShelf(request: Request, caches: CacheStorage): Promise<Response> {
  const { pathname } = new URL(request.url);
  const cache = await caches.open(CACHE);
  const found = await cache.match(pathname);
  if (!found) return new Response(null, { status: 404 });
  const bytes = await found.blob();
  const headers = { 'Accept-Ranges': 'bytes', 'Cross-Origin-Resource-Policy': 'same-origin' };
  const range = parseByteRange(request.headers.get('Range') ?? undefined, bytes.size);
  if (range === 'outside') {
    return new Response(null, {
      status: 416,
      headers: { 'Content-Range': `bytes */${bytes.size}` },
    });
  }
  if (range === 'whole') return new Response(bytes, { headers });
  return new Response(bytes.slice(range.first, range.last + 1), {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${range.first}-${range.last}/${bytes.size}` },
  });
}

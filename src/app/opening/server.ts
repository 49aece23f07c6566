// What the app asks of the server before a city is open.

import * as v from 'valibot';
import type { CityManifest } from '#contract/city-package.ts';
import { cityList, parseCityManifest } from '#contract/city-package.ts';
import type { CityEntry } from '#store/opening.ts';

/** Thrown where the server can't be reached or answers with something else than a city. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
}

async function getJson(url: string, signal: AbortSignal): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { signal, cache: 'no-cache' });
  } catch (cause) {
    signal.throwIfAborted();
    throw new ServerError(`No answer from ${url}.`, { cause });
  }
  if (!response.ok) throw new ServerError(`${url} answered ${response.status}.`);
  return response.json().catch((cause: unknown) => {
    throw new ServerError(`${url} answered something else than JSON.`, { cause });
  });
}

/** The cities in the server's data folder, each with its manifest where that can be read. */
export async function fetchCities(signal: AbortSignal): Promise<CityEntry[]> {
  const address = new URL('/api/cities', location.href).href;
  const parsed = v.safeParse(cityList, await getJson(address, signal));
  if (!parsed.success) throw new ServerError(`${address} answered something else than cities.`);
  return Promise.all(
    parsed.output.map(async ({ id, name, manifest }) => {
      const url = new URL(manifest, address).href;
      return { id, name, url, manifest: await fetchManifest(url, signal).catch(() => undefined) };
    }),
  );
}

/** Reads one city.json; throws one sentence where it isn't one. */
export async function fetchManifest(url: string, signal: AbortSignal): Promise<CityManifest> {
  return parseCityManifest(await getJson(url, signal), url);
}

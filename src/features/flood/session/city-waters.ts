// Reads what a flood can begin at in the open city, and says it to the store.

import type { SessionContext } from '#features/feature.ts';
import type { OpenCity } from '#store/store.ts';
import type { CityWaters } from '../contract/city-waters.ts';
import { parseLevees, parseStations } from '../kernel/city-waters.ts';
import { setWaters } from '../state/waters.ts';

/** Settles when the store knows; a city without levees or stations has none. */
export async function readCityWaters(
  { store }: Pick<SessionContext, 'store'>,
  signal: AbortSignal,
): Promise<void> {
  const { city } = store.getState();
  if (!city) return;
  const [levees, stations] = await Promise.all(
    ['levees', 'river-stations'].map((id) => readCollection(city, id, signal)),
  );
  if (signal.aborted) return;
  setWaters(store, {
    levees: parseLevees(levees ?? ''),
    stations: parseStations(stations ?? ''),
  } satisfies CityWaters);
}

/** Undefined where the city has no such collection, or can't be asked: the presets of it are missing then. */
async function readCollection(
  { manifest, baseUrl }: OpenCity,
  id: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const layer = manifest.layers.find((one) => one.kind === 'collection' && one.id === id);
  if (layer?.kind !== 'collection') return undefined;
  try {
    const answer = await fetch(new URL(layer.items, baseUrl), { signal });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}

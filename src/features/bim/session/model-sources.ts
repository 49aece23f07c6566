// Which models stand in the open city: its own, and those that a person dropped onto it.

import type { CityManifest } from '#contract/city-package.ts';
import type { Guest } from '#store/guests.ts';
import type { OpenCity } from '#store/store.ts';
import type { ModelSource } from '../contract.ts';

/** In the order of the city's layers, then of the guests; `known` says where a person put them. */
export function modelSources(
  city: OpenCity | undefined,
  guests: readonly Guest[],
  known: ReadonlyMap<string, Pick<ModelSource, 'placement' | 'reading'>>,
): readonly ModelSource[] {
  const own = city ? sourcesOf(city, 'city', (layer) => layer) : [];
  const dropped = guests.flatMap((guest) => {
    const isAlone = bimLayers(guest.manifest).length === 1;
    return sourcesOf(guest, 'dropped', (layer) => (isAlone ? guest.id : `${guest.id}-${layer}`));
  });
  return [...own, ...dropped].map((source) => {
    const { placement, reading } = known.get(source.id) ?? {};
    return { ...source, placement, reading };
  });
}

function sourcesOf(
  { manifest, baseUrl }: { readonly manifest: CityManifest; readonly baseUrl: string },
  origin: ModelSource['origin'],
  idOf: (layer: string) => string,
): ModelSource[] {
  return bimLayers(manifest).map(({ id, name, model }) => ({
    id: idOf(id),
    name,
    url: `${baseUrl}${model}`,
    origin,
  }));
}

const bimLayers = ({ layers }: CityManifest) => layers.filter((layer) => layer.kind === 'bim');

export function isSameList(a: readonly ModelSource[], b: readonly ModelSource[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return (
        one.id === other?.id &&
        one.url === other.url &&
        one.name === other.name &&
        one.origin === other.origin &&
        one.placement === other.placement &&
        one.reading === other.reading
      );
    })
  );
}

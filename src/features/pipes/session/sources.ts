// Which networks lie in the open city: its own, and those that a person dropped onto it.

import type { CityManifest, CollectionLayer } from '#contract/city-package.ts';
import type { NetworkMove } from '#model/network-move.ts';
import type { Guest } from '#store/guests.ts';
import type { OpenCity } from '#store/store.ts';
import type { NetworkSource } from '../contract.ts';

const PIPES = 'pipes-';

interface Package {
  readonly manifest: CityManifest;
  readonly baseUrl: string;
}

/** In the order of the city's layers, then of the guests. */
export function networkSources(
  city: OpenCity | undefined,
  guests: readonly Guest[],
  moves: Readonly<Record<string, NetworkMove>> = {},
): readonly NetworkSource[] {
  const own = city ? sourcesOf(city, (id) => id, false, isByHand) : [];
  const dropped = guests.flatMap((guest) =>
    sourcesOf(
      guest,
      (id) => `${guest.id}-${id}`,
      guest.manifest.fictional ?? false,
      () => true,
    ),
  );
  return [...own, ...dropped].map((source) => {
    const move = source.isPlaceable ? moves[source.id] : undefined;
    return move ? { ...source, move } : source;
  });
}

/** Dropped, or laid out from a drawing by an origin that somebody gave: then it names no reference system. */
const isByHand = ({ manifest }: Package): boolean =>
  manifest.id.startsWith('dropped-') || manifest.crs.horizontal === 'OGC:CRS84';

/** Made of the distribution systems of a building model that stands in the same package. */
const isOfModel = ({ manifest }: Package, id: string): boolean =>
  manifest.layers.some((layer) => layer.kind === 'bim' && id.includes(`-${layer.id}-`));

/** Where the streets of the city are named, if they are. */
export const streetSource = (city: OpenCity | undefined): { readonly url: string } | undefined => {
  const streets = city && findCollection(city.manifest, 'streets');
  return streets && city ? { url: toUrl(city, streets) } : undefined;
};

function sourcesOf(
  from: Package,
  nameIt: (id: string) => string,
  isFictional: boolean,
  isPlaceable: (from: Package) => boolean,
): NetworkSource[] {
  return from.manifest.layers.flatMap((layer): NetworkSource[] => {
    if (layer.kind !== 'collection' || !layer.id.startsWith(PIPES)) return [];
    const id = layer.id.slice(PIPES.length);
    const beside = (table: string) => {
      const found = findCollection(from.manifest, `${table}-${id}`);
      return found && toUrl(from, found);
    };
    return [
      {
        ...{ id: nameIt(id), name: layer.name, isFictional },
        ...(isOfModel(from, id) ? { isOfModel: true } : { isPlaceable: isPlaceable(from) }),
        pipes: toUrl(from, layer),
        nodes: beside('nodes'),
        valves: beside('valves'),
        devices: beside('devices'),
        model: findModel(from, id),
      },
    ];
  });
}

/** The one that the collections were made of, or is named after the network, or the only one of its utility. */
function findModel(from: Package, id: string): NetworkSource['model'] {
  const layers = from.manifest.layers.filter((layer) => layer.kind === 'network');
  const made = layers.find(({ collections }) => collections === id);
  const named = layers.find((layer) => layer.id === `network-${id}` || layer.id === id);
  const alike = layers.filter(({ network }) => network === id);
  const layer = made ?? named ?? (alike.length === 1 ? alike[0] : undefined);
  return layer && { format: layer.format, url: new URL(layer.model, from.baseUrl).href };
}

const findCollection = ({ layers }: CityManifest, id: string): CollectionLayer | undefined =>
  layers.find((layer): layer is CollectionLayer => layer.kind === 'collection' && layer.id === id);

const toUrl = ({ baseUrl }: Package, { items }: CollectionLayer) => new URL(items, baseUrl).href;

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

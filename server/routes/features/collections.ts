// What collections there are: those of the city packages in the data folder, named `city.collection`.

import type { CollectionLayer } from '#contract/city-package.ts';
import { listCities, readCity } from '../../storage/cities.ts';
import type { Queries } from '../../storage/database.ts';
import { GEOJSON_TYPE, JSON_TYPE, type Link, link } from './links.ts';

export interface Collection {
  /** `delft.pipes-water` */
  readonly id: string;
  readonly city: string;
  readonly cityName: string;
  readonly layer: CollectionLayer;
  readonly licence: string | undefined;
}

export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
const CRS84H = 'http://www.opengis.net/def/crs/OGC/0/CRS84h';

/** A city whose manifest can't be used has none. */
export async function listCollections(dataFolder: string): Promise<Collection[]> {
  const { cities } = await listCities(dataFolder);
  const lists = await Promise.all(cities.map(({ id }) => collectionsOf(dataFolder, id)));
  return lists.flat();
}

export async function findCollection(
  dataFolder: string,
  id: string,
): Promise<Collection | undefined> {
  const [city = ''] = id.split('.');
  if (!/^[a-z0-9][a-z0-9-]*$/.test(city)) return undefined;
  const collections = await collectionsOf(dataFolder, city);
  return collections.find((one) => one.id === id);
}

async function collectionsOf(dataFolder: string, city: string): Promise<Collection[]> {
  const manifest = await readCity(dataFolder, city).catch(() => undefined);
  return (manifest?.layers ?? []).flatMap((layer) =>
    layer.kind === 'collection'
      ? {
          ...{ id: `${city}.${layer.id}`, city, cityName: manifest?.name ?? city, layer },
          licence: manifest?.sources.find(({ licence }) => licence !== undefined)?.licence,
        }
      : [],
  );
}

export interface CollectionDocument {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly links: readonly Link[];
  readonly extent: object;
  readonly itemType: 'feature';
  readonly crs: readonly string[];
}

/** 17-069r4 §7.14; where its features have heights, these are above the ellipsoid (CRS84h). */
export async function describeCollection(
  { id, city, cityName, layer, licence }: Collection,
  base: string,
  queries: Queries,
): Promise<CollectionDocument> {
  const address = `${base}/collections/${id}`;
  const hasHeights = await findHeights(queries, city, layer.id);
  const description = `${layer.count} features of ${cityName}${licence ? `, ${licence}` : ''}`;
  return {
    id,
    title: `${layer.name}, ${cityName}`,
    description,
    links: [
      link(address, 'self', JSON_TYPE, 'This document'),
      link(`${address}/items`, 'items', GEOJSON_TYPE, layer.name),
    ],
    extent: { spatial: { bbox: [layer.boundsDeg], crs: CRS84 } },
    itemType: 'feature',
    crs: hasHeights ? [CRS84H, CRS84] : [CRS84],
  };
}

/** Whether the first of its features that has a place has a height there. */
async function findHeights({ query }: Queries, city: string, collection: string): Promise<boolean> {
  const [row] = await query<{ has_heights: boolean }>(
    `select jsonb_path_exists(geometry,
      'strict $.** ? (@.type() == "array" && @[0].type() == "number" && @.size() > 2)') as has_heights
    from feature where city = $1 and collection = $2 and geometry is not null
    order by place limit 1`,
    [city, collection],
  );
  return row?.has_heights ?? false;
}

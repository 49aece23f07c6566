// Where the worker reads the open city.

import type { CityManifest, PackageLayer } from '#contract/city-package.ts';
import type { OpenCity } from '#store/store.ts';
import type { FloodCity } from '#workers/flood/client.ts';

type LayerOf<Kind extends PackageLayer['kind']> = Extract<PackageLayer, { readonly kind: Kind }>;

/** Undefined where the city has no elevation model. */
export function floodCityOf({ manifest, baseUrl }: OpenCity): FloodCity | undefined {
  const url = (path: string) => new URL(path, baseUrl).href;
  const grid = layersOf(manifest, 'terrain').find((layer) => layer.grid !== undefined)?.grid;
  if (grid === undefined) return undefined;
  const [buildings] = layersOf(manifest, 'buildings');
  const [basemap] = layersOf(manifest, 'basemap');
  const columns = buildings?.columns ?? [];
  return {
    ...{ id: manifest.id, name: manifest.name, crs: manifest.crs },
    grid: url(grid),
    terrain: terrainOf(manifest),
    ...(buildings && {
      buildings: {
        index: url(buildings.index),
        ...(buildings.footprints !== undefined && { footprints: url(buildings.footprints) }),
      },
      attributes: columns,
    }),
    ...(basemap && { basemap: url(basemap.tiles) }),
    columns: Object.fromEntries(columns.map(({ name, path }) => [name, url(path)])),
    collections: Object.fromEntries(
      layersOf(manifest, 'collection').map(({ id, items }) => [id, url(items)]),
    ),
  };
}

/** The files of the elevation model with who made them; '' where the city doesn't say. */
const terrainOf = ({ sources }: CityManifest): string =>
  sources
    .filter(({ format }) => /elevation|GeoTIFF|ASCII/i.test(format))
    .map(({ file, attribution }) => [file, attribution].filter(Boolean).join(', '))
    .join('; ');

const layersOf = <Kind extends PackageLayer['kind']>(
  { layers }: CityManifest,
  kind: Kind,
): LayerOf<Kind>[] => layers.filter((layer): layer is LayerOf<Kind> => layer.kind === kind);

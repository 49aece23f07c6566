// Where workers read the open city: absolute addresses of what its manifest names. For every worker that reads buildings,
// footprints, collections and the ground.

import type { AttributeColumn, CityManifest, PackageLayer } from '#contract/city-package.ts';

export interface TownFiles {
  readonly id: string;
  readonly name: string;
  /** Of the package: indices of buildings hold for one build. */
  readonly build: string;
  readonly crs: { readonly horizontal: string; readonly vertical: string };
  /** The header of the elevation grid, where there is one. */
  readonly grid?: string;
  /** The files of the elevation model with who made them; '' where the city doesn't say. */
  readonly terrain: string;
  /** When its ground was surveyed; absent where the city doesn't say. */
  readonly surveyed?: string;
  /** Building index and footprints, as far as the city has them. */
  readonly buildings?: { readonly index: string; readonly footprints?: string };
  /** Columns of the buildings by their names. */
  readonly columns: Readonly<Record<string, string>>;
  /** What the manifest says of those columns: type, role, dictionary; addresses are in `columns`, by name. */
  readonly attributes?: readonly AttributeColumn[];
  /** Collections by id. */
  readonly collections: Readonly<Record<string, string>>;
  /** The basemap's archive: what covers the ground, and open water. */
  readonly basemap?: string;
}

export function townFilesOf(manifest: CityManifest, baseUrl: string): TownFiles {
  const url = (path: string) => new URL(path, baseUrl).href;
  const grid = layersOf(manifest, 'terrain').find((layer) => layer.grid !== undefined)?.grid;
  const [buildings] = layersOf(manifest, 'buildings');
  const [basemap] = layersOf(manifest, 'basemap');
  const columns = buildings?.columns ?? [];
  return {
    ...{ id: manifest.id, name: manifest.name, build: manifest.build, crs: manifest.crs },
    ...(grid !== undefined && { grid: url(grid) }),
    terrain: terrainOf(manifest),
    ...surveyedOf(manifest),
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

const isTerrain = ({ format }: CityManifest['sources'][number]) =>
  /elevation|GeoTIFF|ASCII/i.test(format);

/** Of several surveys each one's date; absent where none of them says. */
function surveyedOf({ sources }: CityManifest): { readonly surveyed?: string } {
  const dates = sources.filter(isTerrain).flatMap(({ surveyed }) => surveyed ?? []);
  return dates.length === 0 ? {} : { surveyed: [...new Set(dates)].join(', ') };
}

const terrainOf = ({ sources }: CityManifest): string =>
  sources
    .filter(isTerrain)
    .map(({ file, attribution }) => [file, attribution].filter(Boolean).join(', '))
    .join('; ');

const layersOf = <Kind extends PackageLayer['kind']>(
  { layers }: CityManifest,
  kind: Kind,
): LayerOf<Kind>[] => layers.filter((layer): layer is LayerOf<Kind> => layer.kind === kind);

type LayerOf<Kind extends PackageLayer['kind']> = Extract<PackageLayer, { readonly kind: Kind }>;

// A converted model as a city package of its own: what a person dropped, with the file that it came from.

import type { BimModel, StoredPlacement } from '#contract/bim-model.ts';
import { type CityManifest, parseCityManifest } from '#contract/city-package.ts';
import type { Geoid } from '#model/geoid.ts';
import { hashBytes } from '../content-hash.ts';
import { toBuildName } from '../convert.ts';
import { buildFootingsTerrain } from '../footings-terrain.ts';
import { type CollectionFile, toCollectionFiles } from '../networks/collection-files.ts';
import { importModelNetworks } from '../networks/ifc/import-model-networks.ts';
import type { ImportedNetwork } from '../networks/imported-network.ts';
import { usualWishes } from '../networks/usual-wishes.ts';
import type { ConvertedIfc } from './convert-ifc.ts';
import { groundUnder, withGround } from './ground-under.ts';
import { SOURCE_FILE } from './source-file.ts';

export interface ModelPackage {
  readonly manifest: CityManifest;
  /** Every file of the package but city.json, by its path in the manifest (`<build>/…`). */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface PackageOptions {
  /** Of the package. */
  readonly id: string;
  readonly name: string;
  readonly geoid: Geoid;
  /** IANA name of the zone at a longitude and latitude (deg). */
  readonly timeZoneAt: (longitudeDeg: number, latitudeDeg: number) => string;
  readonly onTask?: (() => Promise<void>) | undefined;
}

export async function toModelPackage(
  { model, files, place, source, systems }: ConvertedIfc,
  { id, name, geoid, timeZoneAt, onTask }: PackageOptions,
): Promise<ModelPackage> {
  const boundsDeg = withGround(place.boundsDeg);
  const [west, south, east, north] = boundsDeg;
  const terrain = await buildFootingsTerrain(groundUnder(model), boundsDeg, geoid, { onTask });
  const build = toBuildName([...files].map(([path, bytes]) => `${path} ${hashBytes(bytes)}`));
  const folder = `${build}/bim/${model.id}`;
  const [reading] = model.georeferencing.readings;
  const pipes = reading ? toPipes(systems.networks, reading.placement, model, geoid) : [];
  const manifest = parseCityManifest(
    {
      ...{ format: 'panopolis-city', version: 1, id, name, build, boundsDeg },
      heightM: [...place.heightM],
      crs: {
        horizontal: reading?.crs ?? 'OGC:CRS84',
        vertical: reading?.verticalCrs ?? 'ellipsoidal',
      },
      timeZone: timeZoneAt((west + east) / 2, (south + north) / 2),
      sources: [{ file: model.source.file, format: model.source.schema, features: model.count }],
      layers: [
        {
          kind: 'bim',
          ...{ id: model.id, name: model.name, count: model.count },
          model: `${folder}/model.json`,
          boundsDeg: [...place.boundsDeg],
        },
        { ...terrain.layer, tiles: `${build}/${terrain.layer.tiles}` },
        ...pipes.map(({ layer }) => ({ ...layer, items: `${build}/${layer.items}` })),
      ],
    },
    'city.json',
  );
  return {
    manifest,
    files: new Map([
      ...[...files].map(([path, bytes]) => [`${folder}/${path}`, bytes] as const),
      [`${folder}/${SOURCE_FILE}`, source] as const,
      ...pipes.map(({ layer, bytes }) => [`${build}/${layer.items}`, bytes] as const),
      ...[...terrain.files].map(([path, bytes]) => [`${build}/${path}`, bytes] as const),
    ]),
  };
}

/** The model's distribution systems, where the model stands. */
function toPipes(
  networks: readonly ImportedNetwork[],
  placement: StoredPlacement,
  { originM = [0, 0, 0] }: BimModel,
  geoid: Geoid,
): CollectionFile[] {
  const stand = { placement, originM };
  const { networks: placed } = importModelNetworks(networks, stand, usualWishes, { geoid });
  return placed.flatMap((network) => toCollectionFiles(network, geoid));
}

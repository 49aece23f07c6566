// A converted model as a city package of its own: what a person dropped, with the file that it came from.

import { type CityManifest, parseCityManifest } from '#contract/city-package.ts';
import type { Geoid } from '#model/geoid.ts';
import { hashBytes } from '../content-hash.ts';
import { toBuildName } from '../convert.ts';
import { buildFootingsTerrain } from '../footings-terrain.ts';
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
  { model, files, place, source }: ConvertedIfc,
  { id, name, geoid, timeZoneAt, onTask }: PackageOptions,
): Promise<ModelPackage> {
  const boundsDeg = withGround(place.boundsDeg);
  const [west, south, east, north] = boundsDeg;
  const terrain = await buildFootingsTerrain(groundUnder(model), boundsDeg, geoid, { onTask });
  const build = toBuildName([...files].map(([path, bytes]) => `${path} ${hashBytes(bytes)}`));
  const folder = `${build}/bim/${model.id}`;
  const [reading] = model.georeferencing.readings;
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
      ],
    },
    'city.json',
  );
  return {
    manifest,
    files: new Map([
      ...[...files].map(([path, bytes]) => [`${folder}/${path}`, bytes] as const),
      [`${folder}/${SOURCE_FILE}`, source] as const,
      ...[...terrain.files].map(([path, bytes]) => [`${build}/${path}`, bytes] as const),
    ]),
  };
}

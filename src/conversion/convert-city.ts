// A whole city in memory: dropped files in, an in-memory package out. Runs in a browser worker or anywhere.

import { type CityManifest, parseCityManifest } from '#contract/city-package.ts';
import type { Geoid } from '#model/geoid.ts';
import { type ConvertOptions, convertBuildings, toBuildName } from './convert.ts';
import { buildFootingsTerrain } from './footings-terrain.ts';
import type { HeightRules } from './footprints/height.ts';
import { glbReady } from './gltf/glb.ts';
import { toByteSource } from './json/byte-source.ts';
import { createMemoryHost } from './memory-host.ts';
import { type FindingCounts, Findings } from './report.ts';
import { scanInput } from './scan.ts';
import { crsOf, type Ground } from './workshop.ts';

export interface CityFile {
  readonly name: string;
  /** Unpacked: gzip is the caller's part. */
  readonly bytes: Uint8Array;
}

export interface ConvertCityOptions extends ConvertOptions {
  readonly id: string;
  readonly name: string;
  /** IANA name of the zone at a longitude and latitude (deg). */
  readonly timeZoneAt: (longitudeDeg: number, latitudeDeg: number) => string;
  readonly geoid: Geoid;
  /** Overrides what the files say. */
  readonly crs?: string | undefined;
  /** Level of detail; the highest by default. */
  readonly lod?: number | undefined;
  readonly heights?: HeightRules | undefined;
  /** Ground under footprints, where a terrain is known. */
  readonly ground?: Ground | undefined;
  /** Tiles packed by meshopt, as by default, or plain for readers without it. */
  readonly isCompressed?: boolean | undefined;
  /** Called between pieces of work of a few ms to 100 ms. */
  readonly onTask?: () => Promise<void>;
}

export interface ConvertedCity {
  readonly manifest: CityManifest;
  /** Every file of the package but city.json, by its path in the manifest (`<build>/…`). */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly report: CityReport;
}

export interface CityReport {
  readonly features: number;
  /** Features by object class. */
  readonly classes: Readonly<Record<string, number>>;
  readonly findings: FindingCounts;
}

/** Converts CityJSON, CityJSONSeq and GeoJSON footprints; throws `InputError` for what can't be read. */
export async function convertCity(
  files: readonly CityFile[],
  options: ConvertCityOptions,
): Promise<ConvertedCity> {
  await glbReady;
  const findings = new Findings();
  const scanned = await Promise.all(
    files.map(({ name, bytes }, number) =>
      scanInput(toByteSource(name, bytes), number, options, findings),
    ),
  );
  const { geoid, ground, isCompressed, onTask } = options;
  const memory = createMemoryHost({
    inputs: files,
    geoid,
    ground,
    isCompressed,
    ...(onTask ? { onTask } : {}),
  });
  const converted = await convertBuildings(scanned, findings, memory.host, options);
  const terrain = await buildFootingsTerrain(converted.footings, converted.boundsDeg, geoid, {
    onTask,
    onProgress: (done, total) => options.onProgress?.('terrain', done, total),
  });
  const build = toBuildName(converted.fingerprints);
  const crs = scanned[0] && crsOf(scanned[0].input);
  const { layer } = converted;
  const [west, south, east, north] = converted.boundsDeg;
  const manifest = parseCityManifest(
    {
      format: 'panopolis-city',
      version: 1,
      id: options.id,
      name: options.name,
      build,
      boundsDeg: [...converted.boundsDeg],
      heightM: [...converted.heightM],
      crs: { horizontal: crs?.horizontal.code ?? '', vertical: crs?.vertical.code ?? '' },
      timeZone: options.timeZoneAt((west + east) / 2, (south + north) / 2),
      sources: scanned.map(({ input: { file }, format }, number) => ({
        file,
        format,
        features: converted.featuresByInput[number] ?? 0,
      })),
      layers: [
        {
          ...layer,
          tileset: `${build}/${layer.tileset}`,
          index: `${build}/${layer.index}`,
          ...(layer.footprints && { footprints: `${build}/${layer.footprints}` }),
          columns: layer.columns.map((column) => ({ ...column, path: `${build}/${column.path}` })),
        },
        { ...terrain.layer, tiles: `${build}/${terrain.layer.tiles}` },
      ],
    },
    'city.json',
  );
  return {
    manifest,
    files: new Map(
      [...memory.files, ...terrain.files].map(([path, bytes]) => [`${build}/${path}`, bytes]),
    ),
    report: {
      features: layer.count,
      classes: Object.fromEntries(converted.classes),
      findings: findings.counts,
    },
  };
}

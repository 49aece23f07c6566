// All layers of a city, in the order in which one needs the other: buildings, terrain, then what stands on it.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CityManifest, PackageLayer } from '#contract/city-package.ts';
import { hashBytes } from '#conversion/content-hash.ts';
import type { ConvertedBuildings } from '#conversion/convert.ts';
import type { ScannedInput } from '#conversion/input.ts';
import type { NetworkReport } from '#conversion/networks/network-report.ts';
import { crsOf } from '#conversion/workshop.ts';
import type { CompoundCrs } from '#model/crs.ts';
import { createGeoid, type Geoid } from '#model/geoid.ts';
import { InputError } from '#model/input-error.ts';
import { fromDegrees } from '#model/units.ts';
import type { Footing } from '../terrain/index.ts';
import { type BuiltBuildings, buildBuildings } from './build-buildings.ts';
import { buildCollections } from './build-collections.ts';
import { createGroundBuilder } from './build-ground.ts';
import { buildMap } from './build-map.ts';
import { buildNetworks } from './build-networks.ts';
import { buildSensors } from './build-sensors.ts';
import type { CityPlace } from './city-place.ts';
import type { InputRole } from './classify.ts';
import { toFootings } from './footings.ts';
import { loadGeoidGrid } from './geoid-file.ts';
import { type IngestOptions, type Opened, secondsSince, toSource } from './ingest-options.ts';
import { type BuiltModels, buildModels } from './models/build-models.ts';
import {
  foreseeBounds,
  joinPlaces,
  modelCrs,
  siteFor,
  toModelFootings,
} from './models/model-site.ts';
import type { Workplace } from './publish.ts';
import { type ReadNetworks, readNetworks } from './read-networks.ts';
import { openTerrain } from './terrain-tool.ts';

export interface Built {
  readonly scanned: readonly ScannedInput[];
  readonly buildings: ConvertedBuildings | undefined;
  readonly models: BuiltModels;
  readonly networks: readonly NetworkReport[];
  readonly layers: readonly PackageLayer[];
  readonly boundsDeg: readonly [number, number, number, number];
  readonly heightM: readonly [number, number];
  readonly crs: CompoundCrs | undefined;
  readonly sources: CityManifest['sources'];
  readonly fingerprints: readonly string[];
  readonly notes: readonly string[];
  readonly stages: StageSeconds;
}

/** Wall time by stage, s. */
export interface StageSeconds {
  readonly scan: number;
  readonly buildings: number;
  readonly models: number;
  readonly terrain: number;
  readonly basemap: number;
  /** Collections, hydraulic models and sensors. */
  readonly features: number;
}

export async function buildLayers(
  opened: readonly Opened[],
  workplace: Workplace,
  options: IngestOptions,
): Promise<Built> {
  const byRole = (role: InputRole) => opened.filter((input) => input.role === role);
  const terrainInputs = byRole('terrain');
  const elevationFiles =
    terrainInputs.length > 0
      ? { files: terrainInputs.map(({ plainPath }) => plainPath), crs: options.crs }
      : undefined;
  const elevation = elevationFiles && (await openTerrain(elevationFiles, options.signal));
  const conversion = await buildBuildings(byRole('buildings'), elevationFiles, workplace, options);
  const { scanned, buildings } = conversion;
  const ownBoundsDeg = buildings?.boundsDeg ?? elevation?.boundsDeg;
  const ownCrs = scanned[0] ? crsOf(scanned[0].input) : elevation?.crs;
  const modelsStarted = performance.now();
  const site = siteFor(ownBoundsDeg, ownCrs, buildings, elevation);
  const ground = createGroundBuilder(workplace, options);
  const models = await buildModels(byRole('model'), site, workplace, options, (stands) => {
    const alone = ownBoundsDeg ? undefined : foreseeBounds(stands);
    if (alone) ground.foresee(toModelFootings(stands), alone);
  });
  const modelSeconds = secondsSince(modelsStarted);
  const geoid = createGeoid(await loadGeoidGrid());
  const modelledBoundsDeg = joinPlaces(ownBoundsDeg, models);
  const read = await readNetworks(
    byRole('network'),
    byRole('collection'),
    { crs: ownCrs ?? modelCrs(models), boundsDeg: modelledBoundsDeg, geoid },
    options,
    models.converted,
  );
  const boundsDeg = union(modelledBoundsDeg, read.boundsDeg);
  if (!boundsDeg) {
    throw new InputError(
      { file: options.files.map((file) => basename(file)).join(', ') },
      'there are neither buildings nor models, networks nor terrain in it, so there is no city to place.',
    );
  }
  const terrainStarted = performance.now();
  const footings = footingsOf(buildings, models, read, boundsDeg, geoid);
  const terrain = await ground.build(elevation, footings, boundsDeg);
  const terrainSeconds = secondsSince(terrainStarted);
  const basemapStarted = performance.now();
  const basemap = await buildMap(byRole('basemap'), boundsDeg, workplace, options);
  const basemapSeconds = secondsSince(basemapStarted);
  const featuresStarted = performance.now();
  const crs = ownCrs ?? modelCrs(models) ?? read.crs;
  const city: CityPlace = {
    boundsDeg,
    crs,
    geoid,
    groundAt: terrain.heightAt,
  };
  const collections = await buildCollections(byRole('collection'), city, workplace, options);
  const networks = await buildNetworks(byRole('network'), read, city, workplace, options);
  const sensors = buildSensors(byRole('sensors'), city, workplace, options);
  const heights = [terrain.heightM, ...models.converted.map(({ heightM }) => heightM)];
  if (buildings) heights.push(buildings.heightM);
  return {
    scanned,
    buildings,
    models,
    networks: networks.reports,
    layers: withOwnIds([
      ...(buildings ? [buildings.layer] : []),
      ...models.layers,
      terrain.layer,
      ...basemap.layers,
      ...collections.layers,
      ...networks.layers,
      ...sensors.layers,
    ]),
    boundsDeg,
    heightM: [
      Math.min(...heights.map(([low]) => low)),
      Math.max(...heights.map(([, high]) => high)),
    ],
    crs,
    sources: [
      ...sourcesOf(conversion, options),
      ...models.sources,
      ...terrainInputs.map(({ source: { file } }, at) => {
        const surveyed = options.surveyDate ?? elevation?.surveyed[at];
        const source = toSource(file, 'elevation model', 0, options);
        return surveyed === undefined ? source : { ...source, surveyed };
      }),
      ...basemap.sources.map((source) => ({
        ...toSource(source.file, source.format, source.features, options),
        ...source,
      })),
      ...collections.sources,
      ...networks.sources,
      ...sensors.sources,
    ],
    fingerprints: [
      ...(buildings?.fingerprints ?? []),
      ...models.fingerprints,
      ...hashFolder(workplace.packageFolder, 'terrain'),
      ...hashFolder(workplace.packageFolder, 'basemap'),
      ...collections.fingerprints,
      ...networks.fingerprints,
      ...sensors.fingerprints,
    ],
    notes: [...models.notes, ...terrain.report, ...basemap.notes],
    stages: {
      ...conversion.seconds,
      models: modelSeconds,
      terrain: terrainSeconds,
      basemap: basemapSeconds,
      features: secondsSince(featuresStarted),
    },
  };
}

type Bounds = Built['boundsDeg'];

const union = (a: Bounds | undefined, b: Bounds | undefined): Bounds | undefined =>
  a && b
    ? [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
    : (a ?? b);

/** The ground by whatever stands on it; a network that knows no level lies at mean sea level. */
function footingsOf(
  buildings: ConvertedBuildings | undefined,
  models: BuiltModels,
  { footings }: ReadNetworks,
  [west, south, east, north]: Built['boundsDeg'],
  geoid: Geoid,
): readonly Footing[] {
  if (buildings) return toFootings(buildings);
  if (models.converted.length > 0) {
    return toModelFootings(models.converted.map(({ model }) => model));
  }
  if (footings.length > 0) return footings;
  const [longitude, latitude] = [fromDegrees((west + east) / 2), fromDegrees((south + north) / 2)];
  return [{ longitude, latitude, groundM: geoid(longitude, latitude) }];
}

const sourcesOf = ({ scanned, buildings }: BuiltBuildings, options: IngestOptions) =>
  scanned.map(({ input: { file }, format }, number) =>
    toSource(file, format, buildings?.featuresByInput[number] ?? 0, options),
  );

function withOwnIds(layers: readonly PackageLayer[]): readonly PackageLayer[] {
  const seen = new Set<string>();
  for (const { id, kind } of layers) {
    if (seen.has(id)) {
      throw new InputError(
        { file: id, at: 'id' },
        `a ${kind} has the id of another layer of the city; expected its own.`,
      );
    }
    seen.add(id);
  }
  return layers;
}

function hashFolder(root: string, folder: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => /\.\w+$/.test(entry) && !/\.(gz|br)$/.test(entry))
    .toSorted()
    .map((entry) => `${folder}/${entry} ${hashBytes(readFileSync(join(root, folder, entry)))}`);
}

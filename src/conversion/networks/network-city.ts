// Networks alone as a city in memory: their place is the city's, their nodes' levels are its ground.

import { type CityManifest, type NetworkLayer, parseCityManifest } from '#contract/city-package.ts';
import type { Geoid } from '#model/geoid.ts';
import { fromDegrees } from '#model/units.ts';
import { hashBytes } from '../content-hash.ts';
import { toBuildName } from '../convert.ts';
import { buildFootingsTerrain } from '../footings-terrain.ts';
import { createFootingsSurface, type Surface } from '../terrain/surface.ts';
import { toCollectionFiles } from './collection-files.ts';
import { fillLevels } from './fill-levels.ts';
import { importNetworks, type NetworkWishes } from './import-networks.ts';
import { boundsOf, groundOf, type NetworkGround } from './network-ground.ts';
import type { NetworkReport } from './network-report.ts';
import type { PlacedNetwork } from './place-network.ts';
import type { NetworkFile } from './read-network-files.ts';

export interface NetworkCityOptions {
  readonly id: string;
  readonly name: string;
  readonly geoid: Geoid;
  readonly timeZoneAt: (longitudeDeg: number, latitudeDeg: number) => string;
  readonly onTask?: (() => Promise<void>) | undefined;
  readonly onProgress?:
    | ((stage: 'read' | 'terrain', done: number, total: number) => void)
    | undefined;
}

export interface NetworkCity {
  readonly manifest: CityManifest;
  /** Every file of the package but city.json, by its path in the manifest. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly reports: readonly NetworkReport[];
}

/** Throws `InputError`, with the code `crs-missing` where nobody says where they lie. */
export async function convertNetworkCity(
  files: readonly NetworkFile[],
  wishes: NetworkWishes,
  options: NetworkCityOptions,
): Promise<NetworkCity> {
  const { id, name, geoid, onTask, onProgress } = options;
  onProgress?.('read', 0, 1);
  const { networks, reports } = await importNetworks(files, wishes, { geoid });
  await onTask?.();
  onProgress?.('read', 1, 1);
  const boundsDeg = boundsOf(networks);
  if (!boundsDeg) throw new Error('There is no network in the files.');
  const ground = withGround(groundOf(networks), boundsDeg, geoid);
  const terrain = await buildFootingsTerrain(ground, boundsDeg, geoid, {
    onTask,
    onProgress: (done, total) => onProgress?.('terrain', done, total),
  });
  const groundAt = surfaceOf(ground, boundsDeg, geoid);
  const filled = networks.map((placed) => fillLevels(placed, groundAt, wishes.coverM));
  const built = new Map<string, Uint8Array>(terrain.files);
  const layers: CityManifest['layers'] = [
    terrain.layer,
    ...filled.flatMap((placed) => {
      const collections = toCollectionFiles(placed, geoid);
      for (const { layer, bytes } of collections) built.set(layer.items, bytes);
      return collections.map(({ layer }) => layer);
    }),
    ...addModels(files, filled, built),
  ];
  const build = toBuildName([...built].map(([path, bytes]) => `${path} ${hashBytes(bytes)}`));
  const [west, south, east, north] = boundsDeg;
  const heights = [...ground.groundM];
  const crs = networks[0]?.crs;
  const manifest = {
    format: 'panopolis-city',
    version: 1,
    id,
    name,
    build,
    boundsDeg: [...boundsDeg],
    heightM: [Math.min(...heights), Math.max(...heights)],
    crs: {
      horizontal: crs?.horizontal.code ?? 'OGC:CRS84',
      vertical: crs?.vertical.code ?? 'ellipsoidal',
    },
    timeZone: options.timeZoneAt((west + east) / 2, (south + north) / 2),
    sources: files.map((file) => ({ file: file.name, format: 'network', features: 0 })),
    layers: layers.map((layer) => inBuild(layer, build)),
  };
  const named = new Map([...built].map(([path, bytes]) => [`${build}/${path}`, bytes] as const));
  const report = new TextEncoder().encode(JSON.stringify({ networks: reports }, null, 2));
  named.set(`${build}/report.json`, report);
  return {
    manifest: parseCityManifest(manifest, 'city.json'),
    files: named,
    reports: reports.map((one, at) => ({
      ...one,
      assumptions: filled[at]?.network.assumptions ?? one.assumptions,
    })),
  };
}

type Bounds = readonly [number, number, number, number];

/** Where no node tells its level, the ground is mean sea level. */
function withGround(ground: NetworkGround, [west, south, east, north]: Bounds, geoid: Geoid) {
  if (ground.groundM.length > 0) return ground;
  const longitude = fromDegrees((west + east) / 2);
  const latitude = fromDegrees((south + north) / 2);
  return {
    longitude: Float64Array.of(longitude),
    latitude: Float64Array.of(latitude),
    groundM: Float32Array.of(geoid(longitude, latitude)),
  };
}

function surfaceOf({ longitude, latitude, groundM }: NetworkGround, bounds: Bounds, geoid: Geoid) {
  const [west, south, east, north] = bounds.map(fromDegrees);
  let surface: Surface | undefined;
  // Most networks tell all their levels, and the surface takes a second.
  return (lon: number, lat: number) => {
    surface ??= createFootingsSurface(
      { longitudes: longitude, latitudes: latitude, groundsM: Float64Array.from(groundM) },
      [west ?? 0, south ?? 0, east ?? 0, north ?? 0],
      geoid,
    );
    return surface.heightAt(lon, lat);
  };
}

/** The models as they are. */
function addModels(
  files: readonly NetworkFile[],
  networks: readonly PlacedNetwork[],
  built: Map<string, Uint8Array>,
): NetworkLayer[] {
  return networks.flatMap(({ network }): NetworkLayer[] => {
    const { source, utility } = network;
    const file = files.find(({ name }) => name === source.file);
    if (!file || (source.format !== 'epanet-inp' && source.format !== 'swmm-inp')) return [];
    const path = `networks/${network.id}.inp`;
    built.set(path, file.bytes);
    const isDrain = utility === 'storm' || utility === 'sanitary' || utility === 'combined';
    return [
      {
        kind: 'network',
        id: `network-${network.id}`,
        name: network.name,
        network: isDrain ? utility : 'water',
        format: source.format,
        model: path,
        collections: network.id,
      },
    ];
  });
}

type Layer = CityManifest['layers'][number];

function inBuild(layer: Layer, build: string): Layer {
  if (layer.kind === 'collection') return { ...layer, items: `${build}/${layer.items}` };
  if (layer.kind === 'network') return { ...layer, model: `${build}/${layer.model}` };
  if (layer.kind === 'terrain') return { ...layer, tiles: `${build}/${layer.tiles}` };
  return layer;
}

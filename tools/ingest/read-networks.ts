// The networks of an ingest, read and placed before there is ground: alone they say where the city lies.

import { importModelNetworks } from '#conversion/networks/ifc/import-model-networks.ts';
import {
  type ImportedNetworks,
  importNetworks,
  usualWishes,
} from '#conversion/networks/import-networks.ts';
import { boundsOf, groundOf } from '#conversion/networks/network-ground.ts';
import type { CompoundCrs } from '#model/crs.ts';
import type { Geoid } from '#model/geoid.ts';
import { InputError } from '#model/input-error.ts';
import type { Footing } from '../terrain/index.ts';
import { widen } from './build-map.ts';
import type { FileSource } from './file-source.ts';
import type { IngestOptions, Opened } from './ingest-options.ts';
import type { ConvertedModel } from './models/model-job.ts';

type Bounds = readonly [number, number, number, number];

const ORIGIN = [0, 0, 0] as const;

export interface ReadNetworks extends ImportedNetworks {
  readonly boundsDeg: Bounds | undefined;
  /** The ground as far as the networks tell it. */
  readonly footings: readonly Footing[];
  readonly crs: CompoundCrs | undefined;
}

interface City {
  readonly crs: CompoundCrs | undefined;
  readonly boundsDeg: Bounds | undefined;
  readonly geoid: Geoid;
}

/** A model whose pipes come as a collection of their own is left out: they are drawn already. */
export async function readNetworks(
  inputs: readonly Opened[],
  collections: readonly Opened[],
  city: City,
  options: IngestOptions,
  models: readonly ConvertedModel[] = [],
): Promise<ReadNetworks> {
  const hasOwnPipes = collections.some(({ source }) => holdsPipes(source));
  const wanted = inputs.filter(
    ({ source }) => !(hasOwnPipes && /\.inp(\.gz)?$/i.test(source.file)),
  );
  const files = wanted.map(({ source }) => ({
    name: source.file,
    bytes: source.read(0, source.size),
  }));
  const wishes = { ...usualWishes, crs: options.crs, ...options.networks };
  const home = {
    geoid: city.geoid,
    crs: city.crs?.horizontal.code,
    vertical: city.crs?.vertical,
  };
  const own = await importNetworks(files, wishes, home);
  if (city.boundsDeg) checkPlaces(own, city.boundsDeg);
  const inModels = models.flatMap(({ model, systems }) => {
    const [reading] = model.georeferencing.readings;
    if (!reading || systems.networks.length === 0) return [];
    const stand = { placement: reading.placement, originM: model.originM ?? ORIGIN };
    return [importModelNetworks(systems.networks, stand, wishes, home)];
  });
  const read = {
    networks: [own, ...inModels].flatMap(({ networks }) => networks),
    reports: [own, ...inModels].flatMap(({ reports }) => reports),
  };
  const { longitude, latitude, groundM } = groundOf(read.networks);
  return {
    ...read,
    boundsDeg: boundsOf(read.networks),
    footings: Array.from(groundM, (ground, at) => ({
      longitude: longitude[at]!,
      latitude: latitude[at]!,
      groundM: ground,
    })),
    crs: read.networks[0]?.crs,
  };
}

const HEAD_BYTES = 4096;

/** Whether a collection is called `pipes-…` and so is what a network is drawn from. */
function holdsPipes(source: FileSource): boolean {
  const head = new TextDecoder().decode(source.read(0, HEAD_BYTES));
  const features = head.search(/"features"\s*:/);
  const members = features < 0 ? head : head.slice(0, features);
  return /"id"\s*:\s*"pipes-/.test(members) || source.file.startsWith('pipes-');
}

const NEAR_DEG = 0.5;
const around = ([west, south, east, north]: Bounds): Bounds => [
  west - NEAR_DEG,
  south - NEAR_DEG,
  east + NEAR_DEG,
  north + NEAR_DEG,
];

function checkPlaces({ networks }: ImportedNetworks, boundsDeg: Bounds): void {
  for (const { network, toEarth, crs } of networks) {
    // A file that names its CRS may go on beyond what else there is of the city.
    const isSure = network.plane.kind === 'crs';
    const [west, south, east, north] = isSure ? around(boundsDeg) : widen(boundsDeg);
    for (const { id, point, at, placeAt } of network.nodes) {
      const [longitude, latitude] = toEarth(point);
      const isIn = longitude >= west && longitude <= east && latitude >= south && latitude <= north;
      if (isIn) continue;
      throw new InputError(
        { file: network.source.file, at: placeAt ?? at },
        `node ${id} stands at ${point[0]}, ${point[1]}, outside the city (${boundsDeg.map((angle) => angle.toFixed(3)).join(', ')}); expected coordinates in ${crs.horizontal.code}.`,
      );
    }
  }
}

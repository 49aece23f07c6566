// A street from west to east as a package in memory, for tests: homes in the west, shelters in the east. Metres from its
// beginning at 10° E, 54° N.

import type { AttributeColumn } from '#contract/city-package.ts';
import { formatTextColumn } from '#contract/column-data.ts';
import { createFeatureIndex } from '#contract/feature-index.ts';
import type { PlaceDeg, RingsDeg } from '#features/fire/contract.ts';
import type { TownFiles } from '../town/client.ts';
import type { ReadBytes } from '../town/read-bytes.ts';

const METRES_PER_DEGREE = 111_195;
const EAST = METRES_PER_DEGREE * Math.cos((54 * Math.PI) / 180);

export const placeAt = (eastM: number, northM = 0): PlaceDeg => [
  10 + eastM / EAST,
  54 + northM / METRES_PER_DEGREE,
];

/** From … to along the street, 60 m wide. */
export const stretch = (fromM: number, toM: number): RingsDeg => [
  [placeAt(fromM, -30), placeAt(toM, -30), placeAt(toM, 30), placeAt(fromM, 30)],
];

export interface Home {
  readonly id: string;
  readonly eastM: number;
  readonly day: number;
  readonly night: number;
}

export interface StreetPart {
  readonly id: string;
  readonly fromM: number;
  readonly toM: number;
  readonly lanes?: number;
  readonly oneWay?: boolean;
}

export interface Facility {
  readonly id: string;
  readonly kind: string;
  readonly eastM: number;
  readonly capacity: number;
  readonly needHelp_share?: number;
}

export interface StreetTown {
  readonly homes?: readonly Home[];
  readonly parts?: readonly StreetPart[];
  readonly facilities?: readonly Facility[];
}

export const oneHome: readonly Home[] = [{ id: 'B-1', eastM: 50, day: 10, night: 40 }];
/** Four parts of 300 m. */
export const fourParts: readonly StreetPart[] = [0, 300, 600, 900].map((fromM, at) => ({
  ...{ id: `S-${at + 1}`, fromM, toM: fromM + 300, lanes: 2 },
}));
export const oneShelter: readonly Facility[] = [
  { id: 'SHE-1', kind: 'shelter', eastM: 1190, capacity: 1000 },
];

export function aStreet({
  homes = oneHome,
  parts = fourParts,
  facilities = oneShelter,
}: StreetTown = {}): { readonly city: TownFiles; readonly read: ReadBytes } {
  const files = new Map<string, ArrayBuffer>();
  const lines = (name: string, features: readonly object[]) => {
    const text = features.map((one) => JSON.stringify(one)).join('\n');
    files.set(name, new TextEncoder().encode(text).buffer);
    return name;
  };
  const attributes: AttributeColumn[] = [];
  const column = (meta: Omit<AttributeColumn, 'path' | 'present'>, bytes: ArrayBuffer) => {
    attributes.push({ ...meta, path: meta.name, present: homes.length });
    files.set(meta.name, bytes);
  };
  column({ name: 'id', role: 'id', type: 'text' }, formatTextColumn(homes.map(({ id }) => id)));
  for (const [name, of] of [
    ['residentsNight', 'night'],
    ['peopleDay', 'day'],
  ] as const)
    column({ name, type: 'number' }, Float64Array.from(homes, (home) => home[of]).buffer);
  files.set('index', indexOf(homes));
  const city: TownFiles = {
    ...{ id: 'street', name: 'Street', build: 'b1', terrain: '' },
    crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
    buildings: { index: 'index' },
    columns: Object.fromEntries(attributes.map(({ name }) => [name, name])),
    attributes,
    collections: {
      streets: lines('streets', parts.map(toStreet)),
      facilities: lines('facilities', facilities.map(toFacility)),
    },
  };
  const bytesOf = async (url: string) => {
    const bytes = files.get(url);
    if (!bytes) throw new Error(`${url}: it is not there.`);
    return bytes;
  };
  return {
    city,
    read: { whole: bytesOf, range: async (url, from, to) => (await bytesOf(url)).slice(from, to) },
  };
}

function indexOf(homes: readonly Home[]): ArrayBuffer {
  const index = createFeatureIndex(homes.length);
  homes.forEach(({ eastM }, at) => {
    const [longitude, latitude] = placeAt(eastM, 10);
    index.longitude[at] = (longitude * Math.PI) / 180;
    index.latitude[at] = (latitude * Math.PI) / 180;
    index.radiusM[at] = 5;
  });
  const bytes = new Uint8Array(index.longitude.buffer.byteLength);
  bytes.set(new Uint8Array(index.longitude.buffer));
  return bytes.buffer;
}

const toStreet = ({ id, fromM, toM, lanes = 2, oneWay = false }: StreetPart) => ({
  ...{ type: 'Feature', id },
  geometry: { type: 'LineString', coordinates: [placeAt(fromM), placeAt(toM)] },
  properties: {
    ...{ name: 'Long Street', class: 'residential', speedLimit_kmh: 30, lanes, oneWay },
    ...{ fromNode: `X-${fromM}`, toNode: `X-${toM}`, length_m: toM - fromM },
  },
});

const toFacility = ({ id, kind, eastM, capacity, needHelp_share }: Facility) => ({
  ...{ type: 'Feature', id },
  geometry: { type: 'Point', coordinates: placeAt(eastM, 10) },
  properties: { kind, name: `${kind} ${id}`, capacity, needHelp_share },
});

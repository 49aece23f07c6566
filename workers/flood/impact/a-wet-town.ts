// A town of four buildings on two streets as a package in memory, for the tests of this folder and of the screens.

import type { AttributeColumn } from '#contract/city-package.ts';
import { formatTextColumn } from '#contract/column-data.ts';
import { createFeatureIndex } from '#contract/feature-index.ts';
import {
  describeFootprintChunk,
  formatFootprintChunk,
  formatFootprintDirectory,
} from '#contract/footprints.ts';
import type { ReadBytes } from '../../town/read-bytes.ts';
import type { FloodGround, Moment, ObservedRun } from '../parts.ts';
import type { FloodCity } from '../protocol.ts';

/** A cell is 1e-4 degrees wide and high, with its corner at 10° E, 54° N; 10 m a side by decree. */
const DEGREES = 1e-4;
export const townGrid = { width: 40, height: 20, cellM: 10 } as const;
export const placeAt = (column: number, row: number) =>
  [10 + column * DEGREES, 54 - row * DEGREES] as const;

interface House {
  readonly id: string;
  readonly column: number;
  readonly row: number;
  readonly use: string;
  readonly day: number;
  readonly night: number;
}

/** Homes in the west, the hospital in the middle, the fire station in the east; and one tree. */
const houses: readonly House[] = [
  { id: 'B-1', column: 4, row: 6, use: 'residential', day: 1, night: 4 },
  { id: 'B-2', column: 8, row: 6, use: 'residential', day: 2, night: 5 },
  { id: 'B-3', column: 16, row: 6, use: 'hospital', day: 300, night: 120 },
  { id: 'B-4', column: 34, row: 6, use: 'fire station', day: 20, night: 20 },
];

/** The street in the south runs from west to east in two parts; water at column 24 cuts the eastern one
 * from the rest of the world, which lies east of the grid. */
const streets = [
  { id: 'S-1', from: 'X-1', to: 'X-2', columns: [2.5, 20.5], buildings: ['B-1', 'B-2', 'B-3'] },
  { id: 'S-2', from: 'X-2', to: 'X-3', columns: [20.5, 38.5], buildings: ['B-4'] },
  { id: 'S-3', from: 'X-3', to: 'X-4', columns: [38.5, 80], buildings: [] },
] as const;
export const STREET_ROW = 10;

export interface WetTown {
  readonly city: FloodCity;
  readonly read: ReadBytes;
  readonly ground: FloodGround;
  /** Files of the package by their address, to be changed before they are read. */
  readonly files: Map<string, ArrayBuffer>;
}

export function aWetTown(options: { readonly hasFootprints?: boolean } = {}): WetTown {
  const { hasFootprints = true } = options;
  const files = new Map<string, ArrayBuffer>();
  const file = (name: string, bytes: ArrayBuffer) => {
    files.set(name, bytes);
    return name;
  };
  const lines = (name: string, features: readonly object[]) =>
    file(
      name,
      new TextEncoder().encode(features.map((one) => JSON.stringify(one)).join('\n')).buffer,
    );
  const columns: AttributeColumn[] = [];
  const addresses: Record<string, string> = {};
  const column = (meta: Omit<AttributeColumn, 'path' | 'present'>, bytes: ArrayBuffer) => {
    columns.push({ ...meta, path: meta.name, present: houses.length });
    addresses[meta.name] = file(`column/${meta.name}`, bytes);
  };
  const numbers = (name: string, values: readonly number[], role?: AttributeColumn['role']) =>
    column(
      { name, type: 'number', ...(role && { role }) },
      Float64Array.from([...values, 0]).buffer,
    );
  const uses = [...new Set(houses.map(({ use }) => use))];
  column(
    { name: 'id', role: 'id', type: 'text' },
    formatTextColumn([...houses.map(({ id }) => id), 'T-1']),
  );
  column(
    {
      name: 'class',
      role: 'class',
      type: 'category',
      values: ['Building', 'SolitaryVegetationObject'],
    },
    Uint16Array.of(0, 0, 0, 0, 1).buffer,
  );
  column(
    { name: 'use', role: 'use', type: 'category', values: uses },
    Uint16Array.from([...houses.map(({ use }) => uses.indexOf(use)), 0xffff]).buffer,
  );
  numbers(
    'storeysAboveGround',
    houses.map(() => 2),
    'storeys',
  );
  numbers(
    'storeysBelowGround',
    houses.map(({ id }) => (id === 'B-2' ? 1 : 0)),
  );
  numbers(
    'floorArea',
    houses.map(() => 400),
  );
  numbers(
    'residentsNight',
    houses.map(({ night }) => night),
  );
  numbers(
    'peopleDay',
    houses.map(({ day }) => day),
  );
  const city: FloodCity = {
    id: 'wet-town',
    name: 'Wet Town',
    crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
    grid: 'grid',
    build: 'b1',
    terrain: 'terrain',
    buildings: {
      index: file('index', indexBytes()),
      ...(hasFootprints && { footprints: file('footprints', footprintBytes()) }),
    },
    columns: addresses,
    attributes: columns,
    collections: {
      streets: lines('streets', streets.map(toStreet)),
      facilities: lines('facilities', [
        toPoint('HOS-1', houses[2], { kind: 'hospital', name: 'St. John', building: 'B-3' }),
        toPoint('FIR-1', houses[3], { kind: 'fireStation', name: 'Station East', building: 'B-4' }),
      ]),
      'underground-entrances': lines('entrances', [
        toPoint(
          'U-1-A',
          { column: 12, row: 14 },
          {
            ...{ kind: 'stairs', station: 'U-1', name: 'Central', sill_m: 2.2 },
          },
        ),
      ]),
      'underground-stations': lines('stations', [
        toPoint('U-1', { column: 12, row: 14 }, { name: 'Central', lowestEntrance_m: 2.2 }),
      ]),
    },
  };
  const bytesOf = async (url: string) => {
    const bytes = files.get(url);
    if (!bytes) throw new Error(`${url}: it is not there.`);
    return bytes;
  };
  return {
    city,
    files,
    read: {
      whole: bytesOf,
      range: async (url, from, to) => (await bytesOf(url)).slice(from, to),
    },
    ground: aGround(),
  };
}

/** Flat ground at 2 m, and a river of half a metre in the two northernmost rows. */
function aGround(): FloodGround {
  const { width, height, cellM } = townGrid;
  const zM = new Float32Array(width * height).fill(2);
  return {
    grid: { width, height, cellM, zM, manning: new Float32Array(width * height).fill(0.03) },
    place: {
      ...{ width, height, cellM, zM },
      raster: {
        crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
        ...{ west: 0, north: 0, cellX: cellM, cellY: cellM },
      },
      lattice: {
        ...{ step: 40, columns: 2, rows: 2 },
        longitudeRad: new Float64Array(4),
        latitudeRad: new Float64Array(4),
        geoidM: new Float32Array(4),
      },
    },
    depthM: zM.map((_, cell) => (cell < width * 2 ? 0.5 : 0)),
    edges: [],
    structures: [],
    terrain: 'made up',
    toGrid: ([longitude, latitude]) => [(longitude - 10) / DEGREES, (54 - latitude) / DEGREES],
    toPlace: (cell) => placeAt((cell % width) + 0.5, Math.floor(cell / width) + 0.5),
  };
}

/** A run on it, and moments of still water over a part of its columns. */
export const aRunOn = ({ city, ground }: WetTown, run = 'r'): ObservedRun => ({
  ...{ run, city, ground },
  scenario: {
    id: run,
    name: 'Test',
    hazard: 'river',
    startMs: 0,
    durationS: 3600,
    boundsDeg: [10, 53.998, 10.004, 54],
    cellM: 10,
    scheme: 'auto',
    backend: 'auto',
    sources: [],
    structures: [],
    buildings: 'walls',
    sillM: 0.3,
    ground: { kind: 'none' },
    hasSewers: false,
    roughnessFactor: 1,
  },
});

export function aMoment(
  timeS: number,
  depthAt: (column: number, row: number) => number,
  isKept = true,
): Moment {
  const { width, height } = townGrid;
  const depthM = Float32Array.from({ length: width * height }, (_, cell) =>
    Math.max(cell < width * 2 ? 0.5 : 0, depthAt(cell % width, Math.floor(cell / width))),
  );
  const still = new Float32Array(width * height);
  const never = still.map(() => Number.NaN);
  return {
    ...{ timeS, isKept },
    state: { timeS, depthM, uMs: still, vMs: still },
    maxima: {
      ...{ timeS, depthM, speedMs: still, hazardRating: depthM, depthSpeedM2s: still },
      ...{ arrivalS: [never, never, never], durationS: [still, still, still] },
      timeOfMaximumS: still,
    },
  };
}

function indexBytes(): ArrayBuffer {
  const index = createFeatureIndex(houses.length + 1);
  for (const [at, { column, row }] of [...houses, { column: 2, row: 16 }].entries()) {
    const [longitude, latitude] = placeAt(column, row);
    index.longitude[at] = (longitude * Math.PI) / 180;
    index.latitude[at] = (latitude * Math.PI) / 180;
    index.radiusM[at] = 10;
  }
  const bytes = new Uint8Array(index.longitude.buffer.byteLength);
  bytes.set(new Uint8Array(index.longitude.buffer));
  return bytes.buffer;
}

/** A square of one cell and a half around each centre; the tree has none. */
function footprintBytes(): ArrayBuffer {
  const ring = ({ column, row }: House) =>
    [
      [-0.7, -0.7],
      [0.7, -0.7],
      [0.7, 0.7],
      [-0.7, 0.7],
    ].flatMap(([x = 0, y = 0]) => placeAt(column + x, row + y));
  const chunk = formatFootprintChunk([...houses.map((house) => [ring(house)]), []]);
  const directory = formatFootprintDirectory([describeFootprintChunk(chunk)]);
  const bytes = new Uint8Array(directory.length + chunk.length);
  bytes.set(directory);
  bytes.set(chunk, directory.length);
  return bytes.buffer;
}

const toPoint = (
  id: string,
  at: { readonly column: number; readonly row: number } | undefined,
  properties: object,
) => ({
  ...{ type: 'Feature', id, properties },
  geometry: { type: 'Point', coordinates: placeAt(at?.column ?? 0, at?.row ?? 0) },
});

const toStreet = ({ id, from, to, columns, buildings }: (typeof streets)[number]) => ({
  ...{ type: 'Feature', id },
  properties: {
    ...{ name: `Street ${id}`, class: 'collector', fromNode: from, toNode: to },
    ...{ length_m: (columns[1] - columns[0]) * 10, speedLimit_kmh: 50 },
    buildings,
    buildingStations_m: buildings.map((one) => {
      const house = houses.find((own) => own.id === one);
      return ((house?.column ?? 0) - columns[0]) * 10;
    }),
  },
  geometry: {
    type: 'LineString',
    coordinates: columns.map((column) => placeAt(column, STREET_ROW + 0.5)),
  },
});

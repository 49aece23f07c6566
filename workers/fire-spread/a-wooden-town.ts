// Rows of wooden houses, 10 m wide and 3 m apart, as a package in memory, for the tests of this worker and of its session.

import type { AttributeColumn } from '#contract/city-package.ts';
import { formatTextColumn } from '#contract/column-data.ts';
import { createFeatureIndex } from '#contract/feature-index.ts';
import {
  describeFootprintChunk,
  formatFootprintChunk,
  formatFootprintDirectory,
} from '#contract/footprints.ts';
import type { BuildingRef, FireScenario } from '#features/fire/contract.ts';
import type { TownFiles } from '../town/client.ts';
import type { ReadBytes } from '../town/read-bytes.ts';
import { createLocalPlane } from './town/local-plane.ts';

const plane = createLocalPlane(10, 54);
const PITCH_M = 13;
const PEOPLE = 4;

export interface WoodenTown {
  readonly city: TownFiles;
  readonly read: ReadBytes;
  building(house: number): BuildingRef;
  fireAt(house: number, more?: Partial<FireScenario>): FireScenario;
}

export interface WoodenTownOptions {
  /** In a square, west to east, then north; a tree stands first in the city's index. */
  readonly perSide?: number;
  readonly construction?: (house: number) => string;
  readonly hasFootprints?: boolean;
}

export function aWoodenTown(options: WoodenTownOptions = {}): WoodenTown {
  const { perSide = 5, construction = () => 'timber', hasFootprints = true } = options;
  const houses = perSide * perSide;
  const files = new Map<string, ArrayBuffer>();
  const columns: AttributeColumn[] = [];
  const addresses: Record<string, string> = {};
  const file = (name: string, bytes: ArrayBuffer) => {
    files.set(name, bytes);
    return name;
  };
  const column = (meta: Omit<AttributeColumn, 'path' | 'present'>, bytes: ArrayBuffer) => {
    columns.push({ ...meta, path: meta.name, present: houses });
    addresses[meta.name] = file(`column/${meta.name}`, bytes);
  };
  const all = Array.from({ length: houses }, (_, at) => at);
  column(
    { name: 'id', role: 'id', type: 'text' },
    formatTextColumn(['T-1', ...all.map((house) => `H-${house}`)]),
  );
  column(
    {
      ...{ name: 'class', role: 'class', type: 'category' },
      values: ['Building', 'SolitaryVegetationObject'],
    },
    Uint16Array.from([1, ...all.map(() => 0)]).buffer,
  );
  const numbers = (name: string, value: number, role?: AttributeColumn['role']) =>
    column(
      { name, type: 'number', ...(role && { role }) },
      Float64Array.from([0, ...all.map(() => value)]).buffer,
    );
  numbers('storeysAboveGround', 2, 'storeys');
  numbers('residentsNight', PEOPLE);
  column({ name: 'construction', type: 'text' }, formatTextColumn(['', ...all.map(construction)]));
  const placeOf = (house: number) =>
    [(house % perSide) * PITCH_M, Math.floor(house / perSide) * PITCH_M] as const;
  const degrees = (xM: number, yM: number) =>
    [plane.toLongitudeDeg(xM), plane.toLatitudeDeg(yM)] as const;
  const city: TownFiles = {
    ...{ id: 'wooden-town', name: 'Wooden Town', build: 'b1', terrain: '' },
    crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
    buildings: {
      index: file('index', indexBytes(all.map((house) => degrees(...placeOf(house))))),
      ...(hasFootprints && {
        footprints: file(
          'footprints',
          footprintBytes(
            all.map((house) => {
              const [x, y] = placeOf(house);
              const corners = [
                [-5, -5],
                [5, -5],
                [5, 5],
                [-5, 5],
              ] as const;
              return corners.flatMap(([dx, dy]) => degrees(x + dx, y + dy));
            }),
          ),
        ),
      }),
    },
    columns: addresses,
    attributes: columns,
    collections: {},
  };
  const bytesOf = async (url: string) => {
    const bytes = files.get(url);
    if (!bytes) throw new Error(`${url}: it is not there.`);
    return bytes;
  };
  const building = (house: number): BuildingRef => ({
    ...{ id: `H-${house}`, index: house + 1, name: `House ${house}` },
    at: degrees(...placeOf(house)),
  });
  return {
    ...{ city, building },
    read: {
      whole: bytesOf,
      range: async (url, from, to) => (await bytesOf(url)).slice(from, to),
    },
    fireAt: (house, more = {}) => ({
      ...{ id: 'fire', name: 'Fire', startMs: Date.UTC(2026, 5, 1, 12), durationS: 7200 },
      ignitions: [{ building: building(house), timeS: 0 }],
      wind: [{ fromS: 0, speedMs: 0, fromRad: 0 }],
      air: {
        ...{ temperatureC: 20, humidity: 0.5, cloud: 0.5, stability: 'auto' },
        source: { kind: 'given' },
      },
      ...{ engines: [], defences: [], water: [], mode: 'isochrones', seed: 1 },
      ...more,
    }),
  };
}

function indexBytes(places: readonly (readonly [number, number])[]): ArrayBuffer {
  const index = createFeatureIndex(places.length + 1);
  for (const [at, [longitude, latitude]] of [[10, 54.001] as const, ...places].entries()) {
    index.longitude[at] = (longitude * Math.PI) / 180;
    index.latitude[at] = (latitude * Math.PI) / 180;
    index.groundM[at] = 40;
    index.topM[at] = 46;
    index.radiusM[at] = 7;
  }
  const bytes = new Uint8Array(index.longitude.buffer.byteLength);
  bytes.set(new Uint8Array(index.longitude.buffer));
  return bytes.buffer;
}

function footprintBytes(rings: readonly (readonly number[])[]): ArrayBuffer {
  const chunk = formatFootprintChunk([[], ...rings.map((ring) => [ring])]);
  const directory = formatFootprintDirectory([describeFootprintChunk(chunk)]);
  const bytes = new Uint8Array(directory.length + chunk.length);
  bytes.set(directory);
  bytes.set(chunk, directory.length);
  return bytes.buffer;
}

// Collections of small networks for tests, as a city package has them.

import type { CityManifest } from '#contract/city-package.ts';

type Properties = Readonly<Record<string, unknown>>;

const point = (id: string, longitude: number, properties: Properties) =>
  JSON.stringify({
    ...{ type: 'Feature', id, properties },
    geometry: { type: 'Point', coordinates: [longitude, 54, 10] },
  });

const pipe = (id: string, ends: readonly [string, string], at: number, properties: Properties) =>
  JSON.stringify({
    ...{ type: 'Feature', id },
    geometry: {
      type: 'LineString',
      coordinates: [
        [at, 54, 9],
        [at + 0.001, 54, 9],
      ],
    },
    properties: {
      ...{ fromNode: ends[0], toNode: ends[1], length_m: 65, innerDiameter_mm: 100 },
      ...properties,
    },
  });

const valve = (id: string, link: string, node: string, at: number, properties: Properties = {}) =>
  point(id, at, { kind: 'isolation', link, node, state: 'open', ...properties });

/** R — P1 — A — P2 — B — P3 — C in a row, a valve at either end of P2, a hydrant at A, customers at B and C. */
export const waterFiles: Readonly<Record<string, string>> = {
  'pipes-water': [
    pipe('P1', ['R', 'A'], 10, { network: 'water', material: 'steel', installDate: '1990' }),
    pipe('P2', ['A', 'B'], 10.001, { network: 'water', material: 'greyCastIron' }),
    pipe('P3', ['B', 'C'], 10.002, { network: 'water', material: 'steel', zone: 'high' }),
  ].join('\n'),
  'nodes-water': [
    point('R', 10, { kind: 'reservoir' }),
    point('A', 10.001, { kind: 'junction' }),
    point('B', 10.002, { kind: 'customer', customers: 2, critical: 'hospital', name: 'St. Anna' }),
    point('C', 10.003, { kind: 'customer', customers: 3 }),
    point('H', 10.001, { kind: 'hydrant', node: 'A', hydrantType: 'DN 80' }),
  ].join('\n'),
  'valves-water': [
    valve('V1', 'P2', 'A', 10.0011, { accessibility: 'under a bus shelter', diameter_mm: 100 }),
    valve('V2', 'P2', 'B', 10.0019),
  ].join('\n'),
};

export const stormFiles: Readonly<Record<string, string>> = {
  'pipes-storm': pipe('S1', ['M', 'O'], 10.001, { network: 'storm', material: 'concrete' }),
  'nodes-storm': [
    point('M', 10.001, { kind: 'manhole', rim_m: 5, invert_m: 3 }),
    point('O', 10.002, { kind: 'outfall', invert_m: 2 }),
  ].join('\n'),
  streets: JSON.stringify({
    ...{ type: 'Feature', id: 'S-1', properties: { name: 'Quellenweg' } },
    geometry: {
      type: 'LineString',
      coordinates: [
        [10.0005, 54.00005],
        [10.0015, 54.00005],
      ],
    },
  }),
};

/** A manifest with these collections below `base`. */
export const aCity = (id: string, collections: readonly string[]): CityManifest => ({
  ...{ format: 'panopolis-city', version: 1, id, name: id, build: '000000000000' },
  boundsDeg: [9, 53, 11, 55],
  heightM: [0, 20],
  crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
  timeZone: 'Europe/Berlin',
  sources: [],
  layers: collections.map((collection) => ({
    ...{ kind: 'collection', id: collection, name: `The ${collection}` },
    ...{ items: `${collection}.geojsonl`, count: 1, boundsDeg: [9, 53, 11, 55] },
  })),
});

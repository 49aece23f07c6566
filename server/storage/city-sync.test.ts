import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseCityManifest } from '#contract/city-package.ts';
import { aManifest, aTestHouse, type TestHouse } from '../test-house.ts';
import { syncCity } from './city-sync.ts';
import type { Database } from './database.ts';
import { boundsOf } from './features.ts';
import { aTestDatabase } from './test-database.ts';

const build = '0123456789ab';
const aPipe = (id: string, properties: object | null = {}, change: object = {}) => ({
  type: 'Feature',
  id,
  geometry: {
    type: 'LineString',
    coordinates: [
      [4.3, 52, 40],
      [4.4, 52.1, 41],
    ],
  },
  properties,
  ...change,
});
const collection = (id: string) => ({
  kind: 'collection',
  id,
  name: id,
  items: `${build}/${id}.ndjson`,
  count: 1,
  boundsDeg: [4.3, 52, 4.4, 52.1],
});
const sensorsLayer = {
  kind: 'sensors',
  id: 's',
  name: 's',
  items: `${build}/sensors.json`,
  count: 1,
};

describe('bringing a city into the database', () => {
  let database: Database;
  let house: TestHouse;
  beforeAll(async () => {
    database = await aTestDatabase();
    house = await aTestHouse();
  });
  afterAll(async () => {
    await database.close();
    await house.remove();
  });
  afterEach(() => database.query('truncate feature, city_build, thing cascade'));

  const write = (name: string, ...lines: unknown[]) =>
    house.write(
      `data/delft/${build}/${name}`,
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    );
  const sync = (layers: readonly object[], change: Record<string, unknown> = {}) => {
    const manifest = parseCityManifest(JSON.parse(aManifest({ layers, ...change })), 'city.json');
    return syncCity(database, manifest, `${house.dataFolder}/delft`);
  };
  const features = (columns = 'id') =>
    database.query(`select ${columns} from feature order by collection, place`);

  it('loads each collection in the order of its file, with bounds', async () => {
    await write('pipes.ndjson', aPipe('P-2', { diameter: 0.3 }), aPipe('P-1', null));
    await write('valves.ndjson', aPipe('V', {}, { geometry: null }), '');
    await sync([collection('pipes'), collection('valves')]);
    expect(await features('collection, id, place, bounds::text, properties')).toEqual([
      {
        collection: 'pipes',
        id: 'P-2',
        place: 1,
        bounds: '(4.4,52.1),(4.3,52)',
        properties: { diameter: 0.3 },
      },
      { collection: 'pipes', id: 'P-1', place: 2, bounds: '(4.4,52.1),(4.3,52)', properties: {} },
      { collection: 'valves', id: 'V', place: 1, bounds: null, properties: {} },
    ]);
    expect(await database.query('select * from city_build')).toEqual([{ city: 'delft', build }]);
  });

  it('keeps every text as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        // PostgreSQL's jsonb holds neither NUL nor half a surrogate pair; what could reach an object's prototype is
        // left out on purpose.
        fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
        async (text) => {
          await database.query('truncate city_build');
          const properties = { [text]: text, tab: `\t\\${text}\n"` };
          await write('pipes.ndjson', aPipe('P', properties));
          await sync([collection('pipes')]);
          expect(await features('properties')).toEqual([{ properties }]);
        },
      ),
      { numRuns: 20, examples: [['\\N'], ['\\.'], ['a\tb\r\n'], ['prototype'], ['constructor']] },
    );
  });

  it('leaves a build alone that is there, and replaces another one', async () => {
    await write('pipes.ndjson', aPipe('old'));
    await sync([collection('pipes')]);
    await write('pipes.ndjson', aPipe('new'));
    await sync([collection('pipes')]);
    expect(await features()).toEqual([{ id: 'old' }]);
    await sync([collection('pipes')], { build: 'ba9876543210' });
    expect(await features()).toEqual([{ id: 'new' }]);
  });

  it.each([
    ['{"type": ', `${build}/pipes.ndjson, line 2: it is no JSON.`],
    ['{"type": "Feature"}', `${build}/pipes.ndjson, line 2, id:`],
  ])('changes nothing where a line is %s, and says which', async (line, sentence) => {
    await write('pipes.ndjson', aPipe('kept'));
    await sync([collection('pipes')]);
    await write('pipes.ndjson', aPipe('lost'), line);
    await expect(sync([collection('pipes')], { build: 'ba9876543210' })).rejects.toThrow(sentence);
    expect(await features()).toEqual([{ id: 'kept' }]);
    expect(await database.query('select build from city_build')).toEqual([{ build }]);
  });

  it('says which file is missing', async () => {
    await expect(sync([collection('nowhere')])).rejects.toThrow('nowhere.ndjson');
    expect(await database.query('select build from city_build')).toEqual([]);
  });

  it('gives back the sensors with their numbers, from the database the second time', async () => {
    const datastreams = [{ id: 'level', property: 'waterLevel', intervalS: 60 }];
    const gauge = {
      id: 'R1',
      kind: 'river',
      name: 'R',
      longitudeDeg: 4,
      latitudeDeg: 52,
      heightM: 1,
      datastreams,
    };
    await write('sensors.json', {
      format: 'panopolis-sensors',
      version: 1,
      simulated: true,
      sensors: [gauge],
    });
    const first = await sync([sensorsLayer]);
    expect(first.simulated).toBe(true);
    expect(first.sensors[0]?.datastreams[0]?.number).toBeGreaterThan(0);
    await write('sensors.json', 'gone');
    expect(await sync([sensorsLayer])).toEqual(first);
  });

  it('is done once by several servers at once', async () => {
    await write('pipes.ndjson', aPipe('P'));
    await Promise.all([1, 2, 3].map(() => sync([collection('pipes')])));
    expect(await features()).toEqual([{ id: 'P' }]);
  });
});

describe('the bounds of a geometry', () => {
  it.each([
    [null, null],
    [{ type: 'Point', coordinates: [] }, null],
    [{ type: 'Point', coordinates: [4, 52, 9] }, '(4,52),(4,52)'],
    [
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [4, 52],
              [5, 51],
              [3, 50],
              [4, 52],
            ],
          ],
        ],
      },
      '(5,52),(3,50)',
    ],
    [
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [1, 2] },
          { type: 'Point', coordinates: [3, -4] },
        ],
      },
      '(3,2),(1,-4)',
    ],
  ])('of %j are %s', (geometry, bounds) => expect(boundsOf(geometry)).toBe(bounds));
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseSensorCatalogue, type SensorCatalogue } from '#contract/sensor-catalogue.ts';
import type { Database } from './database.ts';
import { listSensorCities, readCatalogue, syncSensors } from './sensors.ts';
import { aTestDatabase } from './test-database.ts';

type Change = Record<string, unknown>;
const aGauge = (id: string, change: Change = {}) => ({
  id,
  kind: 'river',
  name: `Gauge ${id}`,
  longitudeDeg: 4.36,
  latitudeDeg: 52.01,
  heightM: 43.5,
  datastreams: [
    {
      id: 'level',
      property: 'waterLevel',
      intervalS: 60,
      thresholds: { alarmHigh: 3, deadband: 0.1 },
    },
    { id: 'flow', property: 'discharge', intervalS: 300 },
  ],
  ...change,
});
const aCatalogue = (...sensors: Change[]): SensorCatalogue =>
  parseSensorCatalogue(
    { format: 'panopolis-sensors', version: 1, simulated: true, sensors },
    'sensors.json',
  );

describe('the sensors of a city', () => {
  let database: Database;
  beforeAll(async () => {
    database = await aTestDatabase();
  });
  afterAll(() => database.close());
  afterEach(() =>
    database.query('truncate thing, location, sensor, datastream, city_build cascade'),
  );

  const sync = (city: string, ...sensors: Change[]) =>
    syncSensors(database, city, aCatalogue(...sensors));
  const numbersOf = async (city = 'delft') =>
    Object.fromEntries(
      (await readCatalogue(database, city))!.sensors.flatMap(({ id, datastreams }) =>
        datastreams.map((one) => [`${id}/${one.id}`, one.number]),
      ),
    );
  const count = async (table: string) =>
    (await database.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

  it('are read as they were declared, with a number for each datastream', async () => {
    const full = aGauge('R:1', {
      network: 'water',
      element: 'P-12',
      building: 'B1',
      headingDeg: 90,
    });
    const expected = aGauge('E-1', {
      kind: 'tide',
      datastreams: [{ id: 'expected', property: 'waterLevel', intervalS: 3600, forecast: true }],
    });
    const camera = aGauge('C-1', { kind: 'camera', datastreams: [] });
    await sync('delft', full, expected, camera);
    const read = await readCatalogue(database, 'delft');
    expect(read?.simulated).toBe(true);
    expect(read?.sensors).toEqual([
      {
        ...full,
        datastreams: full.datastreams.map((one) => ({ ...one, number: expect.any(Number) })),
      },
      { ...expected, datastreams: [expect.objectContaining(expected.datastreams[0] ?? {})] },
      camera,
    ]);
    expect(new Set(Object.values(await numbersOf())).size).toBe(3);
  });

  it('keep their numbers when the city is built anew', async () => {
    await sync('delft', aGauge('a'), aGauge('b'));
    const before = await numbersOf();
    await sync('delft', aGauge('b', { name: 'Weir', heightM: 50, longitudeDeg: 4.4 }), aGauge('a'));
    expect(await numbersOf()).toEqual(before);
    const weir = (await readCatalogue(database, 'delft'))?.sensors.find(({ id }) => id === 'b');
    expect(weir).toMatchObject({ name: 'Weir', heightM: 50, longitudeDeg: 4.4 });
    expect(await count('location')).toBe(2);
    expect(await count(`location where bounds @> point(4.4, 52.01)`)).toBe(1);
  });

  it('go with all that was theirs when the catalogue no longer names them', async () => {
    await sync('delft', aGauge('a'), aGauge('b', { kind: 'tide' }));
    const { 'a/level': kept } = await numbersOf();
    await sync('delft', aGauge('a', { datastreams: [aGauge('a').datastreams[0]] }));
    expect(await numbersOf()).toEqual({ 'a/level': kept });
    expect(await Promise.all(['thing', 'location', 'sensor', 'datastream'].map(count))).toEqual([
      1, 1, 1, 1,
    ]);
  });

  it('keep the limits that an operator chose, and follow the catalogue where nobody did', async () => {
    await sync('delft', aGauge('a'), aGauge('b'));
    const { 'a/level': changed } = await numbersOf();
    await database.query(
      `update datastream set thresholds = '{"alarmHigh": 9}', thresholds_changed_at = now() where id = $1`,
      [changed],
    );
    const lower = [
      { id: 'level', property: 'waterLevel', intervalS: 60, thresholds: { alarmHigh: 2 } },
    ];
    await sync('delft', aGauge('a', { datastreams: lower }), aGauge('b', { datastreams: lower }));
    const read = await readCatalogue(database, 'delft');
    expect(read?.sensors.map(({ datastreams }) => datastreams[0]?.thresholds)).toEqual([
      { alarmHigh: 9 },
      { alarmHigh: 2 },
    ]);
  });

  it('of two cities with the same ids are different ones', async () => {
    await sync('delft', aGauge('a'));
    await sync('gent', aGauge('a'));
    const numbers = [await numbersOf('delft'), await numbersOf('gent')].flatMap(Object.values);
    expect(new Set(numbers).size).toBe(4);
    await sync('gent');
    expect(Object.keys(await numbersOf('delft'))).toHaveLength(2);
    expect(await listSensorCities(database)).toEqual(['delft']);
  });

  it('are none where a city has none, and unknown where there is no such city', async () => {
    await database.query(`insert into city_build values ('gent', '0123456789ab')`);
    expect(await readCatalogue(database, 'gent')).toEqual({ sensors: [], simulated: false });
    expect(await readCatalogue(database, 'nowhere')).toBeUndefined();
  });

  it('are thousands if need be', async () => {
    await sync('delft', ...Array.from({ length: 2000 }, (_, n) => aGauge(`s${n}`)));
    expect(Object.keys(await numbersOf())).toHaveLength(4000);
  });
});

import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import { isSimulated, parseLiveFrame } from '#contract/live-frame.ts';
import { createApp } from '../app.ts';
import { aManifest, aTestHouse, type TestHouse } from '../test-house.ts';
import { createOperations, type Operations, type OperationsOptions } from './operations.ts';

const DAY_MS = 86_400_000;

describe('a server with live readings', { timeout: 60_000 }, () => {
  let house: TestHouse;
  let operations: Operations;
  let app: FastifyInstance;
  const reports: string[] = [];
  beforeEach(async () => {
    house = await aTestHouse();
    reports.length = 0;
  });
  afterEach(async () => {
    await app.close();
    await house.remove();
  }, 60_000);

  async function start(change: Partial<OperationsOptions> = {}): Promise<void> {
    const report = (sentence: string) => reports.push(sentence);
    operations = createOperations({
      dataFolder: house.dataFolder,
      databaseFolder: join(house.dataFolder, '.database'),
      keepDays: 14,
      lookForCitiesMs: 200,
      report,
      ...change,
    });
    app = await createApp({ ...house, operations, report });
    await app.ready();
    operations.start();
  }
  const get = (url: string) => app.inject(url);
  const until = (what: () => Promise<unknown> | unknown) =>
    expect.poll(what, { timeout: 30_000 }).toBe(true);
  const isReady = () => operations.status().database === 'ready';
  const isFilled = () => operations.status().sources[0]?.history === 1;

  async function aCityOfWeather(build = '0123456789ab', stations = 2): Promise<void> {
    const sensors = Array.from({ length: stations }, (_, n) => ({
      id: `W-${n}`,
      kind: 'weather',
      name: `Station ${n}`,
      longitudeDeg: 4.36 + n / 100,
      latitudeDeg: 52,
      heightM: 45,
      datastreams: [
        {
          id: 'airTemperature',
          property: 'airTemperature',
          intervalS: 600,
          thresholds: { alarmHigh: -90 },
        },
      ],
    }));
    const layers = [
      { kind: 'sensors', id: 's', name: 's', items: `${build}/sensors.json`, count: stations },
    ];
    const catalogue = { format: 'panopolis-sensors', version: 1, simulated: true, sensors };
    await house.write(`data/delft/${build}/sensors.json`, JSON.stringify(catalogue));
    await house.write('data/delft/city.json', aManifest({ build, layers }));
  }
  const numbers = async () => {
    const catalogue = parseDatastreamCatalogue((await get('/live/datastreams?city=delft')).json());
    return catalogue.sensors.flatMap(({ datastreams }) => datastreams.map(({ number }) => number));
  };
  const historyOf = async (fromMs: number, toMs: number) => {
    const [from, to] = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
    const answer = await get(`/live/history?city=delft&from=${from}&to=${to}`);
    const bytes = answer.rawPayload;
    return parseLiveFrame(new Uint8Array(bytes).buffer);
  };

  it('answers for app and tiles at once and for readings when the database is there', async () => {
    await aCityOfWeather();
    await start();
    expect((await get('/')).statusCode).toBe(200);
    const early = await get('/live/datastreams?city=delft');
    expect([early.statusCode, early.headers['retry-after']]).toEqual([503, '5']);
    expect(early.json().error).toBe('The database is starting; try again in a moment.');
    expect((await get('/health/ready')).statusCode).toBe(503);
    await until(isReady);
    await until(async () => (await get('/live/datastreams?city=delft')).statusCode === 200);
    expect(await numbers()).toHaveLength(2);
    const ready = await get('/health/ready');
    expect([ready.statusCode, ready.json().database]).toEqual([200, 'ready']);
  });

  it('has a week of marked history soon after the first start, and asks for none of it again', async () => {
    await aCityOfWeather();
    await start();
    await until(isFilled);
    const nowMs = Date.now();
    const week = await historyOf(nowMs - 7 * DAY_MS, nowMs);
    expect(week.timeMs[0]! - (nowMs - 7 * DAY_MS)).toBeLessThan(DAY_MS / 12);
    expect([...week.quality].every(isSimulated)).toBe(true);
    for (const day of [0, 1, 2, 3, 4, 5, 6]) {
      const [fromMs, toMs] = [nowMs - (day + 1) * DAY_MS, nowMs - day * DAY_MS];
      expect(week.timeMs.some((timeMs) => timeMs >= fromMs && timeMs < toMs)).toBe(true);
    }
    expect(
      reports.filter((sentence) => sentence.startsWith('The past of Delft is there')),
    ).toHaveLength(1);
    const before = await numbers();
    await app.close();
    await start();
    await until(isFilled);
    expect(await numbers()).toEqual(before);
    expect(reports.filter((sentence) => sentence.startsWith('Making the last'))).toHaveLength(1);
    expect((await historyOf(nowMs - 7 * DAY_MS, nowMs)).timeMs).toEqual(week.timeMs);
  });

  it('delivers live readings, raises alarms from them, and keeps both over a restart', async () => {
    await aCityOfWeather();
    await start();
    const alarms = async () => (await get('/alarms?city=delft')).json().alarms as { id: number }[];
    await until(async () => isReady() && (await alarms()).length === 2);
    const raised = await alarms();
    await app.close();
    await start();
    await until(isFilled);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await alarms()).toEqual(raised);
  });

  it('fills in the past of wherever its clock is set to', async () => {
    await aCityOfWeather();
    await start();
    await until(isFilled);
    const thenMs = Date.now() - 20 * DAY_MS;
    await app.inject({
      method: 'PUT',
      url: '/live/clock?city=delft',
      body: { nowMs: thenMs, rate: 0 },
    });
    await until(async () => (await historyOf(thenMs - 7 * DAY_MS, thenMs)).timeMs.length > 200);
    await until(isFilled);
  });

  it('takes a new build of a city while it runs, and cities that come later', async () => {
    await start();
    await until(isReady);
    expect((await get('/live/datastreams?city=delft')).statusCode).toBe(404);
    await aCityOfWeather();
    await until(async () => (await get('/live/datastreams?city=delft')).statusCode === 200);
    const before = await numbers();
    await aCityOfWeather('ba9876543210', 3);
    await until(async () => (await numbers()).length === 3);
    expect((await numbers()).slice(0, 2)).toEqual(before);
  });

  it('goes on with app and tiles where there is no database, and says why', async () => {
    await aCityOfWeather();
    await start({ databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing' });
    await until(() => operations.status().database === 'failed');
    expect((await get('/cities/delft/city.json')).statusCode).toBe(200);
    const sentence = expect.stringMatching(
      /^The database of DATABASE_URL can't be reached: .*ECONNREFUSED/,
    );
    for (const url of ['/live/snapshot?city=delft', '/alarms?city=delft', '/v1.1/Things']) {
      const answer = await get(url);
      expect([url, answer.statusCode, answer.json().error]).toEqual([url, 503, sentence]);
    }
    const ready = await get('/health/ready');
    expect(ready.json()).toMatchObject({ database: 'failed', problems: [sentence] });
    expect(reports).toHaveLength(1);
  });

  it('holds who writes without end, in one sentence', async () => {
    await start({ databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing' });
    const write = () =>
      app.inject({ method: 'PUT', url: '/datastreams/1/thresholds', body: { alarmHigh: 'x' } });
    for (let n = 0; n < 600; n += 1) expect((await write()).statusCode).toBe(400);
    const held = await write();
    const error = expect.stringMatching(
      /^Too many requests; try again in (1 minute|\d+ seconds)\.$/,
    );
    expect(held.json()).toEqual({ status: 429, error });
  });

  it('says which city cannot be taken and takes the others', async () => {
    await aCityOfWeather();
    const layers = [{ kind: 'sensors', id: 's', name: 's', items: 'gone.json', count: 1 }];
    await house.write('data/broken/city.json', aManifest({ id: 'broken', layers }));
    await start();
    await until(async () => (await get('/live/datastreams?city=delft')).statusCode === 200);
    expect(operations.status().problems).toEqual([expect.stringMatching(/^broken: .*gone\.json/)]);
  });

  it('stops while the database is still starting', async () => {
    await start();
    await app.close();
    expect(operations.status().database).not.toBe('failed');
  });
});

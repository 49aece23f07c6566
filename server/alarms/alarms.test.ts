import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { alarmStateOf } from '#contract/alarm.ts';
import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import type { Alarm } from '#contract/live-event.ts';
import { parseSensorCatalogue } from '#contract/sensor-catalogue.ts';
import { registerAlarms } from '../routes/alarms.ts';
import type { Database } from '../storage/database.ts';
import { readCatalogue, syncSensors } from '../storage/sensors.ts';
import { aTestDatabase } from '../storage/test-database.ts';
import { aBatch, type Reading } from '../test-batch.ts';
import { type Alarms, createAlarms } from './alarms.ts';

const noon = Date.UTC(2026, 10, 26, 12);
const at = (second: number) => noon + second * 1000;

describe('alarms', () => {
  let database: Database;
  let alarms: Alarms;
  let app: FastifyInstance;
  let catalogue: DatastreamCatalogue;
  let level: number;
  let flow: number;
  let told: Alarm[] = [];
  let nowMs = noon;

  beforeAll(async () => {
    database = await aTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    catalogue = await syncSensors(database, 'delft', declared);
    const [first, second] = catalogue.sensors[0]!.datastreams;
    [level, flow] = [first!.number, second!.number];
    nowMs = noon;
    await restart();
  });
  afterEach(async () => {
    await app.close();
    await database.query('truncate thing, alarm cascade');
  });

  /** As after a crash: nothing is known but what the database says. */
  async function restart(over: Database = database) {
    await app?.close();
    told = [];
    alarms = createAlarms({
      database: over,
      report: (sentence) => {
        throw new Error(sentence);
      },
      readClock: () => ({ nowMs }),
    });
    alarms.onAlarm((alarm) => told.push(alarm));
    await alarms.watch('delft', (await readCatalogue(database, 'delft'))!);
    app = Fastify();
    registerAlarms(app, { database, alarms });
  }
  const settle = () => alarms.drain();
  const hear = async (...readings: readonly Reading[]) => {
    alarms.accept(aBatch(...readings));
    await settle();
  };
  const list = async (state = 'standing') =>
    (await app.inject(`/alarms?city=delft&state=${state}`)).json().alarms as Alarm[];
  const states = async (state?: string) =>
    (await list(state)).map((one) => `${one.level} ${alarmStateOf(one)}`);
  const acknowledge = (id: number, body: object = { by: 'Ada' }, headers = {}) =>
    app.inject({ method: 'POST', url: `/alarms/${id}/acknowledgement`, body, headers });
  const setThresholds = (number: number | string, body: object, headers = {}) =>
    app.inject({ method: 'PUT', url: `/datastreams/${number}/thresholds`, body, headers });

  it('go through the four states of IEC 62682', async () => {
    await hear([level, at(0), 3.2]);
    expect(await states()).toEqual(['alarm unacknowledged']);
    const [alarm] = await list();
    expect(alarm).toEqual({
      id: expect.any(Number),
      datastream: level,
      level: 'alarm',
      value: 3.2,
      threshold: 3,
      raisedAtMs: at(0),
    });
    nowMs = at(60);
    const answer = await acknowledge(alarm!.id, { by: 'Ada', note: 'sending a crew' });
    expect(answer.json()).toMatchObject({
      acknowledgedBy: 'Ada',
      note: 'sending a crew',
      acknowledgedAtMs: at(60),
    });
    expect(await states()).toEqual(['alarm acknowledged']);
    await hear([level, at(90), 1]);
    expect(await states()).toEqual([]);
    expect(await states('all')).toEqual(['alarm normal']);
    expect(told.map(alarmStateOf)).toEqual(['unacknowledged', 'acknowledged', 'normal']);
  });

  it('wait for notice after the condition is over', async () => {
    await hear([level, at(0), 3.2], [level, at(1), 1]);
    expect(await states()).toEqual(['alarm returned']);
    await acknowledge((await list())[0]!.id);
    expect(await states()).toEqual([]);
  });

  it('that come back before anybody took notice are the same, afterwards another', async () => {
    await hear([level, at(0), 3.2], [level, at(1), 1], [level, at(2), 3.4]);
    expect(await list('all')).toMatchObject([{ raisedAtMs: at(2), value: 3.4 }]);
    await acknowledge((await list())[0]!.id);
    await hear([level, at(3), 1], [level, at(4), 3.5]);
    expect(await states('all')).toEqual(['alarm unacknowledged', 'alarm normal']);
  });

  it('that become worse have to be noticed anew, those that become better not', async () => {
    await hear([level, at(0), 2.1]);
    await acknowledge((await list())[0]!.id);
    await hear([level, at(1), 3.1]);
    expect(await list()).toMatchObject([
      { level: 'alarm', value: 3.1, threshold: 3, raisedAtMs: at(0) },
    ]);
    expect(await states()).toEqual(['alarm unacknowledged']);
    await acknowledge((await list())[0]!.id);
    await hear([level, at(2), 2.1]);
    expect(await states()).toEqual(['warning acknowledged']);
  });

  it('are not cleared by silence, nor by what is missing', async () => {
    await hear([level, at(0), 3.2], [level, at(1), null], [flow, at(9999), 1]);
    expect(await states()).toEqual(['alarm unacknowledged']);
  });

  it('stand over a restart: raised once, cleared by the first good value', async () => {
    await hear([level, at(0), 3.2]);
    await restart();
    await hear([level, at(10), 3.3]);
    expect(told).toEqual([]);
    expect(await list('all')).toHaveLength(1);
    await restart();
    await hear([level, at(20), 1]);
    expect(told).toMatchObject([{ clearedAtMs: at(20) }]);
  });

  it('that cleared while the server was away are cleared by the first good value', async () => {
    await hear([level, at(0), 3.2]);
    const again = createAlarms({ database, report: () => {} });
    const watching = again.watch('delft', catalogue);
    again.accept(aBatch([level, at(5), 1]));
    await watching;
    await again.drain();
    expect(await states()).toEqual(['alarm returned']);
  });

  it('of a clock that was set back are taken back, and not doubled when it runs again', async () => {
    const story: Reading[] = [
      [level, at(0), 1],
      [level, at(10), 3.2],
      [level, at(20), 1],
      [flow, at(30), 9],
    ];
    await hear(...story);
    await acknowledge((await list('all')).find(({ datastream }) => datastream === level)!.id);
    const before = await list('all');
    alarms.rewind('delft', at(15));
    await settle();
    expect(await list('all')).toMatchObject([
      { datastream: level, level: 'alarm', raisedAtMs: at(10) },
    ]);
    expect(await states()).toEqual(['alarm acknowledged']);
    await hear(...story.filter(([, timeMs]) => timeMs >= at(15)));
    const withoutId = (all: Alarm[]) => all.map(({ id: _, ...rest }) => rest);
    expect(withoutId(await list('all'))).toEqual(withoutId(before));
    alarms.rewind('delft', at(0));
    await settle();
    expect(await list('all')).toEqual([]);
    await hear(...story, ...story);
    expect(await list('all')).toHaveLength(2);
  });

  it('of another city are left alone by a rewind', async () => {
    const other = await syncSensors(database, 'gent', declared);
    await alarms.watch('gent', other);
    const number = other.sensors[0]!.datastreams[0]!.number;
    await hear([number, at(10), 3.2]);
    alarms.rewind('delft', at(0));
    await settle();
    expect((await app.inject('/alarms?city=gent')).json().alarms).toHaveLength(1);
    expect(await list('all')).toEqual([]);
  });

  it('are recorded when the database is back', async () => {
    let isAway = true;
    const shaky: Database = {
      ...database,
      transact: (work) => {
        if (!isAway) return database.transact(work);
        return Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
      },
    };
    await restart(shaky);
    alarms.accept(aBatch([level, at(0), 3.2]));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await list()).toEqual([]);
    isAway = false;
    await expect.poll(states).toEqual(['alarm unacknowledged']);
  });

  describe('by other limits', () => {
    it('begin and end at once, and the limits outlive a restart and a new build', async () => {
      await hear([level, at(0), 2.5]);
      expect(await states()).toEqual(['warning unacknowledged']);
      nowMs = at(5);
      const body = { alarmHigh: 2.4, deadband: 0.1 };
      const answer = await setThresholds(level, body);
      expect(answer.json()).toEqual(body);
      await settle();
      expect(await list()).toMatchObject([{ level: 'alarm', threshold: 2.4 }]);
      await setThresholds(level, { alarmHigh: 9 });
      await settle();
      expect(await list()).toMatchObject([{ clearedAtMs: at(5) }]);
      await syncSensors(database, 'delft', declared);
      await restart();
      await hear([level, at(10), 8]);
      expect(await states()).toEqual(['alarm returned']);
    });

    it('watch what had none', async () => {
      const { number } = catalogue.sensors[0]!.datastreams[2]!;
      await hear([number, at(0), 500]);
      expect(await states()).toEqual([]);
      await setThresholds(number, { warningHigh: 400 });
      await hear([number, at(1), 500]);
      expect(await states()).toEqual(['warning unacknowledged']);
    });

    it('clear what stands where none is left', async () => {
      await hear([level, at(0), 3.2]);
      await restart();
      await setThresholds(level, {});
      await settle();
      expect(await states()).toEqual(['alarm returned']);
    });
  });

  describe('over HTTP', () => {
    it.each([
      ['/alarms', 'Expected a city, as in ?city=ID.'],
      ['/alarms?city=delft&state=old', 'state is “old”; expected standing or all.'],
      ['/alarms?city=delft&limit=0', 'limit is “0”; expected a whole number from 1 to 10000.'],
      ['/alarms?city=delft&limit=9e9', 'limit is “9e9”; expected'],
    ])('refuse %s', async (url, sentence) => {
      const answer = await app.inject(url);
      expect(answer.statusCode).toBe(400);
      expect(answer.json().error).toContain(sentence);
    });

    it('are listed the latest first and no more than asked for', async () => {
      await hear([level, at(0), 3.2], [flow, at(1), 9]);
      const all = await list();
      expect(all.map(({ raisedAtMs }) => raisedAtMs)).toEqual([at(1), at(0)]);
      expect((await app.inject('/alarms?city=delft&limit=1')).json().alarms).toEqual(
        all.slice(0, 1),
      );
      expect((await app.inject('/alarms?city=gent')).json()).toEqual({ alarms: [] });
    });

    it('are acknowledged once, by somebody, from here', async () => {
      await hear([level, at(0), 3.2]);
      const { id } = (await list())[0]!;
      const foreign = { origin: 'https://elsewhere.example', host: 'localhost:80' };
      const refusals = [
        await acknowledge(id, {}),
        await acknowledge(id, { by: 'Ada' }, foreign),
        await acknowledge(id + 1),
        await acknowledge(99_999_999_999),
      ];
      expect(refusals.map(({ statusCode }) => statusCode)).toEqual([400, 403, 404, 404]);
      expect(refusals[0]!.json().error).toMatch(/^by: .*\.$/);
      expect(await states()).toEqual(['alarm unacknowledged']);
      expect((await acknowledge(id)).statusCode).toBe(200);
      const again = await acknowledge(id, { by: 'Bob' });
      expect(again.statusCode).toBe(409);
      expect(again.json().error).toBe(
        `Alarm ${id} was acknowledged by Ada at 2026-11-26T12:00:00.000Z.`,
      );
    });

    it('take no limits that make no sense', async () => {
      const foreign = { origin: 'https://elsewhere.example', host: 'localhost:80' };
      const refusals = [
        await setThresholds(level, { alarmHigh: 'high' }),
        await setThresholds(level, { warningHigh: 5, alarmHigh: 4 }),
        await setThresholds(level, { alarmHigh: 1 }, foreign),
        await setThresholds(flow + 1000, { alarmHigh: 1 }),
        await setThresholds('one', { alarmHigh: 1 }),
      ];
      expect(refusals.map(({ statusCode }) => statusCode)).toEqual([400, 400, 403, 404, 404]);
      expect(refusals[1]!.json().error).toBe(
        'The body: warningHigh is 5 and alarmHigh is 4; expected warningHigh below alarmHigh.',
      );
      expect(await readCatalogue(database, 'delft')).toEqual(catalogue);
    });
  });
});

const declared = parseSensorCatalogue(
  {
    format: 'panopolis-sensors',
    version: 1,
    sensors: [
      {
        id: 'R1',
        kind: 'river',
        name: 'Weir',
        longitudeDeg: 4,
        latitudeDeg: 52,
        heightM: 1,
        datastreams: [
          {
            id: 'level',
            property: 'waterLevel',
            intervalS: 60,
            thresholds: { warningHigh: 2, alarmHigh: 3 },
          },
          { id: 'flow', property: 'discharge', intervalS: 60, thresholds: { warningHigh: 5 } },
          { id: 'air', property: 'airPressure', intervalS: 60 },
        ],
      },
    ],
  },
  'sensors.json',
);

import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  incidentList,
  incidentRecord,
  type NewEntry,
  type NewIncident,
} from '#contract/incident.ts';
import { registerIncidents } from '../routes/incidents.ts';
import type { Database } from '../storage/database.ts';
import { aTestDatabase } from '../storage/test-database.ts';
import { createIncidents, type Incidents } from './incidents.ts';

const noon = Date.UTC(2026, 10, 26, 12);
const minute = 60_000;

const aBurst = (change: Partial<NewIncident> = {}): NewIncident => ({
  key: randomUUID(),
  city: 'delft',
  kind: 'pipeBurst',
  headline: 'Burst main in Voorstraat',
  severity: 'severe',
  onsetMs: noon,
  atMs: noon + minute,
  longitudeDeg: 4.36,
  latitudeDeg: 52.01,
  by: 'Ada',
  data: { flowM3s: 0.08 },
  ...change,
});
const anEntry = (change: Partial<NewEntry> = {}): NewEntry => ({
  key: randomUUID(),
  atMs: noon + 2 * minute,
  kind: 'note',
  text: 'Street is wet',
  ...change,
});

describe('incidents', () => {
  let database: Database;
  let incidents: Incidents;
  let app: FastifyInstance;

  beforeAll(async () => {
    database = await aTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    incidents = createIncidents(database, (sentence) => {
      throw new Error(sentence);
    });
    app = Fastify();
    registerIncidents(app, { database, incidents });
  });
  afterEach(async () => {
    await app.close();
    await database.query('truncate incident cascade');
  });

  const post = (url: string, body: object, headers = {}) =>
    app.inject({ method: 'POST', url, body, headers });
  const open = async (change?: Partial<NewIncident>) =>
    (await post('/incidents', aBurst(change))).json().id as number;
  const append = (id: number, change?: Partial<NewEntry>) =>
    post(`/incidents/${id}/entries`, anEntry(change));
  const read = async (id: number) =>
    v.parse(incidentRecord, (await app.inject(`/incidents/${id}`)).json());

  it('keep what was known and done in order, each with both times', async () => {
    const id = await open();
    const action = { act: 'close', network: 'water', link: 'P-1', valve: 'V-P-1a' } as const;
    await append(id, { kind: 'field', text: 'Closed V-P-1a', by: 'Bo', action });
    await append(id);
    const { incident, log } = await read(id);
    expect(incident).toMatchObject({ headline: 'Burst main in Voorstraat', entries: 3 });
    expect(log.map(({ number, kind, by, text }) => [number, kind, by, text])).toEqual([
      [1, 'opened', 'Ada', 'Burst main in Voorstraat'],
      [2, 'field', 'Bo', 'Closed V-P-1a'],
      [3, 'note', undefined, 'Street is wet'],
    ]);
    expect(log[0]?.data).toEqual({ flowM3s: 0.08 });
    expect(log[1]?.action).toEqual(action);
    expect(log[1]?.atMs).toBe(noon + 2 * minute);
    expect(Math.abs(Date.now() - (log[1]?.recordedAtMs ?? 0))).toBeLessThan(minute);
  });

  it('are kept once however often the same is sent', async () => {
    const burst = aBurst();
    const first = await post('/incidents', burst);
    const again = await post('/incidents', burst);
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json()).toEqual(first.json());
    const note = anEntry();
    const url = `/incidents/${first.json().id}/entries`;
    expect((await post(url, note)).statusCode).toBe(201);
    expect((await post(url, note)).statusCode).toBe(200);
    expect((await read(first.json().id)).log).toHaveLength(2);
  });

  it('number entries without a gap when many write at once', async () => {
    const id = await open();
    await Promise.all(Array.from({ length: 12 }, () => append(id)));
    const { log } = await read(id);
    expect(log.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
  });

  it('take notes alone once closed', async () => {
    const id = await open();
    await append(id, { kind: 'closed', text: 'Repaired', atMs: noon + 90 * minute });
    const refused = await append(id, { kind: 'workOrder' });
    expect(refused.statusCode).toBe(409);
    expect(refused.json().error).toBe(
      `Incident ${id} was closed at 2026-11-26T13:30:00.000Z; it takes notes alone.`,
    );
    expect((await append(id)).statusCode).toBe(201);
    expect((await read(id)).incident.closedAtMs).toBe(noon + 90 * minute);
  });

  it('never change what is in the log', async () => {
    await open();
    const change = database.query(`update incident_entry set body = 'nothing happened'`);
    await expect(change).rejects.toThrow('The log of an incident only grows.');
    await expect(database.query('delete from incident_entry')).rejects.toThrow('only grows');
  });

  it('list a city’s, the latest first, open ones alone where asked', async () => {
    const first = await open();
    const second = await open({ atMs: noon + 5 * minute });
    await open({ city: 'gouda' });
    await append(second, { kind: 'closed' });
    const list = async (query: string) =>
      v
        .parse(incidentList, (await app.inject(`/incidents?${query}`)).json())
        .incidents.map(({ id }) => id);
    expect(await list('city=delft')).toEqual([second, first]);
    expect(await list('city=delft&state=open')).toEqual([first]);
  });

  it('tell the source of the city’s readings what is done in the field', async () => {
    const work = incidents.fieldWork('delft');
    let told = 0;
    work.watch(() => {
      told += 1;
    });
    const id = await open();
    const other = await open({ city: 'gouda' });
    const action = { act: 'close', network: 'water', link: 'P-1' } as const;
    await append(other, { kind: 'field', action });
    await append(id);
    expect(told).toBe(0);
    await append(id, { kind: 'field', action, atMs: noon + 20 * minute });
    const drill = await open({ kind: 'drill', onsetMs: noon + 10 * minute });
    expect(told).toBe(2);
    expect(await work.list()).toEqual([
      { kind: 'drill', atMs: noon + 10 * minute, seed: drill },
      { kind: 'action', atMs: noon + 20 * minute, action },
    ]);
  });

  it('refuse pages of other sites, and say what is wrong with a body', async () => {
    const foreign = await post('/incidents', aBurst(), {
      origin: 'https://elsewhere.example',
      host: 'localhost:8080',
    });
    expect(foreign.statusCode).toBe(403);
    const answers = await Promise.all([
      post('/incidents', { ...aBurst(), latitudeDeg: 97 }),
      post('/incidents', { ...aBurst(), headline: ' ' }),
      append(await open(), { data: { text: 'x'.repeat(70_000) } }),
      append(9_999),
      app.inject('/incidents'),
      app.inject('/incidents/first'),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400, 404, 400, 404]);
    expect(answers.map((answer) => answer.json().error)).toEqual([
      'latitudeDeg: Invalid value: Expected <=90 but received 97.',
      'headline: expected a headline.',
      'data: expected at most 65536 characters of JSON.',
      'There is no incident 9999.',
      'Expected a city, as in ?city=ID.',
      'There is no incident first.',
    ]);
    expect((await app.inject('/incidents?city=delft')).json().incidents).toHaveLength(1);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aTestWorld, NOW, type TestWorld } from './test-world.ts';

const level = { Datastream: { '@iot.id': 1 }, phenomenonTime: '2026-05-31T12:00:00Z', result: 1.5 };
const levelMs = Date.UTC(2026, 4, 31, 12);

describe('creating observations', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await aTestWorld();
  });
  afterAll(() => world.close());
  beforeEach(() => {
    world.heard.length = 0;
  });

  async function post(path: string, payload: unknown, headers: Record<string, string> = {}) {
    const answer = await world.app.inject({
      ...{
        method: 'POST',
        url: `/v1.1${path}`,
        headers: { 'content-type': 'application/json', ...headers },
      },
      payload: JSON.stringify(payload),
    });
    return {
      status: answer.statusCode,
      location: answer.headers.location,
      body: answer.body === '' ? undefined : JSON.parse(answer.body),
    };
  }
  const read = async (location: unknown) =>
    (await world.get(String(location).replace(/^.*\/v1\.1/, ''))).body;

  it('stores a reading, tells who listens and says where it is', async () => {
    const { status, location } = await post('/Observations', level);
    expect([status, location]).toEqual([
      201,
      `http://localhost:80/v1.1/Observations('1@${levelMs}')`,
    ]);
    expect(world.heard).toEqual([[1, levelMs, 1.5, 0]]);
    expect(await read(location)).toMatchObject({
      '@iot.id': `1@${levelMs}`,
      phenomenonTime: '2026-05-31T12:00:00.000Z',
      result: 1.5,
      resultTime: null,
      resultQuality: { quality: 'good', simulated: false },
    });
  });

  it('takes the datastream of the path and the time of the server', async () => {
    const { location } = await post('/Datastreams(2)/Observations', { result: 20 });
    expect(location).toContain(`('2@${NOW}')`);
    expect(world.heard).toEqual([[2, NOW, 20, 0]]);
  });

  it('replaces one of the same datastream and time', async () => {
    await post('/Observations', level);
    const { location } = await post('/Observations', { ...level, result: 2 });
    expect((await read(location)).result).toBe(2);
  });

  it('keeps what the columns have no place for', async () => {
    const { location } = await post('/Observations', {
      ...level,
      phenomenonTime: '2026-05-01T00:00:00Z/2026-05-01T01:00:00+00:00',
      resultTime: '2026-05-01T01:00:10Z',
      resultQuality: 'High',
      validTime: '2026-05-01T00:00:00Z/2026-05-01T02:00:00Z',
      parameters: { lowVoltage: true },
      FeatureOfInterest: { '@iot.id': 2 },
    });
    expect(await read(`${location}?$expand=FeatureOfInterest($select=name)`)).toMatchObject({
      phenomenonTime: '2026-05-01T00:00:00.000Z/2026-05-01T01:00:00.000Z',
      resultTime: '2026-05-01T01:00:10.000Z',
      resultQuality: 'High',
      validTime: '2026-05-01T00:00:00.000Z/2026-05-01T02:00:00.000Z',
      parameters: { lowVoltage: true },
      FeatureOfInterest: { name: 'At the tower' },
    });
    const { body } = await world.get(
      '/FeaturesOfInterest(2)/Observations?$filter=Datastream/id eq 1',
    );
    expect(body.value).toHaveLength(1);
  });

  it('keeps a result that is no number, which is no reading', async () => {
    const { location } = await post('/Observations', { ...level, result: { state: 'open' } });
    expect(world.heard).toEqual([]);
    expect((await read(location)).result).toEqual({ state: 'open' });
  });

  it.each([
    [null, undefined, 3],
    [1, 'uncertain', 1],
    [1, { quality: 'bad', simulated: true }, 6],
    [null, { quality: 'missing', simulated: true }, 7],
  ])('%j of quality %j has the byte %i', async (result, resultQuality, byte) => {
    await post('/Observations', { ...level, result, resultQuality });
    expect(world.heard).toEqual([[1, levelMs, result, byte]]);
  });

  it.each([
    [{ ...level, result: undefined }, 'The Observation has no result.'],
    [{ ...level, Datastream: undefined }, 'Datastream is nothing; expected one that exists'],
    [{ ...level, Datastream: { '@iot.id': 99 } }, 'There is no datastream 99.'],
    [
      { ...level, Datastream: { '@iot.id': '1; drop' } },
      'Datastream is {"@iot.id":"1; drop"}; expected',
    ],
    [{ ...level, FeatureOfInterest: { '@iot.id': 99 } }, 'There is no FeatureOfInterest 99.'],
    [
      { ...level, phenomenonTime: 'yesterday' },
      'phenomenonTime is "yesterday"; expected an instant',
    ],
    [{ ...level, phenomenonTime: '2026-05-31T12:00:00' }, 'expected an instant with its zone'],
    [
      { ...level, phenomenonTime: '2026-05-02T00:00:00Z/2026-05-01T00:00:00Z' },
      'phenomenonTime is',
    ],
    [
      { ...level, phenomenonTime: '1969-05-02T00:00:00Z' },
      'speaks of 1969-05-02T00:00:00.000Z; expected',
    ],
    [{ ...level, parameters: 5 }, 'parameters are 5; expected an object.'],
    [{ ...level, colour: 'red' }, 'An Observation has no colour; it has phenomenonTime, result,'],
    [[level], 'Found [{"Datastream"'],
  ])('refuses %j in one sentence', async (body, sentence) => {
    const answer = await post('/Observations', body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toContain(sentence);
    expect(world.heard).toEqual([]);
  });

  it.each([
    ['/Datastreams(99)/Observations', 404],
    ['/Things', 405],
    ['/Datastreams(1)/Observations(1)', 405],
    ['/Things(1)/Datastreams', 405],
  ])('posts to %s end with %i', async (path, status) => {
    expect((await post(path, { result: 1 })).status).toBe(status);
  });

  it('takes a dataArray, and each row for itself', async () => {
    const { status, body } = await post('/CreateObservations', [
      {
        Datastream: { '@iot.id': 1 },
        components: ['phenomenonTime', 'result', 'FeatureOfInterest/id'],
        'dataArray@iot.count': 3,
        dataArray: [
          ['2026-05-30T00:00:00Z', 1, 1],
          ['2026-05-30T01:00:00Z', 2, 1],
          ['2010-12-23T10:20:00-0700Z', 65, 1],
        ],
      },
      { Datastream: { '@iot.id': 99 }, components: ['result'], dataArray: [[1]] },
      { Datastream: { '@iot.id': 2 }, components: ['result'], dataArray: [[7], [1, 2]] },
    ]);
    expect(status).toBe(201);
    const first = Date.UTC(2026, 4, 30);
    expect(body).toEqual([
      `http://localhost:80/v1.1/Observations('1@${first}')`,
      `http://localhost:80/v1.1/Observations('1@${first + 3.6e6}')`,
      expect.stringMatching(
        /^error: phenomenonTime is "2010-12-23T10:20:00-0700Z"; expected an instant/,
      ),
      'error: There is no datastream 99.',
      `http://localhost:80/v1.1/Observations('2@${NOW}')`,
      'error: found [1,2]; expected 1 values.',
    ]);
    expect(world.heard).toEqual([
      [1, first, 1, 0],
      [1, first + 3.6e6, 2, 0],
      [2, NOW, 7, 0],
    ]);
  });

  it.each([
    [{}, 'Found {}; expected a list of objects with a dataArray each.'],
    [[{ Datastream: { '@iot.id': 1 } }], 'Object 1 of the list has no components or no dataArray.'],
  ])('refuses %j for a dataArray', async (body, sentence) => {
    expect((await post('/CreateObservations', body)).body.message).toContain(sentence);
  });

  it('lets pages of this server write, and no others, and from afar no programs', async () => {
    const host = 'city.example';
    expect(
      (await post('/Observations', level, { host, origin: 'http://city.example' })).status,
    ).toBe(201);
    expect(
      (await post('/Observations', level, { host, origin: 'http://evil.example' })).status,
    ).toBe(403);
    const { statusCode } = await world.app.inject({
      ...{ method: 'POST', url: '/v1.1/Observations', payload: level, remoteAddress: '192.0.2.7' },
    });
    expect(statusCode).toBe(403);
  });
});

const entities = fileURLToPath(
  new URL('../../../../shared/data/api/ets-sta10/entities/observations/', import.meta.url),
);

describe.skipIf(!existsSync(entities))('bodies of the OGC suite (needs ../shared/data)', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await aTestWorld();
  });
  afterAll(() => world.close());

  it.each([
    ...[
      '7',
      '8',
      '9',
      '10',
      'linkedDataStream',
      'linkedDataStreamWithFOI',
      'intervalPhenomenonTime',
    ],
  ])('takes %s.json', async (name) => {
    const text = readFileSync(`${entities}${name}.json`, 'utf8')
      .replace('$DATASTREAM-ID', '1')
      .replace('$FOI-ID', '1');
    const { statusCode, headers, body } = await world.app.inject({
      ...{ method: 'POST', url: '/v1.1/Observations', payload: text },
      headers: { 'content-type': 'application/json' },
    });
    expect(statusCode, body).toBe(201);
    const sent = JSON.parse(text);
    const stored = await world.get(String(headers.location).replace(/^.*\/v1\.1/, ''));
    expect(stored.body.result).toBe(sent.result);
    if (sent.resultQuality) expect(stored.body.resultQuality).toBe(sent.resultQuality);
  });

  it('refuses one that names no datastream', async () => {
    const { statusCode } = await world.app.inject({
      ...{
        method: 'POST',
        url: '/v1.1/Observations',
        headers: { 'content-type': 'application/json' },
      },
      payload: readFileSync(`${entities}observationWithoutPTime.json`, 'utf8'),
    });
    expect(statusCode).toBe(400);
  });
});

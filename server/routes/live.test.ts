import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseLiveFrame } from '#contract/live-frame.ts';
import { aLiveServer, aLiveWorld, type LiveServer } from '../live/a-live-server.ts';

const start = Date.UTC(2026, 10, 26);
const iso = (offsetS: number) => new Date(start + offsetS * 1000).toISOString();

let server: LiveServer;
let reports: string[];
beforeEach(async () => {
  reports = [];
  const world = aLiveWorld(start, [1, 2]);
  world.readings.push(
    [1, start - 20_000, 0.1],
    [1, start - 10_000, 0.2],
    [2, start - 15_000, 7, 5],
  );
  server = await aLiveServer(world, {
    now: () => start,
    report: (sentence) => reports.push(sentence),
  });
});
afterEach(() => server.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'GET', url, headers });
const put = (body: unknown, headers: Record<string, string> = {}) =>
  server.app.inject({
    method: 'PUT',
    url: '/live/clock?city=delft',
    payload: body as object,
    headers,
  });
async function frameOf(url: string) {
  const answer = await get(url);
  expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
  expect(answer.headers['content-type']).toBe('application/vnd.panopolis.live-frame');
  const { rawPayload: bytes } = answer;
  return parseLiveFrame(new Uint8Array(bytes).buffer);
}
const rowsOf = ({ datastream, timeMs, value, quality }: Awaited<ReturnType<typeof frameOf>>) =>
  Array.from(datastream, (id, row) => [
    id,
    (timeMs[row]! - start) / 1000,
    value[row],
    quality[row],
  ]);

describe('/live over HTTP', () => {
  it('gives the latest values as one frame with the sequence that it stands for', async () => {
    server.deliver([2, start, 8]);
    await server.tick();
    const frame = await frameOf('/live/snapshot?city=delft');
    expect(frame).toMatchObject({
      isSnapshot: true,
      sequence: start + 1,
      sourceTimeMs: start + 1000,
    });
    expect(rowsOf(frame)).toEqual([
      [1, -10, Math.fround(0.2), 0],
      [2, 0, 8, 0],
    ]);
  });

  it('answers 304 to who has the latest snapshot', async () => {
    const { headers } = await get('/live/snapshot?city=delft');
    const known = { 'if-none-match': String(headers.etag) };
    expect((await get('/live/snapshot?city=delft', known)).statusCode).toBe(304);
    await server.tick();
    expect((await get('/live/snapshot?city=delft', known)).statusCode).toBe(200);
  });

  it('gives the state at an instant, to the last digit', async () => {
    const frame = await frameOf(`/live/snapshot?city=delft&at=${iso(-14)}`);
    expect(frame).toMatchObject({ isSnapshot: true, sequence: -1, sourceTimeMs: start - 14_000 });
    expect(rowsOf(frame)).toEqual([
      [1, -20, 0.1, 0],
      [2, -15, 7, 5],
    ]);
  });

  it('leaves out of a state what reported last more than 45 days before', async () => {
    const frame = await frameOf(`/live/snapshot?city=delft&at=${iso(45 * 86_400 - 12)}`);
    expect(rowsOf(frame).map(([id]) => id)).toEqual([1]);
  });

  it('gives the readings of a span in order of time, without its end', async () => {
    const frame = await frameOf(`/live/history?city=delft&from=${iso(-20)}&to=${iso(-10)}`);
    expect(frame.isSnapshot).toBe(false);
    expect(rowsOf(frame)).toEqual([
      [1, -20, 0.1, 0],
      [2, -15, 7, 5],
    ]);
    const one = `/live/history?city=delft&from=${iso(-60)}&to=${iso(0)}&datastreams=2`;
    expect(rowsOf(await frameOf(one)).map(([id]) => id)).toEqual([2]);
    const empty = await frameOf(`/live/history?city=delft&from=${iso(-9)}&to=${iso(0)}`);
    expect(rowsOf(empty)).toEqual([]);
  });

  it.each([
    [
      '/live/snapshot?city=delft&at=yesterday',
      'at is “yesterday”; expected an instant with its zone',
    ],
    ['/live/snapshot?city=delft&at=2026-11-26T08:00', 'expected an instant with its zone'],
    [`/live/history?city=delft&from=${iso(0)}`, 'to is “”'],
    [`/live/history?city=delft&from=${iso(0)}&to=${iso(0)}`, 'expected an instant after from'],
    [`/live/history?city=delft&from=${iso(0)}&to=${iso(46 * 86_400)}`, 'more than 45 days'],
    [`/live/history?city=delft&from=${iso(0)}&to=${iso(9)}&datastreams=1,x`, 'names “x”'],
    [
      `/live/history?city=delft&from=${iso(0)}&to=${iso(9)}&datastreams=9999999999`,
      'names “9999999999”',
    ],
    [
      `/live/history?city=delft&from=${iso(0)}&to=${iso(9)}&datastreams=${'1,'.repeat(1000)}1`,
      '1001',
    ],
    [`/live/history?city=delft&from=${iso(0)}&to=${iso(9)}&every=0`, 'every is “0”'],
    [`/live/history?city=delft&from=${iso(0)}&to=${iso(9)}&every=abc`, 'every is “abc”'],
    ['/live/snapshot', 'Expected a city'],
  ])('says what is wrong with %s', async (url, sentence) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toContain(sentence);
  });

  it.each(['datastreams', 'snapshot', 'history', 'clock'])(
    'answers 404 for /live/%s of a city that is not there',
    async (name) => {
      const answer = await get(`/live/${name}?city=atlantis`);
      expect([answer.statusCode, answer.json().error]).toEqual([404, 'There is no city atlantis.']);
    },
  );

  it('refuses a history of more than a million readings', async () => {
    await server.close();
    const world = aLiveWorld(start, [1]);
    const many = { datastream: new Uint32Array(1_000_001), timeMs: new Float64Array(1_000_001) };
    const rows = { ...many, value: many.timeMs, quality: new Uint8Array(1_000_001) };
    server = await aLiveServer(world, {
      storage: { ...world.storage, history: async () => rows },
    });
    const answer = await get(`/live/history?city=delft&from=${iso(0)}&to=${iso(9)}`);
    expect(answer.statusCode).toBe(413);
    expect(answer.json().error).toBe('More than 1000000 readings; ask for less, or use every.');
  });

  it('lists the datastreams with their numbers', async () => {
    const { sensors, simulated } = (await get('/live/datastreams?city=delft')).json();
    expect(simulated).toBe(true);
    expect(sensors[1]).toMatchObject({ id: 'G-2', datastreams: [{ number: 2, intervalS: 1 }] });
  });

  it('tells and sets the clock of the source', async () => {
    const before = await get('/live/clock?city=delft');
    expect(before.json()).toEqual({ nowMs: start, rate: 1, isSettable: true });
    expect((await put({ rate: 60 })).json()).toEqual({ nowMs: start, rate: 60, isSettable: true });
    expect((await put({ nowMs: start - 5000 })).json().nowMs).toBe(start - 5000);
    expect(server.world.rate).toBe(60);
  });

  it.each([
    [{ rate: -1 }, 'rate: '],
    [{ rate: 'fast' }, 'rate: '],
    [{ nowMs: null }, 'nowMs: '],
  ])('refuses to set the clock to %j', async (body, sentence) => {
    const answer = await put(body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toContain(sentence);
    expect(server.world).toMatchObject({ nowMs: start, rate: 1 });
  });

  it('lets no page of another origin set the clock', async () => {
    const answer = await put({ rate: 0 }, { origin: 'https://elsewhere.example' });
    expect(answer.statusCode).toBe(403);
    expect(server.world.rate).toBe(1);
    const own = await put({ rate: 0 }, { origin: 'http://twin.example', host: 'twin.example' });
    expect(own.statusCode).toBe(200);
  });

  it('says that time is nobody’s to set where the source can’t', async () => {
    await server.close();
    const world = aLiveWorld(start, [1]);
    server = await aLiveServer(world, {
      now: () => start,
      news: { onBatch: () => () => {}, onAlarm: () => () => {}, findClock: () => undefined },
    });
    expect((await get('/live/clock?city=delft')).json()).toEqual({
      nowMs: start,
      rate: 1,
      isSettable: false,
    });
    expect((await put({ rate: 2 })).statusCode).toBe(409);
  });

  it('goes on live where storage can’t tell the latest values', async () => {
    await server.close();
    const world = aLiveWorld(start, [1]);
    const latest = () => Promise.reject(new Error('away'));
    server = await aLiveServer(world, {
      storage: { ...world.storage, latest },
      report: (sentence) => reports.push(sentence),
    });
    expect(reports).toEqual(["Live, delft: the latest values can't be read: away."]);
    server.deliver([1, start, 3]);
    await server.tick();
    expect(rowsOf(await frameOf('/live/snapshot?city=delft'))).toEqual([[1, 0, 3, 0]]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { aLiveServer, aLiveWorld, type LiveServer } from '#server/live/a-live-server.ts';
import { connect, serve } from '../port.ts';
import type { FeedWorker } from './client.ts';
import type { FeedItem, FeedProtocol } from './protocol.ts';
import { createFeedService, type FeedService } from './service.ts';

const start = Date.UTC(2026, 10, 26);

let server: LiveServer;
let service: FeedService;
let worker: FeedWorker;
let requests: string[];
let items: FeedItem[];
let reading: Promise<void>;

beforeEach(async () => {
  requests = [];
  items = [];
  server = await aLiveServer(aLiveWorld(start, [11, 22, 33]));
  const { port1, port2 } = new MessageChannel();
  service = createFeedService({
    fetch: (url, init) => {
      requests.push(`${init?.method ?? 'GET'} ${new URL(String(url)).pathname}`);
      return fetch(url, init);
    },
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  serve<FeedProtocol>(port1, service);
  worker = connect<FeedProtocol>(port2, 'feed');
});
afterEach(async () => {
  worker.close();
  service.stop();
  await reading.catch(() => {});
  await server.close();
});

async function open(city = 'delft') {
  const catalogue = await worker.call('open', { city, origin: server.url });
  reading = (async () => {
    for await (const item of worker.stream('follow', undefined)) items.push(item);
  })();
  reading.catch(() => {});
  return catalogue;
}
const last = () => items.at(-1);
const columns = () => items.findLast(({ latest }) => latest)?.latest;
const until = (isTrue: () => boolean) => expect.poll(isTrue, { timeout: 4000 }).toBe(true);
const live = () => until(() => last()?.summary.connection === 'live');

describe('the feed of a city', () => {
  it('opens with the catalogue and follows by its rows', async () => {
    const catalogue = await open();
    expect(catalogue.id).toEqual(['G-11', 'G-22', 'G-33']);
    await live();
    server.deliver([22, start, 2.5], [33, start + 500, 7, 5]);
    await server.tick();
    await until(() => columns()?.value[1] === 2.5);
    expect(columns()).toEqual({
      value: Float64Array.of(Number.NaN, 2.5, 7),
      timeMs: Float64Array.of(Number.NaN, start, start + 500),
      quality: Uint8Array.of(3, 0, 5),
      isStale: Uint8Array.of(1, 0, 0),
    });
    expect([...(last()?.changedRows ?? [])]).toEqual([1, 2]);
    expect(last()?.summary).toMatchObject({
      shown: 'live',
      sourceTimeMs: start + 1000,
      latestMs: start + 500,
      count: 2,
      staleCount: 1,
      clock: { nowMs: start, rate: 1, isSettable: true },
    });
  });

  it('has rows of what measures alone, not of what is expected', async () => {
    server.world.forecasts = [22];
    const catalogue = await open();
    expect([...catalogue.rows.number]).toEqual([11, 33]);
    expect(catalogue.id).toEqual(['G-11', 'G-22', 'G-33']);
  });

  it('tells what has gone stale, though nothing new came', async () => {
    await open();
    await live();
    server.deliver([11, start, 1]);
    await server.tick();
    await until(() => columns()?.isStale[0] === 0);
    await server.tick(5000);
    await until(() => columns()?.isStale[0] === 1);
    expect(columns()?.value[0]).toBe(1);
  });

  it('says in one sentence that there is no such city', async () => {
    await expect(open('atlantis')).rejects.toThrow('There is no city atlantis.');
    reading = Promise.resolve();
  });

  it('says that it was not opened', async () => {
    reading = Promise.resolve();
    await expect(worker.call('show', { kind: 'live' })).rejects.toThrow('before it was opened');
  });

  it('sends at most ten items a second, and the last of them tells everything', async () => {
    await open();
    await live();
    const before = items.length;
    const began = performance.now();
    for (let turn = 1; turn <= 50; turn += 1) {
      server.deliver([11, start + turn, turn]);
      await server.tick(10);
    }
    await until(() => columns()?.value[0] === 50);
    const possible = Math.ceil((performance.now() - began) / 100) + 2;
    expect(items.length - before).toBeLessThanOrEqual(possible);
  });

  it('draws the last minutes from memory and older readings from the server', async () => {
    server.world.readings.push([11, start - 5000, -5]);
    await open();
    await live();
    for (let second = 0; second < 5; second += 1) {
      server.deliver([11, server.world.nowMs + 500, second]);
      await server.tick();
    }
    await until(() => columns()?.value[0] === 4);
    const asked = requests.length;
    const span = { datastreams: [11, 22], fromMs: start + 1000, toMs: start + 4000 };
    const [recent, nothing] = await worker.call('history', span);
    expect(requests.length).toBe(asked);
    expect(recent).toEqual({
      datastream: 11,
      timeMs: Float64Array.of(start + 1500, start + 2500, start + 3500),
      value: Float64Array.of(1, 2, 3),
      quality: new Uint8Array(3),
    });
    expect(nothing?.timeMs).toEqual(new Float64Array());
    const [longer] = await worker.call('history', { ...span, fromMs: start - 10_000 });
    expect([...(longer?.value ?? [])]).toEqual([-5, 0, 1, 2, 3]);
    expect(requests.slice(asked)).toEqual(['GET /live/history']);
  });

  it('has no hole in a chart after a sleep that outlasted the ring', async () => {
    await open();
    await live();
    server.deliver([11, start, 1]);
    await server.tick();
    await until(() => columns()?.value[0] === 1);
    // Another server has no frames of the time before: its readers get a snapshot.
    const { port, world } = server;
    await server.close();
    world.readings.push([11, start + 2000, 2], [11, start + 3000, 3]);
    world.nowMs = start + 4000;
    server = await aLiveServer(world, { port });
    await until(() => (last()?.summary.snapshotsTaken ?? 0) === 1);
    await until(() => columns()?.value[0] === 3);
    server.deliver([11, start + 4500, 4]);
    await server.tick();
    await until(() => columns()?.value[0] === 4);
    const [series] = await worker.call('history', {
      datastreams: [11],
      fromMs: start,
      toMs: start + 9000,
    });
    expect([...(series?.value ?? [])]).toEqual([1, 2, 3, 4]);
  });

  it('shows the past where it is told to, and the present again', async () => {
    server.world.readings.push([11, start - 60_000, 6], [11, start - 30_000, 3]);
    await open();
    await live();
    await worker.call('show', { kind: 'replay', atMs: start - 40_000, rate: 0 });
    await until(() => last()?.summary.shown === 'replay' && !last()?.summary.isLoading);
    expect(columns()?.value[0]).toBe(6);
    expect(last()?.summary).toMatchObject({ sourceTimeMs: start - 40_000, count: 1 });
    const before = last()?.summary.sequence ?? 0;
    server.deliver([11, start + 500, 1]);
    await server.tick();
    await until(() => last()?.summary.sequence === before + 1);
    expect(columns()?.value[0]).toBe(6);
    await worker.call('show', { kind: 'live' });
    await until(() => last()?.summary.shown === 'live' && columns()?.value[0] === 1);
    expect(columns()?.timeMs[0]).toBe(start + 500);
  });

  it('gives the state at an instant without showing it', async () => {
    server.world.readings.push([22, start - 9000, 4]);
    await open();
    const state = await worker.call('snapshotAt', { atMs: start - 8000 });
    expect([...state.value]).toEqual([Number.NaN, 4, Number.NaN]);
  });

  it('sets the clock of the source, hears of it, and forgets what never was', async () => {
    server.world.readings.push([11, start - 60_000, 6]);
    await open();
    await live();
    server.deliver([11, start, 1]);
    await server.tick();
    await until(() => columns()?.value[0] === 1);
    const clock = await worker.call('setClock', { nowMs: start - 50_000, rate: 60 });
    expect(clock).toEqual({ nowMs: start - 50_000, rate: 60, isSettable: true });
    await server.tick();
    await until(() => last()?.summary.clock?.rate === 60 && columns()?.value[0] === 6);
    expect(last()?.summary.sourceTimeMs).toBe(start + 10_000);
  });

  it('knows the alarms that stand, hears of others, and reads what it missed while offline', async () => {
    const alarm = { level: 'alarm', value: 3, threshold: 2, raisedAtMs: start } as const;
    server.world.alarms = [{ ...alarm, id: 1, datastream: 11 }];
    await open();
    const news = () => items.flatMap(({ alarms }) => alarms ?? []);
    await until(() => news().length === 1);
    expect(news()[0]).toEqual({ isSnapshot: true, alarms: server.world.alarms });
    server.raise({ ...alarm, id: 2, datastream: 22 });
    await until(() => news().length === 2);
    expect(news()[1]).toEqual({ isSnapshot: false, alarms: [{ ...alarm, id: 2, datastream: 22 }] });
    const { port, world } = server;
    await server.close();
    world.alarms = [{ ...alarm, id: 3, datastream: 33 }];
    server = await aLiveServer(world, { port });
    await until(() => news().length === 3);
    expect(news()[2]).toEqual({ isSnapshot: true, alarms: world.alarms });
  });

  it('takes the new catalogue where the city was built anew', async () => {
    await open();
    await live();
    server.world.datastreams = [11, 44, 22, 33];
    await server.reload();
    await until(() => items.some(({ sensors }) => sensors?.count === 4));
    server.deliver([22, start, 5]);
    await server.tick();
    await until(() => columns()?.value[2] === 5);
    expect(columns()?.value.length).toBe(4);
  });

  it('goes offline with a reason, and comes back by itself', async () => {
    await open();
    await live();
    const { port, world } = server;
    await server.close();
    await until(() => last()?.summary.connection === 'offline');
    expect(last()?.summary.problem).toBe('The server stops.');
    server = await aLiveServer(world, { port });
    await live();
    expect(last()?.summary.problem).not.toBe('The server stops.');
  });
});

import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { formatLiveFrame, type LiveFrame } from '#contract/live-frame.ts';
import { aBadProxy, type BadProxy } from '#server/live/a-bad-proxy.ts';
import { aLiveServer, aLiveWorld, type LiveServer } from '#server/live/a-live-server.ts';
import { LiveLine } from './live-line.ts';
import { openSocket } from './open-socket.ts';

const start = Date.UTC(2026, 10, 26);
const patience = { silentMs: 120, checkMs: 30, firstWaitMs: 10, longestWaitMs: 50 };

let server: LiveServer;
let proxy: BadProxy;
let line: LiveLine;
let frames: LiveFrame[];

const createLine = (port: number) =>
  new LiveLine({
    connect: (since, listener) =>
      openSocket(
        WebSocket as unknown as typeof globalThis.WebSocket,
        { origin: `http://127.0.0.1:${port}`, city: 'delft', since },
        listener,
      ),
    onFrame: (frame) => frames.push(frame),
    onEvent: () => {},
    onConnection: () => {},
    patience,
  });

async function connectLine(): Promise<void> {
  frames = [];
  line = createLine(proxy.port);
  line.start();
  await expect.poll(() => frames.length).toBeGreaterThan(0);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Values of every reading that came as news, in the order of its coming. */
const seen = () => frames.flatMap(({ value }) => [...value]);
const countTo = (count: number) => Array.from({ length: count }, (_, value) => value);

describe('a line over TCP', () => {
  beforeEach(async () => {
    server = await aLiveServer(aLiveWorld(start, [1, 2]));
    proxy = await aBadProxy(server.port);
  });
  afterEach(async () => {
    line.stop();
    await proxy.close();
    await server.close();
  });

  it('sees every reading exactly once, though it is cut, swallowed and slowed', async () => {
    await connectLine();
    let value = 0;
    for (let turn = 0; turn < 120; turn += 1) {
      for (let reading = 0; reading < 3; reading += 1) {
        server.deliver([1 + (value % 2), server.world.nowMs + reading, value]);
        value += 1;
      }
      await server.tick();
      await pause(10);
      if (turn % 40 === 10) proxy.cut();
      if (turn % 40 === 20) proxy.swallow();
      if (turn === 60) proxy.slow(20_000);
      if (turn === 80) proxy.slow(Number.POSITIVE_INFINITY);
    }
    await expect
      .poll(
        async () => {
          await server.tick();
          return seen().length;
        },
        { timeout: 5000 },
      )
      .toBe(value);
    expect(seen()).toEqual(countTo(value));
    expect(frames.filter(({ isSnapshot }) => isSnapshot)).toHaveLength(1);
    expect(proxy.connections).toBeGreaterThan(4);
    expect(line.recoveries.snapshotsTaken).toBe(0);
    expect(line.recoveries.gapsRecovered).toBeGreaterThan(4);
  }, 30_000);

  it('goes on from a snapshot where the server was another one meanwhile', async () => {
    await connectLine();
    server.deliver([1, start, 1]);
    await server.tick();
    await expect.poll(() => frames.at(-1)?.datastream.length).toBe(1);
    const { port } = server;
    server.world.readings.push([2, start + 500, 2]);
    await server.close();
    server = await aLiveServer(server.world, { port });
    await expect.poll(() => line.recoveries.snapshotsTaken, { timeout: 5000 }).toBe(1);
    const last = frames.at(-1);
    expect(last).toMatchObject({ isSnapshot: true, datastream: Uint32Array.of(1, 2) });
    server.deliver([1, start + 2000, 3]);
    await server.tick();
    await expect.poll(() => frames.at(-1)?.value).toEqual(Float32Array.of(3));
  });

  it('gets the latest values, not the backlog, where it can’t keep up', async () => {
    await connectLine();
    proxy.slow(2_000_000);
    const count = 20_000;
    server.world.datastreams = countTo(count);
    await server.reload();
    for (let turn = 1; turn <= 30; turn += 1) {
      const timeMs = server.world.nowMs;
      server.deliver(...countTo(count).map((id) => [id, timeMs, turn] as const));
      await server.tick();
    }
    proxy.slow(Number.POSITIVE_INFINITY);
    await expect
      .poll(
        async () => {
          await server.tick();
          await pause(20);
          return frames.at(-1)?.sequence === line.sequence && seenLast(count) === 30;
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    const conflated = frames.filter(({ isSnapshot }) => isSnapshot).length - 1;
    expect(conflated).toBeGreaterThan(0);
  }, 30_000);
});

describe('a line to a server that sends what it should not', () => {
  const snapshot = formatLiveFrame({
    sequence: 5,
    topic: 1,
    sourceTimeMs: start,
    isSnapshot: true,
    datastream: new Uint32Array(),
    timeMs: new Float64Array(),
    value: new Float32Array(),
    quality: new Uint8Array(),
  });
  const tooFewRows = new Uint8Array(snapshot.slice(0));
  tooFewRows.set([255, 255, 255, 255], 4);

  it.each([
    ['bytes that are no frame', Buffer.from('{"not":"binary"}'.repeat(5))],
    ['a frame cut short', new Uint8Array(snapshot, 0, 39)],
    ['a frame that claims more rows than it has', tooFewRows],
    ['an event of no known kind', '{"kind":"surprise"}'],
    ['a text that is no JSON', 'hello'],
  ])('begins anew, from nothing, after %s', async (_, message) => {
    const asked: string[] = [];
    const hostile = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    hostile.on('connection', (socket, request) => {
      asked.push(request.url ?? '');
      socket.send(snapshot);
      if (asked.length === 1) socket.send(message);
    });
    await once(hostile, 'listening');
    const address = hostile.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    frames = [];
    line = createLine(port);
    line.start();
    await expect.poll(() => frames.length, { timeout: 5000 }).toBe(2);
    line.stop();
    hostile.close();
    expect(asked).toEqual(['/live?city=delft', '/live?city=delft']);
  });
});

const seenLast = (id: number): number | undefined => {
  for (const frame of frames.toReversed()) {
    const at = frame.datastream.lastIndexOf(id - 1);
    if (at >= 0) return frame.value[at];
  }
  return undefined;
};

import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { LIVE_PROTOCOL, type LiveFrame, parseLiveFrame } from '#contract/live-frame.ts';
import { aLiveServer, aLiveWorld, type LiveServer } from './a-live-server.ts';

const start = Date.UTC(2026, 10, 26);

let server: LiveServer;
beforeEach(async () => {
  server = await aLiveServer(aLiveWorld(start, [1, 2]), { now: () => start });
});
afterEach(() => server.close());

const open = (query = 'city=delft', options: object = {}, protocol: string = LIVE_PROTOCOL) => {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/live?${query}`, protocol, options);
  socket.binaryType = 'arraybuffer';
  return socket;
};
/** Messages as they come: events as they were sent, frames parsed. */
function listen(socket: WebSocket) {
  const messages: (string | LiveFrame)[] = [];
  const waiting: (() => void)[] = [];
  socket.on('message', (data: ArrayBuffer | Buffer, isBinary: boolean) => {
    messages.push(isBinary ? parseLiveFrame(data as ArrayBuffer) : data.toString());
    for (const wake of waiting.splice(0)) wake();
  });
  return async (count: number) => {
    while (messages.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    return messages;
  };
}
const refusal = (socket: WebSocket) =>
  new Promise<number | undefined>((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.on('open', () => resolve(undefined));
    socket.on('error', () => {});
  });
const closing = async (socket: WebSocket) => {
  const [code, reason] = await once(socket, 'close');
  return [code, String(reason)];
};

describe('a socket of /live', () => {
  it('hears the clock, then a snapshot, then each frame', async () => {
    server.deliver([1, start, 10]);
    await server.tick();
    const socket = open();
    const hear = listen(socket);
    await hear(2);
    server.deliver([2, start + 1500, 20]);
    await server.tick();
    const [clock, snapshot, frame] = await hear(3);
    expect(clock).toBe(
      `{"kind":"clock","clock":{"nowMs":${start + 1000},"rate":1,"isSettable":true}}`,
    );
    expect(snapshot).toMatchObject({ isSnapshot: true, sequence: start + 1 });
    expect(frame).toMatchObject({
      isSnapshot: false,
      sequence: start + 2,
      sourceTimeMs: start + 2000,
    });
    expect(socket.protocol).toBe(LIVE_PROTOCOL);
    expect(socket.extensions).toBe('');
    socket.close();
  });

  it('begins with what storage holds', async () => {
    const world = aLiveWorld(start, [1, 2]);
    world.readings.push([1, start - 5000, 1], [1, start - 1000, 2], [2, start + 5000, 9]);
    await server.close();
    server = await aLiveServer(world);
    const [, snapshot] = await listen(open())(2);
    expect(snapshot).toMatchObject({ datastream: Uint32Array.of(1), value: Float32Array.of(2) });
  });

  it('goes on where the last one ended', async () => {
    for (let second = 0; second < 5; second += 1) await server.tick();
    const [, first, second] = await listen(open(`city=delft&since=${start + 3}`))(3);
    expect([first, second]).toMatchObject([{ sequence: start + 4 }, { sequence: start + 5 }]);
  });

  it('hears alarms of its city and of no other', async () => {
    const hear = listen(open());
    await hear(2);
    const alarm = { id: 5, level: 'alarm', value: 3, threshold: 2, raisedAtMs: start } as const;
    server.raise({ ...alarm, datastream: 77 });
    server.raise({ ...alarm, datastream: 2 });
    expect(JSON.parse(String((await hear(3))[2]))).toEqual({
      kind: 'alarm',
      alarm: { ...alarm, datastream: 2 },
    });
  });

  it('hears that the clock was set, and gets a snapshot where it went back', async () => {
    server.deliver([1, start, 10]);
    await server.tick(60_000);
    server.deliver([1, start + 60_000, 11]);
    await server.tick();
    const hear = listen(open());
    await hear(2);
    server.world.clock.set?.({ nowMs: start + 30_000, rate: 0 });
    await hear(3);
    await server.tick();
    const [, , event, frame] = await hear(4);
    expect(JSON.parse(String(event))).toMatchObject({ clock: { nowMs: start + 30_000, rate: 0 } });
    expect(frame).toMatchObject({
      isSnapshot: true,
      sourceTimeMs: start + 30_000,
      datastream: Uint32Array.of(1),
      value: Float32Array.of(10),
    });
  });

  it('hears that the datastreams are others', async () => {
    const hear = listen(open());
    await hear(2);
    server.world.datastreams = [1, 2, 3];
    await server.reload();
    expect((await hear(3))[2]).toBe('{"kind":"catalogue"}');
    server.deliver([3, start, 7]);
    await server.tick();
    expect((await hear(4))[3]).toMatchObject({ datastream: Uint32Array.of(3) });
  });

  it('finds the city of a datastream that it did not know by itself', async () => {
    const hear = listen(open());
    await hear(2);
    server.world.datastreams = [1, 2, 3];
    server.deliver([3, start, 7]);
    await server.tick();
    await server.tick();
    const frames = (await hear(4)).filter((one) => typeof one !== 'string');
    expect(frames.flatMap(({ datastream }) => [...datastream])).toEqual([3]);
  });

  it('hears nothing of what is expected', async () => {
    server.world.datastreams = [1, 2, 3];
    server.world.forecasts = [3];
    await server.reload();
    const hear = listen(open());
    await hear(2);
    server.deliver([3, start + 500, 7], [2, start, 8]);
    await server.tick();
    await server.tick();
    const frames = (await hear(4)).filter((one) => typeof one !== 'string');
    expect(frames.flatMap(({ datastream }) => [...datastream])).toEqual([2]);
  });

  it.each([
    ['https://elsewhere.example', 403],
    ['http://127.0.0.1', 403],
    ['null', 403],
    ['file://', 403],
    ['no origin at all', undefined],
  ])('answers a page of %s with %s', async (named, status) => {
    const options = status === undefined ? {} : { origin: named };
    expect(await refusal(open('city=delft', options))).toBe(status);
  });

  it('lets pages of its own origin in', async () => {
    const origin = `http://127.0.0.1:${server.port}`;
    expect(await refusal(open('city=delft', { origin }))).toBeUndefined();
  });

  it.each([
    ['', 400],
    ['city=', 400],
    ['city=atlantis', 404],
    ['city=delft&since=-1', 400],
    ['city=delft&since=1e9', 400],
    ['city=delft&since=12345678901234567', 400],
  ])('is refused where it asks “%s”', async (query, status) => {
    expect(await refusal(open(query))).toBe(status);
  });

  it('is refused without the subprotocol', async () => {
    expect(await refusal(open('city=delft', {}, 'mqtt'))).toBe(400);
  });

  it('is refused at any other path', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/elsewhere`, LIVE_PROTOCOL);
    expect(await refusal(socket)).toBe(404);
  });

  it('is refused beyond the limit, and let in again when another leaves', async () => {
    await server.close();
    server = await aLiveServer(aLiveWorld(start, [1]), { limit: 1 });
    const first = open();
    await once(first, 'open');
    expect(await refusal(open())).toBe(503);
    first.terminate();
    await expect.poll(() => refusal(open())).toBeUndefined();
  });

  it.each([
    ['text', (socket: WebSocket) => socket.send('hello'), 1008],
    ['a frame', (socket: WebSocket) => socket.send(Buffer.alloc(40)), 1008],
    ['more than it may', (socket: WebSocket) => socket.send(Buffer.alloc(2000)), 1009],
  ])('is closed where it sends %s', async (_, send, code) => {
    const socket = open();
    await once(socket, 'open');
    send(socket);
    expect((await closing(socket))[0]).toBe(code);
  });

  it('is closed where it sends what is no WebSocket frame', async () => {
    const raw = connect(server.port, '127.0.0.1');
    raw.write(
      [
        'GET /live?city=delft HTTP/1.1',
        `Host: 127.0.0.1:${server.port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        `Sec-WebSocket-Protocol: ${LIVE_PROTOCOL}`,
        '',
        '',
      ].join('\r\n'),
    );
    await once(raw, 'data');
    raw.write(Buffer.from('not masked, not a frame'));
    raw.resume();
    await once(raw, 'close');
    const socket = open();
    await once(socket, 'open');
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  it('is ended where it no longer answers pings', async () => {
    await server.close();
    server = await aLiveServer(aLiveWorld(start, [1]), { pingMs: 30 });
    const silent = open('city=delft', { autoPong: false });
    const awake = open();
    await once(awake, 'open');
    expect((await closing(silent))[0]).toBe(1006);
    expect(awake.readyState).toBe(WebSocket.OPEN);
  });

  it('is told when the server stops', async () => {
    const socket = open();
    await once(socket, 'open');
    const [said] = await Promise.all([closing(socket), server.close()]);
    expect(said).toEqual([1001, 'The server stops.']);
  });

  it('does not hold up the stop where it says no goodbye', async () => {
    const raw = open();
    await once(raw, 'open');
    raw.pause();
    await server.close();
    expect(server.app.server.listening).toBe(false);
    raw.terminate();
  });
});

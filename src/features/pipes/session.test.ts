import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NETWORK_MOVES } from '#model/network-move.ts';
import { radians } from '#model/units.ts';
import { createFrames } from '#scene/frames.ts';
import { dismissGuest, welcomeGuest } from '#store/guests.ts';
import { select } from '#store/selection.ts';
import { createAppStore } from '#store/store.ts';
import type { PipesLine, PipesWorker } from '#workers/pipes/client.ts';
import type { PipesProtocol } from '#workers/pipes/protocol.ts';
import { createPipesService } from '#workers/pipes/service.ts';
import { connect, serve } from '#workers/port.ts';
import { PIPES_LINE, PIPES_NETWORKS } from './contract/channels.ts';
import { PIPE_LEGEND } from './contract/legend.ts';
import { noMarks, PIPE_MARKS } from './contract/marks.ts';
import { PIPE_SHAPES, type PipeShapes } from './contract/shapes.ts';
import { PIPE_TABLE, type PipeTable, pipeFlags, pipeValues } from './contract.ts';
import { aCity, stormFiles, waterFiles } from './kernel/a-city.ts';
import type { PartContext } from './session/part.ts';
import { startPipesSession } from './session.ts';
import { placeNetwork } from './state/place.ts';
import { changeLook, selectPipes } from './state.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0).reverse()) end();
});

async function serveFiles() {
  const files: Readonly<Record<string, string>> = { ...waterFiles, ...stormFiles };
  const broken = new Map<string, number>();
  const changed = new Map<string, string>();
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1).replace('.geojsonl', '');
    const text = changed.get(name) ?? files[name];
    const status = broken.get(name) ?? (text === undefined ? 404 : 200);
    response.writeHead(status).end(status === 200 ? text : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { baseUrl, broken, changed };
}

const WATER = ['pipes-water', 'nodes-water', 'valves-water'];
const STORM = ['pipes-storm', 'nodes-storm'];

/** A session in a city with these collections; workers are counted and can be ended, and so are parts. */
async function aSession(...collections: string[]) {
  const { baseUrl, broken, changed } = await serveFiles();
  const city = { manifest: aCity('town', collections), baseUrl };
  const store = createAppStore({ city });
  const frames = createFrames();
  const workers: PipesWorker[] = [];
  const paints: number[] = [];
  const parts: { readonly context: PartContext; isStopped: boolean }[] = [];
  const session = startPipesSession(
    {
      store,
      frames,
      find: async () => undefined,
      findInside: async () => [],
      measure: async () => [],
    },
    {
      startWorker() {
        const { port1, port2 } = new MessageChannel();
        const service = createPipesService();
        const paint: typeof service.calls.paint = (params, context) => {
          paints.push(performance.now());
          return service.calls.paint(params, context);
        };
        serve<PipesProtocol>(port2, { ...service, calls: { ...service.calls, paint } });
        const worker = connect<PipesProtocol>(port1, 'pipes');
        workers.push(worker);
        endings.push(() => {
          port1.close();
          port2.close();
        });
        return worker;
      },
      now: () => 1000,
      parts: [
        (context) => {
          const part = { context, isStopped: false };
          parts.push(part);
          return () => {
            part.isStopped = true;
          };
        },
      ],
      waitMs: { work: 10, worker: 10, paint: 20 },
    },
  );
  endings.push(() => session.stop());
  const table = () => frames.peek<PipeTable>(PIPE_TABLE);
  const flagOf = (index: number) => table()?.bytes[4 * index + 2];
  const line = () => frames.peek<PipesLine>(PIPES_LINE)!;
  const ids = () => selectPipes(store.getState()).networks.map(({ network }) => network);
  const problems = () => store.getState().problems.map(({ path, code }) => `${path} ${code}`);
  return {
    ...{ store, frames, session, workers, paints, parts, baseUrl, broken, changed },
    ...{ table, flagOf, line, ids, problems },
  };
}

const until = (isTrue: () => boolean) =>
  vi.waitFor(() => expect(isTrue()).toBe(true), { timeout: 5000, interval: 5 });

describe('the session of networks', () => {
  it('opens the networks of the city, publishes shapes and table, and starts the parts', async () => {
    const { ids, table, frames, parts } = await aSession(...WATER, ...STORM);
    await until(() => table() !== undefined);
    expect(ids()).toEqual(['water', 'storm']);
    expect(frames.peek<PipeShapes>(PIPE_SHAPES)?.count).toBe(13);
    expect(table()?.count).toBe(13);
    expect(frames.peek(PIPES_NETWORKS)).toMatchObject([{ network: 'water' }, { network: 'storm' }]);
    expect(parts).toHaveLength(1);
    expect(parts[0]?.context.sources.map(({ id }) => id)).toEqual(['water', 'storm']);
  });

  it('starts no worker where there is no network, until a guest brings one', async () => {
    const { store, workers, ids, baseUrl, parts, table } = await aSession('streets');
    expect(workers).toHaveLength(0);
    welcomeGuest(store, { id: 'dropped-net', manifest: aCity('dropped-net', WATER), baseUrl });
    await until(() => table() !== undefined);
    expect(ids()).toEqual(['dropped-net-water']);
    dismissGuest(store, 'dropped-net');
    await until(() => ids().length === 0);
    expect(parts.map(({ isStopped }) => isStopped)).toEqual([true]);
  });

  it('tells others where a person put what may be put, and nothing of what stands', async () => {
    const { store, frames, session, baseUrl, ids } = await aSession(...WATER, ...STORM);
    welcomeGuest(store, { id: 'dropped-net', manifest: aCity('dropped-net', WATER), baseUrl });
    await until(() => ids().length === 3);
    expect(frames.peek(NETWORK_MOVES)).toEqual({});
    const move = { longitudeDeg: 10.1, latitudeDeg: 54.2, turnDeg: 30, scale: 1, upM: 2 };
    placeNetwork(store, 'storm', move);
    placeNetwork(store, 'dropped-net-water', move);
    expect(frames.peek(NETWORK_MOVES)).toEqual({ 'dropped-net-water': move });
    session.stop();
    expect(frames.peek(NETWORK_MOVES)).toEqual({});
  });

  it('paints anew when the look, the marks or a solver’s values change', async () => {
    const { store, frames, flagOf, table } = await aSession(...WATER);
    await until(() => flagOf(0) === 0);
    changeLook(store, { hidden: ['water'] });
    await until(() => flagOf(0) === pipeFlags.hidden);
    frames.publish(PIPE_MARKS, { ...noMarks, isolated: Uint32Array.of(1) });
    await until(() => flagOf(1) === (pipeFlags.hidden | pipeFlags.isolated));
    changeLook(store, { hidden: [], colouring: 'flow' });
    frames.publish(pipeValues('water'), {
      ...{ network: 'water', atMs: 5, model: 'test', staleSinceMs: undefined },
      ...{ links: { flow: Float32Array.of(1, 2, 3) }, nodes: {} },
    });
    await until(() => table()?.bytes[0] === 1);
    expect(frames.peek(PIPE_LEGEND)).toMatchObject({ unit: 'm³/s', solved: { model: 'test' } });
    frames.publish(pipeValues('water'), undefined);
    await until(() => table()?.bytes[0] === 0);
  });

  it('paints no more often than it may, and ends with the latest wish', async () => {
    const { store, paints, flagOf } = await aSession(...WATER);
    await until(() => flagOf(0) === 0);
    const before = paints.length;
    for (let wish = 0; wish < 50; wish++) changeLook(store, { hidden: wish % 2 ? ['water'] : [] });
    await until(() => flagOf(0) === pipeFlags.hidden);
    expect(paints.length - before).toBeLessThanOrEqual(2);
  });

  it('goes on in a new worker when one dies, with the values that were known, and asks it what is open', async () => {
    const { frames, workers, line, parts, problems, table, store } = await aSession(...WATER);
    await until(() => table() !== undefined);
    frames.publish(pipeValues('water'), {
      ...{ network: 'water', atMs: 5, model: 'test', staleSinceMs: undefined },
      ...{ links: { flow: Float32Array.of(1, 2, 3) }, nodes: {} },
    });
    changeLook(store, { colouring: 'flow' });
    await until(() => table()?.bytes[0] === 1);
    const asked = line().call('details', { key: 'water/link/P2' });
    workers[0]?.close();
    expect((await asked)?.id).toBe('P2');
    expect(workers).toHaveLength(2);
    frames.publish(PIPE_TABLE, undefined);
    await until(() => table()?.bytes[0] === 1);
    expect(parts).toHaveLength(1);
    await until(() => problems().length === 0);
  });

  it('says which network is away, opens the others and comes back to it', async () => {
    const { broken, ids, problems, store, parts } = await aSession();
    broken.set('pipes-water', 503);
    const { baseUrl } = store.getState().city ?? { baseUrl: '' };
    store.setState({ city: { manifest: aCity('town', [...WATER, ...STORM]), baseUrl } });
    await until(() => problems().includes('pipes/water network'));
    expect(ids()).toEqual(['storm']);
    expect(parts.at(-1)?.context.sources.map(({ id }) => id)).toEqual(['storm']);
    broken.clear();
    await until(() => ids().length === 2);
    await until(() => problems().length === 0);
    expect(parts.map(({ isStopped }) => isStopped)).toEqual([true, false]);
  });

  it('says how many elements are at fault, with the first of them', async () => {
    const { changed, problems, store } = await aSession();
    changed.set('pipes-storm', `${stormFiles['pipes-storm']}\n{"id":"S9","properties":{}}`);
    const { baseUrl } = store.getState().city ?? { baseUrl: '' };
    store.setState({ city: { manifest: aCity('town', STORM), baseUrl } });
    await until(() => problems().includes('pipes/storm faults'));
    expect(store.getState().problems[0]?.text.en).toBe(
      'The pipes-storm: 1 element is at fault. Pipe S9 has no fromNode.',
    );
  });

  it('finds the selected element again when its index has become another one', async () => {
    const { store, table, baseUrl } = await aSession(...WATER);
    await until(() => table() !== undefined);
    select(store, [
      { feature: 'pipes', index: 1, id: 'water/link/P2' },
      { feature: 'city', index: 7, id: 'x' },
    ]);
    const manifest = aCity('town', [...STORM, ...WATER]);
    store.setState({ city: { manifest, baseUrl } });
    await until(() => store.getState().selection[0]?.index === 4);
    expect(store.getState().selection[1]?.index).toBe(7);
  });

  it('answers search and selection by polygon', async () => {
    const { session, table } = await aSession(...WATER, ...STORM, 'streets');
    await until(() => table() !== undefined);
    const { signal } = new AbortController();
    const hits = await session.search?.('quellenweg', { limit: 9, signal });
    expect(hits?.map(({ title }) => title)).toContain('S1');
    expect(hits?.find(({ title }) => title === 'P1')?.detail).toBe(
      'Drinking water, steel, Quellenweg',
    );
    const polygon = [
      [10.0027, 53],
      [11, 53],
      [11, 55],
      [10.0027, 55],
    ].map(
      ([x = 0, y = 0]) => [radians((x * Math.PI) / 180), radians((y * Math.PI) / 180)] as const,
    );
    const inside = await session.findInside?.(polygon, signal);
    expect(inside).toEqual([{ feature: 'pipes', index: 6, id: 'water/node/C' }]);
  });

  it('takes everything back when it stops', async () => {
    const { session, frames, table, ids, parts } = await aSession(...WATER);
    await until(() => table() !== undefined);
    session.stop();
    expect([PIPES_LINE, PIPE_SHAPES, PIPE_TABLE].map((one) => frames.peek(one))).toEqual([
      ...[undefined, undefined, undefined],
    ]);
    expect(ids()).toEqual([]);
    expect(parts[0]?.isStopped).toBe(true);
    expect(parts[0]?.context.signal.aborted).toBe(true);
  });
});

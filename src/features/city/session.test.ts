import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { radians } from '#model/units.ts';
import { createFrames } from '#scene/frames.ts';
import { retryLayer } from '#store/layers.ts';
import { setStanding } from '#store/scenarios.ts';
import { select } from '#store/selection.ts';
import { createAppStore, type OpenCity } from '#store/store.ts';
import type { CityProtocol } from '#workers/city/protocol.ts';
import { connect, type Service, serve, Transfer } from '#workers/port.ts';
import type { CityFrame, Look } from './contract.ts';
import { aCity } from './kernel/a-city.ts';
import { startCitySession } from './session.ts';
import { addFilter, citySlice, colourCity, hide, selectAlike, selectCity } from './state.ts';

const openCity = (): OpenCity => {
  const manifest: CityManifest = {
    format: 'panopolis-city',
    version: 1,
    id: 'testville',
    name: 'Testville',
    build: '0123456789ab',
    boundsDeg: [4, 51, 5, 52],
    heightM: [0, 100],
    crs: { horizontal: 'EPSG:28992', vertical: 'EPSG:5709' },
    timeZone: 'Europe/Amsterdam',
    sources: [],
    layers: [aCity(2).build().layer],
  };
  return { manifest, baseUrl: 'http://localhost/cities/testville/' };
};

type Calls = Service<CityProtocol>['calls'];

/** A worker whose answers the test decides, behind the real port. */
class FakeWorkers {
  readonly asked: { name: string; params: unknown; signal: AbortSignal }[] = [];
  readonly answers: Partial<Calls>;
  started = 0;
  #kill: (() => void) | undefined;
  #ports: MessagePort[] = [];

  constructor(answers: Partial<Calls> = {}) {
    this.answers = answers;
  }

  start = () => {
    this.started++;
    const { port1, port2 } = new MessageChannel();
    this.#ports.push(port1, port2);
    this.#kill = () => port1.dispatchEvent(new Event('error'));
    serve<CityProtocol>(port2, { calls: this.#calls(), streams: { loading: silence } });
    return connect<CityProtocol>(port1, 'city');
  };

  die(): void {
    this.#kill?.();
  }

  lookPainted(): Look | undefined {
    return this.asked.findLast(({ name }) => name === 'paint')?.params as Look | undefined;
  }

  close(): void {
    for (const port of this.#ports) port.close();
  }

  #calls(): Calls {
    const plain: Calls = {
      open: ({ layer }) => ({ count: layer.count }),
      paint: () => {
        const rgba = Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1);
        return new Transfer({ rgba, matching: 2, legend: undefined }, [rgba.buffer]);
      },
      traits: () => Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0),
      measure: ({ ids }) =>
        ids.map((id) => ({
          ...{ id, title: `House ${id}` },
          floorAreaM2: { value: 120, rule: 'attribute', source: 'floorArea' } as const,
          heightM: { value: 9, rule: 'extent' } as const,
          volumeM3: { value: 700, rule: 'mesh' } as const,
        })),
      facets: ({ filters }) => filters.map(() => undefined),
      histogram: () => undefined,
      describe: ({ index }) => ({ ...place, index, id: `B-${index}`, values: {} }),
      statistics: ({ indices }) => ({ count: indices.length, columns: [], groups: [] }),
      search: ({ query }) => [
        { index: 1, id: 'B-1', title: query, detail: 'B-1', ...place, heightM: 50 },
      ],
      findInside: () => [{ index: 0, id: 'B-0' }],
      resolve: () => [],
      findAlike: () => [
        { index: 0, id: 'B-0' },
        { index: 1, id: 'B-1' },
      ],
      ...this.answers,
    };
    const watched = Object.entries(plain).map(([name, answer]) => [
      name,
      (params: never, context: { signal: AbortSignal }) => {
        this.asked.push({ name, params, signal: context.signal });
        return (answer as (params: never, context: object) => unknown)(params, context);
      },
    ]);
    return Object.fromEntries(watched) as Calls;
  }
}

const place = { groundM: 40, topM: 50, longitude: 0.1, latitude: 0.9, radiusM: 6 };

async function* silence(_: undefined, { signal }: { signal: AbortSignal }) {
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
  yield undefined;
}

const running: { stop(): void }[] = [];
afterEach(() => {
  for (const one of running.splice(0)) one.stop();
});

function start(workers = new FakeWorkers(), city: OpenCity | undefined = openCity()) {
  const store = createAppStore({ city });
  const frames = createFrames();
  const session = startCitySession(
    { store, frames },
    { startWorker: workers.start, now: () => 1, waitMs: { work: 5, worker: 20 } },
  );
  running.push({
    stop() {
      session.stop();
      workers.close();
    },
  });
  return { store, frames, session, workers, state: () => selectCity(store.getState()) };
}

const { waitFor } = vi;

describe('the session of a city', () => {
  it('opens the city and publishes its table and counts', async () => {
    const { frames, state } = start();
    await waitFor(() => expect(state().report).toMatchObject({ count: 2, matching: 2 }));
    expect(frames.take<CityFrame>('city')?.rgba).toHaveLength(8);
  });

  it('paints what the state says whenever it changes, and not otherwise', async () => {
    const { store, workers, state } = start();
    await waitFor(() => expect(state().report.matching).toBe(2));
    hide(store, ['B-1']);
    await waitFor(() => expect(workers.lookPainted()?.hidden).toEqual(['B-1']));
    const paints = () => workers.asked.filter(({ name }) => name === 'paint').length;
    const before = paints();
    store.setState(({ preferences }) => ({ preferences: { ...preferences } }));
    select(store, [{ feature: 'city', index: 0, id: 'B-0' }]);
    await waitFor(() => expect(state().report.details?.id).toBe('B-0'));
    expect(paints()).toBe(before);
  });

  it('takes away what has given way to models that stand, and gives it back', async () => {
    const { store, workers, state } = start();
    await waitFor(() => expect(state().report.matching).toBe(2));
    hide(store, ['B-1']);
    setStanding(store, [{ model: 'fire-station', replaces: ['B-0'] }]);
    await waitFor(() => expect(workers.lookPainted()?.hidden).toEqual(['B-1', 'B-0']));
    expect(state().hidden).toEqual(['B-1']);
    setStanding(store, []);
    await waitFor(() => expect(workers.lookPainted()?.hidden).toEqual(['B-1']));
  });

  it('counts buildings for others', async () => {
    const { session } = start();
    const counted = await session.measure?.(['B-1'], new AbortController().signal);
    expect(counted).toMatchObject([{ id: 'B-1', floorAreaM2: { value: 120, rule: 'attribute' } }]);
  });

  it('ends outdated painting and publishes only the latest', async () => {
    const released: (() => void)[] = [];
    const workers = new FakeWorkers({
      paint: ({ filters }, { signal }) =>
        new Promise((resolve) => {
          const matching = filters.length;
          const answer = () =>
            resolve({ rgba: Uint8Array.of(matching), matching, legend: undefined });
          if (matching === 2) answer();
          else released.push(answer);
          signal.addEventListener('abort', answer);
        }),
    });
    const { store, frames, state } = start(workers);
    const filter = { kind: 'present', column: 'x', isPresent: true } as const;
    await waitFor(() => expect(released).toHaveLength(1));
    addFilter(store, filter);
    await waitFor(() => expect(released).toHaveLength(2));
    addFilter(store, filter);
    await waitFor(() => expect(state().report.matching).toBe(2));
    for (const answer of released) answer();
    expect(frames.take<CityFrame>('city')?.rgba).toEqual(Uint8Array.of(2));
    const outdated = workers.asked.filter(({ name }) => name === 'paint').slice(0, 2);
    await waitFor(() => expect(outdated.map(({ signal }) => signal.aborted)).toEqual([true, true]));
    expect(state().report.matching).toBe(2);
  });

  it('describes one selected building and adds up several', async () => {
    const { store, state } = start();
    select(store, [{ feature: 'city', index: 1, id: 'B-1' }]);
    await waitFor(() => expect(state().report.details?.id).toBe('B-1'));
    select(store, [
      { feature: 'city', index: 1, id: 'B-1' },
      { feature: 'city', index: 0, id: 'B-0' },
      { feature: 'pipes', index: 0, id: 'P-0' },
    ]);
    await waitFor(() => expect(state().report.statistics?.count).toBe(2));
    expect(state().report.details).toBeUndefined();
    select(store, []);
    await waitFor(() => expect(state().report.statistics).toBeUndefined());
  });

  it('selects what is alike when asked to', async () => {
    const { store, state } = start();
    selectAlike(store, 0, 'use');
    await waitFor(() => expect(store.getState().selection).toHaveLength(2));
    expect(state().wish).toBeUndefined();
  });

  it('finds buildings by text and by area', async () => {
    const { session } = start();
    const { signal } = new AbortController();
    const [hit] = (await session.search?.('kerk', { limit: 5, signal })) ?? [];
    expect(hit).toMatchObject({
      title: 'kerk',
      selected: { feature: 'city', index: 1, id: 'B-1' },
    });
    expect(hit?.at).toEqual({ longitude: 0.1, latitude: 0.9, height: 50, radius: 6 });
    const corner = [radians(0), radians(0)] as const;
    expect(await session.findInside?.([corner, corner, corner], signal)).toEqual([
      { feature: 'city', index: 0, id: 'B-0' },
    ]);
  });
});

describe('a worker that dies', () => {
  it('is followed by another one that gets the same look, and the row says so meanwhile', async () => {
    const { store, workers, state } = start();
    colourCity(store, { column: 'height', method: 'quantile', classes: 5, ramp: 'viridis' });
    await waitFor(() => expect(workers.lookPainted()?.colourBy?.column).toBe('height'));
    const said: string[] = [];
    store.subscribe(({ problems }) => said.push(...problems.map(({ text }) => text.en)));
    workers.asked.length = 0;
    workers.die();
    await waitFor(() => expect(workers.lookPainted()?.colourBy?.column).toBe('height'));
    expect(workers.started).toBe(2);
    expect(said.some((text) => text.includes('starting again'))).toBe(true);
    await waitFor(() => expect(store.getState().problems).toEqual([]));
    expect(state().report.count).toBe(2);
  });

  it('leaves no question open: the next one answers it', async () => {
    let isFirst = true;
    const workers = new FakeWorkers({
      search: ({ query }) => {
        if (isFirst) {
          isFirst = false;
          return new Promise(() => {});
        }
        return [{ index: 0, id: 'B-0', title: query, detail: '', ...place, heightM: 50 }];
      },
    });
    const { session } = start(workers);
    const found = session.search?.('kerk', { limit: 1, signal: new AbortController().signal });
    await waitFor(() => expect(workers.asked.some(({ name }) => name === 'search')).toBe(true));
    workers.die();
    expect(await found).toHaveLength(1);
  });

  it('over and over is given up, said, and tried again after a while', async () => {
    const workers = new FakeWorkers();
    let isBroken = true;
    const { start: startWorker } = workers;
    workers.start = () => {
      const worker = startWorker();
      if (isBroken) workers.die();
      return worker;
    };
    const { store, state } = start(workers);
    await waitFor(() => expect(store.getState().problems[0]?.text.en).toContain('keeps stopping'));
    isBroken = false;
    await waitFor(() => expect(state().report.count).toBe(2));
    expect(store.getState().problems).toEqual([]);
  });
});

describe('data that cannot be read', () => {
  const fileError = (status: number | undefined) =>
    Object.assign(new Error('columns/height.f64: the server does not answer.'), {
      name: 'FileError',
      status,
    });

  it('is said with its file and asked for again until it comes', async () => {
    let failures = 2;
    const workers = new FakeWorkers({
      histogram: () => {
        if (failures-- > 0) throw fileError(undefined);
        return { column: 'height', scale: 'linear', edges: [0, 1], counts: [2], missing: 0 };
      },
    });
    const { store, state } = start(workers);
    const said: { path: string; text: string }[] = [];
    store.subscribe(({ problems }) =>
      said.push(...problems.map(({ path, text }) => ({ path, text: text.en }))),
    );
    colourCity(store, { column: 'height', method: 'quantile', classes: 5, ramp: 'viridis' });
    await waitFor(() => expect(state().report.histogram?.counts).toEqual([2]));
    expect(said[0]?.path).toBe('city/counts');
    expect(said[0]?.text).toContain('columns/height.f64');
    expect(store.getState().problems).toEqual([]);
  });

  it('is not asked for again where the file is missing, until a person wants it', async () => {
    let isThere = false;
    const workers = new FakeWorkers({
      describe: ({ index }) => {
        if (!isThere) throw fileError(404);
        return { ...place, index, id: `B-${index}`, values: {} };
      },
    });
    const { store, state } = start(workers);
    select(store, [{ feature: 'city', index: 0, id: 'B-0' }]);
    await waitFor(() => expect(store.getState().problems).toHaveLength(1));
    const asked = () => workers.asked.filter(({ name }) => name === 'describe').length;
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(asked()).toBe(1);
    isThere = true;
    retryLayer(store, citySlice.id);
    await waitFor(() => expect(state().report.details?.id).toBe('B-0'));
    expect(store.getState().problems).toEqual([]);
  });
});

describe('a city that closes', () => {
  it('in the middle of the work leaves nothing behind', async () => {
    const workers = new FakeWorkers({ paint: () => new Promise(() => {}) });
    const { store, frames, session, state } = start(workers);
    await waitFor(() => expect(workers.asked.some(({ name }) => name === 'paint')).toBe(true));
    const search = session.search?.('x', { limit: 1, signal: new AbortController().signal });
    session.stop();
    store.setState({ city: undefined });
    await Promise.allSettled([search]);
    expect(state().report).toEqual(citySlice.initial.report);
    expect(frames.take('city')).toBeUndefined();
    expect(store.getState().problems).toEqual([]);
    expect(workers.started).toBe(1);
  });

  it('for another one is followed by a new worker', async () => {
    const { store, workers, state } = start();
    await waitFor(() => expect(state().report.count).toBe(2));
    store.setState({ city: openCity() });
    await waitFor(() => expect(workers.started).toBe(2));
    await waitFor(() => expect(state().report.count).toBe(2));
  });

  it('before its session starts needs no worker', async () => {
    const store = createAppStore();
    const workers = new FakeWorkers();
    const session = startCitySession(
      { store, frames: createFrames() },
      { startWorker: workers.start, now: () => 1 },
    );
    expect(workers.started).toBe(0);
    session.stop();
  });
});

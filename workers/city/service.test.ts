import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { BuildingsLayer } from '#contract/city-package.ts';
import { COLOURED, GHOST, type Look, VISIBLE } from '#features/city/contract.ts';
import { aCity, type BuiltCity } from '#features/city/kernel/a-city.ts';
import { connect, type Port, serve } from '../port.ts';
import type { CityProtocol } from './protocol.ts';
import { createCityService } from './service.ts';

const plain: Look = { colourBy: undefined, filters: [], filteredLook: 'ghost', hidden: [] };

const smallTown = () =>
  aCity(4)
    .withNumbers('hoogte', [3, 9, undefined, 30], { role: 'height', unit: 'm' })
    .withCategories('gebruik', ['wonen', 'winkel', 'wonen', undefined], { role: 'use' })
    .withTexts('naam', ['Stadhuis', undefined, undefined, 'Euromast'], { role: 'name' })
    .build();

interface Serving {
  readonly requests: { path: string; range: string | undefined }[];
  /** Paths answered with this status instead of a file. */
  readonly broken: Map<string, number>;
  readonly hasRanges: boolean;
}

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

async function serveFiles({ files }: BuiltCity, serving: Serving): Promise<string> {
  const server: Server = createServer((request, response) => {
    const path = request.url?.slice('/town/'.length) ?? '';
    const { range } = request.headers;
    serving.requests.push({ path, range });
    const file = files.get(path);
    const status = serving.broken.get(path) ?? (file ? 200 : 404);
    if (status !== 200 || !file) {
      response.writeHead(status).end();
      return;
    }
    const [, from, to] = serving.hasRanges ? (range?.match(/bytes=(\d+)-(\d+)/) ?? []) : [];
    const part = from === undefined ? file : file.slice(Number(from), Number(to) + 1);
    response.writeHead(from === undefined ? 200 : 206, { 'Content-Length': part.byteLength });
    response.end(Buffer.from(part));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/town/`;
}

function connectWorker(): Port<CityProtocol> {
  const { port1, port2 } = new MessageChannel();
  serve<CityProtocol>(port2, createCityService());
  const worker = connect<CityProtocol>(port1, 'city');
  endings.push(() => {
    port1.close();
    port2.close();
  });
  return worker;
}

async function open(city: BuiltCity, traits: Partial<Serving> = {}) {
  const serving: Serving = { requests: [], broken: new Map(), hasRanges: true, ...traits };
  const baseUrl = await serveFiles(city, serving);
  const worker = connectWorker();
  const { count } = await worker.call('open', { baseUrl, layer: city.layer });
  return { worker, count, ...serving };
}

const pathOf = (layer: BuildingsLayer, name: string) =>
  layer.columns.find((column) => column.name === name)!.path;

describe('the city worker', () => {
  it('paints an untouched city without fetching anything', async () => {
    const { worker, count, requests } = await open(smallTown());
    const { rgba, matching, legend } = await worker.call('paint', plain);
    expect([count, matching, legend]).toEqual([4, 4, undefined]);
    expect([...rgba].filter((_, at) => at % 4 === 3)).toEqual([1, 1, 1, 1]);
    expect(requests).toEqual([]);
  });

  it('colours, filters and hides by what the files hold', async () => {
    const { worker } = await open(smallTown());
    const { rgba, matching, legend } = await worker.call('paint', {
      colourBy: { column: 'hoogte', method: 'manual', classes: 2, breaks: [5], ramp: 'mako' },
      filters: [{ kind: 'categories', column: 'gebruik', values: ['wonen'] }],
      filteredLook: 'ghost',
      hidden: ['B-2', 'B-99'],
    });
    expect(matching).toBe(2);
    expect(legend?.classes.map(({ count }) => count)).toEqual([1, 0, 1]);
    expect([...rgba].filter((_, at) => at % 4 === 3)).toEqual([
      VISIBLE | COLOURED,
      VISIBLE | COLOURED | GHOST,
      COLOURED,
      VISIBLE | COLOURED | GHOST,
    ]);
  });

  it('ignores filters and colours by attributes that this city lacks', async () => {
    const { worker } = await open(smallTown());
    const { matching, legend } = await worker.call('paint', {
      ...plain,
      colourBy: { column: 'energy', method: 'quantile', classes: 5, ramp: 'viridis' },
      filters: [
        { kind: 'range', column: 'energy', from: 1 },
        { kind: 'range', column: 'naam', from: 1 },
      ],
    });
    expect([matching, legend]).toEqual([4, undefined]);
  });

  it('counts each facet over what the other filters leave', async () => {
    const { worker } = await open(smallTown());
    const [heights, uses, names] = await worker.call('facets', {
      filters: [
        { kind: 'range', column: 'hoogte', from: 5 },
        { kind: 'categories', column: 'gebruik', values: ['winkel'] },
        { kind: 'contains', column: 'naam', text: '' },
      ],
    });
    expect(heights).toMatchObject({ kind: 'histogram', histogram: { counts: [1], missing: 0 } });
    expect(uses).toMatchObject({
      kind: 'categories',
      categories: {
        values: [
          { value: 'wonen', count: 0 },
          { value: 'winkel', count: 1 },
        ],
        missing: 1,
      },
    });
    expect(names).toEqual({ kind: 'presence', column: 'naam', present: 0 });
  });

  it('fetches each column once, however often and at once it is wanted', async () => {
    const city = smallTown();
    const { worker, requests } = await open(city);
    const histogram = { column: 'hoogte', filters: [] };
    await Promise.all([
      worker.call('histogram', histogram),
      worker.call('histogram', histogram),
      worker.call('statistics', { indices: [0, 1], look: { colourBy: undefined } }),
    ]);
    const paths = requests.map(({ path }) => path);
    expect(paths.filter((path) => path === pathOf(city.layer, 'hoogte'))).toHaveLength(1);
  });

  it('adds up a selection by what the buildings are used for', async () => {
    const { worker } = await open(smallTown());
    const { count, columns, groups } = await worker.call('statistics', {
      indices: [0, 1, 2],
      look: { colourBy: undefined },
    });
    expect(count).toBe(3);
    expect(columns).toEqual([{ column: 'hoogte', count: 2, sum: 12, mean: 6, min: 3, max: 9 }]);
    expect(groups.map(({ key, count: inside }) => [key, inside])).toEqual([
      [{ kind: 'category', value: 'wonen' }, 2],
      [{ kind: 'category', value: 'winkel' }, 1],
    ]);
  });

  it('searches, resolves ids and finds what lies inside and what is alike', async () => {
    const { worker } = await open(smallTown());
    expect(await worker.call('search', { query: 'euromst', limit: 5 })).toMatchObject([
      { index: 3, id: 'B-3', title: 'Euromast', detail: 'B-3', heightM: 50, radiusM: 6 },
    ]);
    const [shop] = await worker.call('search', { query: 'winkel', limit: 5 });
    expect(shop).toMatchObject({ title: 'winkel', detail: 'B-1' });
    expect(await worker.call('resolve', { ids: ['B-3', 'gone', 'B-0'] })).toEqual([
      { index: 0, id: 'B-0' },
      { index: 3, id: 'B-3' },
    ]);
    const polygon = [
      [0.5e-6, -1],
      [2.5e-6, -1],
      [2.5e-6, 1],
      [0.5e-6, 1],
    ] as const;
    const inside = await worker.call('findInside', { polygon });
    expect(inside.map(({ index }) => index)).toEqual([1, 2]);
    const alike = await worker.call('findAlike', { index: 2, column: 'gebruik' });
    expect(alike.map(({ index }) => index)).toEqual([0, 2]);
    expect(await worker.call('findAlike', { index: 3, column: 'gebruik' })).toEqual([]);
  });

  it('tells what it is fetching, and when it is done', async () => {
    const { worker } = await open(smallTown());
    const feed = worker.stream('loading', undefined);
    const first = feed.next();
    await worker.call('histogram', { column: 'hoogte', filters: [] });
    const told = [await first];
    while (told.at(-1)?.value !== undefined) told.push(await feed.next());
    await feed.return?.();
    expect(told[0]?.value).toEqual({
      file: expect.stringMatching(/columns\/1\.bin$/),
      loadedBytes: 32,
      totalBytes: 32,
    });
  });
});

describe('one building', () => {
  const many = (count: number) =>
    aCity(count)
      .withNumbers(
        'hoogte',
        Array.from({ length: count }, (_, index) => index / 4),
      )
      .withTexts(
        'naam',
        Array.from({ length: count }, (_, index) => (index % 2 ? '' : `N ${index} é`)),
      )
      .build();

  it('is described by every attribute that it has', async () => {
    const { worker } = await open(smallTown());
    expect(await worker.call('describe', { index: 2 })).toMatchObject({
      index: 2,
      id: 'B-2',
      values: { identificatie: 'B-2', gebruik: 'wonen' },
      groundM: 40,
      topM: 50,
    });
  });

  it('of a large city costs a few bytes of each column', async () => {
    const { worker, requests } = await open(many(140_000));
    const { values } = await worker.call('describe', { index: 100_002 });
    expect(values).toEqual({ identificatie: 'B-100002', hoogte: 25_000.5, naam: 'N 100002 é' });
    const { values: next } = await worker.call('describe', { index: 100_003 });
    expect(next).toEqual({ identificatie: 'B-100003', hoogte: 25_000.75 });
    const columns = requests.filter(({ path }) => path.includes('columns'));
    expect(columns.every(({ range }) => range !== undefined)).toBe(true);
  });

  it('is described all the same where the server sends whole files only', async () => {
    const { worker } = await open(many(140_000), { hasRanges: false });
    const { values } = await worker.call('describe', { index: 139_998 });
    expect(values).toEqual({ identificatie: 'B-139998', hoogte: 34_999.5, naam: 'N 139998 é' });
  });
});

describe('files that cannot be read', () => {
  it('are named with what the server said, and asked for again the next time', async () => {
    const city = smallTown();
    const path = pathOf(city.layer, 'hoogte');
    const { worker, broken } = await open(city, { broken: new Map([[path, 503]]) });
    const ask = () => worker.call('histogram', { column: 'hoogte', filters: [] });
    await expect(ask()).rejects.toMatchObject({
      name: 'FileError',
      message: expect.stringMatching(/columns\/1\.bin: the server answered 503/),
      status: 503,
    });
    broken.clear();
    expect(await ask()).toMatchObject({ column: 'hoogte', missing: 1 });
  });

  it('are named where the server is gone', async () => {
    const worker = connectWorker();
    const { layer } = smallTown();
    await worker.call('open', { baseUrl: 'http://127.0.0.1:9/town/', layer });
    await expect(worker.call('histogram', { column: 'hoogte', filters: [] })).rejects.toThrow(
      /columns\/1\.bin: the server does not answer/,
    );
  });

  it('are refused where their size does not fit the city', async () => {
    const city = smallTown();
    const files = new Map(city.files).set(pathOf(city.layer, 'hoogte'), new ArrayBuffer(24));
    const { worker } = await open({ layer: city.layer, files });
    await expect(worker.call('histogram', { column: 'hoogte', filters: [] })).rejects.toThrow(
      /columns\/1\.bin: it has 24 bytes; expected 32/,
    );
  });
});

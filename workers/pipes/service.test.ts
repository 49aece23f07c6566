import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { noMarks } from '#features/pipes/contract/marks.ts';
import { type NetworkSource, type PipesLook, pipeFlags } from '#features/pipes/contract.ts';
import { stormFiles, waterFiles } from '#features/pipes/kernel/a-city.ts';
import { noChanges } from '#model/network-changes.ts';
import { connect, serve } from '../port.ts';
import type { PipesProtocol } from './protocol.ts';
import { createPipesService } from './service.ts';

const plain: PipesLook = {
  ...{ hidden: [], colouring: 'none', palette: 'apwa', underground: 'xray' },
  ...{ showFlow: true, showValves: true, showNodes: true },
};

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** A worker with the collections served; `broken` answers with a status instead. */
async function aWorker() {
  const files: Readonly<Record<string, string>> = { ...waterFiles, ...stormFiles };
  const broken = new Map<string, number>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    requests.push(name);
    const status = broken.get(name) ?? (files[name] === undefined ? 404 : 200);
    response.writeHead(status).end(status === 200 ? files[name] : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { port1, port2 } = new MessageChannel();
  serve<PipesProtocol>(port2, createPipesService());
  const worker = connect<PipesProtocol>(port1, 'pipes');
  endings.push(() => {
    port1.close();
    server.closeAllConnections();
    server.close();
  });
  const source = (id: string): NetworkSource => {
    const beside = (table: string) =>
      files[`${table}-${id}`] === undefined ? undefined : `${base}/${table}-${id}`;
    return {
      ...{ id, name: `The ${id}`, pipes: `${base}/pipes-${id}` },
      ...{ nodes: beside('nodes'), valves: beside('valves'), devices: undefined },
      model: undefined,
    };
  };
  return { worker, source, broken, requests, streets: { url: `${base}/streets` } };
}

/** With water (3 links, 5 nodes, 2 valves: indices 0–9) and storm (10–12) open. */
async function anOpenWorker() {
  const made = await aWorker();
  const { worker, source, streets } = made;
  await worker.call('open', { sources: [source('water'), source('storm')], streets });
  return made;
}

describe('the worker of networks', () => {
  it('opens networks into one index space, and keeps what is open', async () => {
    const { worker, source, requests } = await aWorker();
    const water = { network: 'water', utility: 'water', links: 3, nodes: 5, valves: 2, base: 0 };
    const opened = await worker.call('open', { sources: [source('water')] });
    expect(opened).toMatchObject({ failures: [], faults: [{ network: 'water', count: 0 }] });
    expect(opened.networks).toMatchObject([{ ...water, lengthM: 195, customers: 5 }]);
    requests.length = 0;
    const both = await worker.call('open', { sources: [source('storm'), source('water')] });
    expect(both.networks).toMatchObject([
      { network: 'storm', utility: 'storm', base: 0 },
      { ...water, base: 3 },
    ]);
    expect(requests.toSorted()).toEqual(['nodes-storm', 'pipes-storm']);
    expect(
      await worker.call('find', { keys: ['water/valve/V1', 'water/link/V1', 'x'] }),
    ).toMatchObject([{ index: 11, id: 'V1' }, undefined, undefined]);
    expect(await worker.call('identify', { indices: [3, 12, 13] })).toMatchObject([
      { key: 'water/link/P1' },
      { key: 'water/valve/V2' },
      undefined,
    ]);
  });

  it('opens the others where one is away, and says which may come back', async () => {
    const { worker, source, broken } = await aWorker();
    broken.set('pipes-water', 503);
    const sources = [source('water'), source('storm'), source('gas')];
    const { networks, failures } = await worker.call('open', { sources });
    expect(networks).toMatchObject([{ network: 'storm' }]);
    expect(failures).toEqual([
      {
        ...{ id: 'water', name: 'The water', isPassing: true },
        reason: 'pipes-water: the server answered 503 Service Unavailable.',
      },
      {
        ...{ id: 'gas', name: 'The gas', isPassing: false },
        reason: 'pipes-gas: the server answered 404 Not Found.',
      },
    ]);
  });

  it('closes off a pipe, with names, places and indices', async () => {
    const { worker } = await anOpenWorker();
    const bursts = [{ link: 'P2', share: 0.3, areaM2: 1e-3 }];
    const changes = { ...noChanges, bursts };
    const isolation = await worker.call('isolate', { link: 'water/link/P2', changes });
    expect(isolation.valves.map(({ id, access, diameterM }) => [id, access, diameterM])).toEqual([
      ['V1', 'under a bus shelter', 0.1],
      ['V2', '', 0.1],
    ]);
    expect(isolation.valves[1]?.fromPreviousM).toBeCloseTo(52, 0);
    expect([...isolation.isolated]).toEqual([1]);
    expect([...isolation.stranded]).toEqual([2, 5, 6]);
    expect(isolation).toMatchObject({
      isolatedCustomers: 0,
      strandedCustomers: 5,
      isIsolable: true,
    });
    expect(isolation.critical).toEqual([
      { key: 'water/node/B', id: 'B', name: 'St. Anna', why: 'stranded' },
    ]);
    await expect(
      worker.call('isolate', { link: 'water/valve/V1', changes: noChanges }),
    ).rejects.toThrow('water/valve/V1 is no pipe; expected a broken pipe.');
    await expect(
      worker.call('isolate', { link: 'water/link/P9', changes: noChanges }),
    ).rejects.toThrow('water/link/P9 is no element of an open network.');
  });

  it('traces by solved flow once there is one, and drains by their fall', async () => {
    const { worker } = await anOpenWorker();
    const from = 'water/node/B';
    const trace = (kind: 'upstream' | 'downstream', at: string) =>
      worker.call('trace', { from: at, kind, changes: noChanges });
    expect(await trace('upstream', from)).toMatchObject({ by: 'supply', links: 2 });
    const flow = Float32Array.of(-1, -1, -1);
    await worker.call('takeValues', {
      ...{ network: 'water', atMs: 5, model: 'test', staleSinceMs: undefined },
      ...{ links: { flow }, nodes: {} },
    });
    const up = await trace('upstream', from);
    expect(up).toMatchObject({ by: 'flow', links: 1, nodes: 2, customers: 5 });
    expect([...up.indices]).toEqual([2, 5, 6]);
    const down = await trace('downstream', 'storm/link/S1');
    expect(down).toMatchObject({ by: 'fall', links: 1, ends: [{ id: 'O' }] });
    await worker.call('dropValues', { network: 'water' });
    expect(await worker.call('sourceShare', { node: from })).toBeUndefined();
  });

  it('finds ways inside a network and none between two', async () => {
    const { worker } = await anOpenWorker();
    const way = (to: string) =>
      worker.call('shortest', { from: 'water/node/R', to, changes: noChanges });
    const found = await way('water/link/P3');
    expect(found).toMatchObject({ lengthM: 130, links: 2 });
    expect([...(found?.indices ?? [])]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await way('storm/node/M')).toBeUndefined();
  });

  it('paints flags, places on the ramp and the utility', async () => {
    const { worker } = await anOpenWorker();
    const marks = {
      ...noMarks,
      isolated: Uint32Array.of(1),
      marked: Uint32Array.of(8),
      changes: {
        water: {
          ...noChanges,
          closedValves: ['V1'],
          bursts: [{ link: 'P2', share: 0.5, areaM2: 1e-3 }],
        },
      },
    };
    const { table, legend } = await worker.call('paint', {
      look: { ...plain, hidden: ['storm'] },
      marks,
    });
    const byte = (index: number, which: number) => table.bytes[4 * index + which];
    expect(legend).toBeUndefined();
    expect(table.count).toBe(13);
    expect(byte(1, 2)).toBe(pipeFlags.isolated | pipeFlags.burst);
    expect(byte(8, 2)).toBe(pipeFlags.marked | pipeFlags.closed);
    expect(byte(10, 2)).toBe(pipeFlags.hidden);
    expect([byte(0, 1), byte(0, 3), byte(10, 3)]).toEqual([128, 0, 2]);
    expect(byte(0, 0)).toBe(0);
  });

  it('paints solved values with their model and age, and the mean of its ends on a link', async () => {
    const { worker } = await anOpenWorker();
    await worker.call('takeValues', {
      ...{ network: 'water', atMs: 5, model: 'EPANET 2.3.5', staleSinceMs: 7 },
      links: { flow: Float32Array.of(1, -1, 0), velocityMps: Float32Array.of(0.2, 0.2, 0) },
      nodes: { pressurePa: Float32Array.of(Number.NaN, 1e5, 3e5, 5e5, 1e5) },
    });
    const { table, legend } = await worker.call('paint', {
      look: { ...plain, colouring: 'pressure' },
      marks: noMarks,
    });
    const byte = (index: number, which: number) => table.bytes[4 * index + which]!;
    expect(legend).toMatchObject({
      ...{ kind: 'range', unit: 'Pa', least: 1e5, greatest: 5e5, known: 3, unknown: 1 },
      solved: { model: 'EPANET 2.3.5', atMs: 5, staleSinceMs: 7 },
    });
    // P1 has one end that is known; P2's ends are 1 and 3 bar.
    expect([byte(0, 0), byte(1, 0), byte(2, 0)]).toEqual([1, 65, 192]);
    expect([byte(3, 0), byte(4, 0), byte(6, 0)]).toEqual([0, 1, 255]);
    expect([byte(0, 1), byte(1, 1), byte(2, 1)]).toEqual([138, 118, 128]);
    expect(byte(0, 2)).toBe(pipeFlags.stale);
    expect([...table.ramp.subarray(0, 4)]).toEqual([0x80, 0x85, 0x8c, 255]);
  });

  it('colours classes by length, with a legend that counts them', async () => {
    const { worker } = await anOpenWorker();
    const look = { ...plain, colouring: 'material' as const };
    const { table, legend } = await worker.call('paint', { look, marks: noMarks });
    if (legend?.kind !== 'classes') throw new Error('expected classes');
    expect(legend.classes.map(({ value, links, lengthM }) => [value, links, lengthM])).toEqual([
      ['steel', 2, 130],
      ['greyCastIron', 1, 65],
      ['concrete', 1, 65],
    ]);
    expect([0, 1, 2, 10].map((index) => table.bytes[4 * index])).toEqual([1, 2, 1, 3]);
  });

  it('tells everything about an element', async () => {
    const { worker } = await anOpenWorker();
    const details = await worker.call('details', { key: 'water/link/P2' });
    expect(details).toMatchObject({ utility: 'water', type: 'pipe', place: { latitudeDeg: 54 } });
    expect(details?.properties).toMatchObject({ fromNode: 'A', material: 'greyCastIron' });
    expect(details?.values).toContainEqual({ name: 'innerDiameter', value: 0.1, unit: 'm' });
    expect(details?.values.some(({ name }) => name === 'year')).toBe(false);
    expect(details?.neighbours.map(({ role, id }) => `${role} ${id}`)).toEqual([
      ...['from A', 'to B', 'valve V1', 'valve V2'],
    ]);
    const node = await worker.call('details', { key: 'water/node/A' });
    expect(node?.neighbours.map(({ role, id }) => `${role} ${id}`)).toEqual([
      ...['link P1', 'link P2', 'valve V1', 'hosted H'],
    ]);
    expect(await worker.call('details', { key: 'water/node/Z' })).toBeUndefined();
  });

  it('finds by id, material and street, a mistyped word as well', async () => {
    const { worker } = await anOpenWorker();
    const ids = async (query: string) =>
      (await worker.call('search', { query, limit: 9 })).map(({ id }) => id);
    expect(await ids('P2')).toEqual(['P2']);
    expect(await ids('grey iron')).toEqual(['P2']);
    expect((await ids('quellenwg')).toSorted()).toEqual(['A', 'H', 'M', 'P1', 'P2', 'S1']);
    expect(await ids('concret')).toEqual(['S1']);
    expect(await ids('nonsense')).toEqual([]);
    expect(await ids('')).toEqual([]);
  });

  it('lists things page by page, sorted and filtered; what is not known comes last', async () => {
    const { worker } = await anOpenWorker();
    const list = async (request: object) =>
      await worker.call('list', { kind: 'pipes', from: 0, limit: 9, ...request });
    const ids = async (request: object) => (await list(request)).rows.map(({ id }) => id);
    expect(await ids({})).toEqual(['P1', 'P2', 'P3', 'S1']);
    expect(await ids({ sortBy: 'material', isDescending: true })).toEqual(['P1', 'P3', 'P2', 'S1']);
    expect(await ids({ sortBy: 'year' })).toEqual(['P1', 'P2', 'P3', 'S1']);
    expect(await ids({ query: 'steel high' })).toEqual(['P3']);
    expect(await ids({ kind: 'hydrants' })).toEqual(['H']);
    expect(await ids({ kind: 'customers', sortBy: 'customers', isDescending: true })).toEqual([
      'C',
      'B',
    ]);
    expect(await ids({ kind: 'sources' })).toEqual(['R']);
    const page = await list({ network: 'water', from: 1, limit: 1 });
    expect(page.total).toBe(3);
    expect(page.rows).toMatchObject([{ id: 'P2', index: 1, key: 'water/link/P2' }]);
    expect(page.rows[0]?.values).toHaveLength(page.columns.length);
  });

  it('counts what lies in a network', async () => {
    const { worker } = await anOpenWorker();
    const statistics = await worker.call('statistics', { network: 'water', year: 2020 });
    expect(statistics).toMatchObject({
      ...{ lengthM: 195, customers: 5, meanAgeYears: 30 },
      counts: { pipe: 3, valves: 2, hydrant: 1, reservoir: 1, customer: 2, junction: 1 },
      byMaterial: [
        { value: 'steel', links: 2, lengthM: 130 },
        { value: 'greyCastIron', links: 1, lengthM: 65 },
      ],
    });
    expect(statistics?.byDecade.map(({ value }) => value)).toEqual(['1990', '']);
    expect(await worker.call('statistics', { network: 'x', year: 2020 })).toBeUndefined();
  });

  it('ranks segments and valves', async () => {
    const { worker } = await anOpenWorker();
    const { segments, count } = await worker.call('criticality', {
      ...{ network: 'water', changes: noChanges, limit: 1 },
    });
    expect(count).toBe(3);
    expect(segments).toMatchObject([
      { link: 'water/link/P1', hasSource: true, isolatedCustomers: 0, strandedCustomers: 5 },
    ]);
    const valves = await worker.call('exerciseList', { network: 'water', limit: 9 });
    expect(
      valves.map(({ id, customers, customersIfStuck }) => [id, customers, customersIfStuck]),
    ).toEqual([
      ['V1', 5, 5],
      ['V2', 5, 5],
    ]);
  });

  it('says what an outage takes away, and what lies inside a polygon', async () => {
    const { worker } = await anOpenWorker();
    const outage = await worker.call('outage', { out: ['water/node/A'], changes: noChanges });
    expect(outage).toMatchObject({ customers: 5, critical: [{ id: 'B' }] });
    expect([...outage.noSupply]).toEqual([1, 2, 4, 5, 6, 7, 8, 9]);
    const rad = Math.PI / 180;
    const corners = [
      [10.0017, 53.9],
      [10.0025, 53.9],
      [10.0025, 54.1],
      [10.0017, 54.1],
    ] as const;
    const polygon = corners.map(([x, y]) => [x * rad, y * rad] as const);
    const inside = await worker.call('findInside', {
      polygon,
      look: { ...plain, hidden: ['storm'], showValves: false },
    });
    expect(inside.map(({ id }) => id)).toEqual(['B']);
  });
});

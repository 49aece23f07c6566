import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnalysisNews } from '#features/pipes/contract/analyses.ts';
import type { WaterMoment } from '#features/pipes/contract/water.ts';
import type { NetworkReading } from '#model/network-reading.ts';
import { inpOf, type SmallNetwork } from '#simulation/hydraulics/a-small-network.ts';
import { connect, type Port, serve } from '../port.ts';
import type { HydraulicsProtocol } from './protocol.ts';
import { createHydraulicsService } from './service.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

const PASCALS = 9806.65;
const NOON = Date.parse('2026-11-26T11:00:00Z');

/** A main and two streets; a hydrant with a host stands at B, a clinic lives at C. */
const town: SmallNetwork = {
  reservoirs: [{ id: 'R', headM: 60 }],
  junctions: ['A', 'B', 'C'].map((id) => ({ id, elevationM: 5, demandLs: 2 })),
  pipes: [
    { id: 'M-1', from: 'R', to: 'A', lengthM: 300, diameterMm: 200 },
    { id: 'M-2', from: 'A', to: 'B', lengthM: 300, diameterMm: 150 },
    { id: 'M-3', from: 'A', to: 'C', lengthM: 300, diameterMm: 150 },
  ],
};
const places: Readonly<Record<string, readonly [number, number]>> = {
  ...{
    R: [10, 54],
    A: [10.004, 54],
    B: [10.008, 54.002],
    C: [10.008, 53.998],
    H: [10.008, 54.002],
  },
};
const point = (id: string, properties: object) =>
  JSON.stringify({
    ...{ type: 'Feature', id, properties },
    geometry: { type: 'Point', coordinates: [...(places[id] ?? [10, 54]), 5] },
  });
const pipe = (id: string, fromNode: string, toNode: string) =>
  JSON.stringify({
    ...{ type: 'Feature', id },
    geometry: {
      type: 'LineString',
      coordinates: [fromNode, toNode].map((node) => [...(places[node] ?? [10, 54]), 5]),
    },
    properties: {
      ...{ network: 'water', role: 'main', fromNode, toNode, shape: 'circle' },
      ...{ innerDiameter_mm: 150, length_m: 300, status: 'inService' },
    },
  });
const valve = (id: string, link: string, node: string) =>
  point(id, { kind: 'isolation', link, node, state: 'open', operable: true });

const files: Readonly<Record<string, string>> = {
  model: inpOf(town),
  pipes: [pipe('M-1', 'R', 'A'), pipe('M-2', 'A', 'B'), pipe('M-3', 'A', 'C')].join('\n'),
  nodes: [
    point('R', { kind: 'reservoir' }),
    point('A', { kind: 'junction' }),
    point('B', { kind: 'customer', customers: 30 }),
    point('C', { kind: 'customer', customers: 5, critical: 'hospital' }),
    point('H', { kind: 'hydrant', host: 'B', node: 'B' }),
  ].join('\n'),
  valves: [valve('V-2', 'M-2', 'A'), valve('V-3', 'M-3', 'A')].join('\n'),
};

async function openTown(): Promise<Port<HydraulicsProtocol>> {
  const server = createServer((request, response) => {
    const body = files[request.url?.slice(1) ?? ''];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { port1, port2 } = new MessageChannel();
  serve<HydraulicsProtocol>(port2, createHydraulicsService());
  const worker = connect<HydraulicsProtocol>(port1, 'hydraulics');
  endings.push(
    () => server.close(),
    () => server.closeAllConnections(),
    () => worker.close(),
  );
  await worker.call('open', {
    timeZone: 'UTC',
    source: {
      ...{ id: 'water', name: 'Water', pipes: `${base}/pipes`, nodes: `${base}/nodes` },
      ...{ valves: `${base}/valves`, devices: undefined },
      model: { format: 'epanet-inp', url: `${base}/model` },
    },
  });
  return worker;
}

const moment: WaterMoment = { network: 'water', atMs: NOON, readings: [], history: [] };

async function lastOf<Result>(news: AsyncIterable<AnalysisNews<Result>>): Promise<Result> {
  for await (const one of news) if (one.kind === 'done') return one.result;
  throw new Error('The search ended without a result.');
}

describe('searches of the water worker', () => {
  it('give what a hydrant of the register yields at the junction that it stands at', async () => {
    const worker = await openTown();
    const asked = { ...moment, residualPa: 14 * PASCALS, zoneMinimumPa: 14 * PASCALS };
    const all = await lastOf(worker.stream('fireFlow', { ...asked, hydrants: undefined }));
    expect(all.rows.map(({ key }) => key)).toEqual(['water/node/H']);
    const one = await lastOf(worker.stream('fireFlow', { ...asked, hydrants: ['B'] }));
    expect(one.rows[0]?.flowM3s).toBe(all.rows[0]?.flowM3s);
    expect(one.rows[0]?.flowM3s).toBeGreaterThan(0.05);
    const ring = await lastOf(
      worker.stream('ring', { ...asked, hydrants: undefined, hydrant: 'H' }),
    );
    expect(ring.flowM3s).toBe(all.rows[0]?.flowM3s);
    expect(ring.closed.length).toBeGreaterThan(0);
  });

  it('lists hydrants of the register and solves several open at once', async () => {
    const worker = await openTown();
    const hydrants = await worker.call('hydrants', { network: 'water' });
    expect(hydrants.map(({ id, key }) => [id, key])).toEqual([['H', 'water/node/H']]);
    const asked = { ...moment, residualPa: 14 * PASCALS, zoneMinimumPa: 14 * PASCALS };
    const alone = await lastOf(worker.stream('fireFlow', { ...asked, hydrants: ['H'] }));
    const both = { ...asked, hydrants: ['H', 'C', 'R'] };
    const drawn = await lastOf(worker.stream('together', both));
    expect(drawn.unknown).toEqual(['R']);
    expect(drawn.rows.map(({ id }) => id)).toEqual(['H', 'C']);
    expect(drawn.totalM3s).toBeCloseTo(
      drawn.rows.reduce((sum, row) => sum + row.flowM3s, 0),
      9,
    );
    expect(drawn.totalM3s).toBeGreaterThan((alone.rows[0]?.flowM3s ?? 0) * 0.9);
    const held = await lastOf(worker.stream('together', { ...both, mostM3s: 0.001 }));
    expect(held.rows.map(({ flowM3s }) => flowM3s)).toEqual([0.001, 0.001]);
    const again = await lastOf(worker.stream('fireFlow', { ...asked, hydrants: ['H'] }));
    expect(again).toEqual(alone);
  });

  it('tells where things stand once a person has put the network elsewhere, and back', async () => {
    const worker = await openTown();
    const move = { longitudeDeg: 20, latitudeDeg: 54, turnDeg: 90, scale: 1, upM: 0 };
    const standing = async () => (await worker.call('hydrants', { network: 'water' }))[0]!;
    const before = await standing();
    await worker.call('place', { network: 'water', move });
    const moved = await standing();
    // It stood 0.004° east and 0.002° north of the middle; a quarter turn to the left leads north-west.
    expect(moved.longitudeDeg).toBeCloseTo(20 - 0.002 / Math.cos((54 * Math.PI) / 180), 3);
    expect(moved.latitudeDeg).toBeCloseTo(54 + 0.004 * Math.cos((54 * Math.PI) / 180), 3);
    expect(moved.key).toBe(before.key);
    await worker.call('place', { network: 'water', move: undefined });
    expect(await standing()).toEqual(before);
  });

  it('tell critical customers first, hydrants on the way and the valves around it', async () => {
    const worker = await openTown();
    const result = await lastOf(
      worker.stream('contamination', {
        ...{ ...moment, place: 'M-2', massKg: 1, startMs: NOON, durationS: 3600 },
        ...{ horizonS: 86_400, thresholdKgM3: 1e-5, actMs: NOON + 600_000, flushM3s: 0.005 },
      }),
    );
    expect(result.reached.map(({ id }) => id)).toEqual(['C', 'B']);
    expect(result.customers).toBe(35);
    expect(Math.abs(result.massBalance - 1)).toBeLessThan(0.01);
    expect(result.flushing.map(({ key }) => key)).toEqual(['water/node/H']);
    expect(result.flushing[0]?.savedKg).toBeGreaterThan(0);
    // Only A is reached when people act: both streets can be parted from it.
    expect(result.valves.map(({ id }) => id)).toEqual(['V-2', 'V-3']);
    expect(result.nodeArrivalMs).toHaveLength(5);
  });

  it('trace complaints of both streets back to where they part', async () => {
    const worker = await openTown();
    const result = await lastOf(
      worker.stream('traceBack', {
        ...{ ...moment, historyS: 43_200, spellS: 7200 },
        complaints: ['B', 'C'].map((node) => ({ node, atMs: NOON, withinS: 600 })),
      }),
    );
    expect(result.candidates.map(({ id }) => id).sort()).toEqual(['A', 'R']);
  });

  it('find the street that leaks from what loggers read, and nothing while all is calm', async () => {
    const worker = await openTown();
    const solve = (leakM3s: number) =>
      worker.call('solve', {
        ...moment,
        history:
          leakM3s === 0
            ? []
            : [
                {
                  atMs: NOON - 1,
                  changes: {
                    ...{ closedValves: [], openedValves: [], closedLinks: [], bursts: [] },
                    ...{ stoppedPumps: [], extraDemands: [{ node: 'B', flowM3s: leakM3s }] },
                  },
                },
              ],
      });
    const usual = Object.fromEntries(
      ['A', 'B', 'C'].map((id) => [`S-${id}`, { middlePa: 0, spreadPa: 300, count: 20 }]),
    );
    const search = async (leakM3s: number) => {
      const { values } = await solve(leakM3s);
      const readings = ['A', 'B', 'C'].map(
        (element, at): NetworkReading => ({
          ...{ network: 'water', element, sensor: `S-${element}`, name: element },
          ...{ property: 'waterPressure', value: values.nodes.pressurePa?.[at + 1] ?? 0 },
          ...{ timeMs: NOON, isSimulated: true, isStale: false, isAlarm: leakM3s > 0 },
        }),
      );
      return lastOf(worker.stream('leak', { ...moment, readings, onsetMs: NOON, usual }));
    };
    const burst = await search(0.02);
    expect(burst.isFound).toBe(true);
    expect(burst.area.map(({ id }) => id)).toEqual(['M-2']);
    expect(burst.centre?.key).toBe('water/link/M-2');
    expect(burst.meanFlowM3s).toBeGreaterThan(0.015);
    expect((await search(0)).isFound).toBe(false);
  });

  it('say what stands against them', async () => {
    const worker = await openTown();
    const asked = { ...moment, residualPa: 1, zoneMinimumPa: 1, hydrants: ['X'] };
    await expect(lastOf(worker.stream('fireFlow', asked))).rejects.toThrow('no node X');
    const leak = worker.stream('leak', { ...moment, onsetMs: NOON, usual: {} });
    await expect(lastOf(leak)).rejects.toThrow('No pressure logger has a recent value here.');
  });

  it('stop when their reader leaves, and the next one finds the model as it was', async () => {
    const worker = await openTown();
    const asked = { ...moment, residualPa: 1e5, zoneMinimumPa: 1e5, hydrants: ['A', 'B', 'C'] };
    const before = await lastOf(worker.stream('fireFlow', asked));
    for await (const _ of worker.stream('fireFlow', asked)) break;
    expect(await lastOf(worker.stream('fireFlow', asked))).toEqual(before);
  });
});

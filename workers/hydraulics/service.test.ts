import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenWater, WaterMoment, WaterRun } from '#features/pipes/contract/water.ts';
import { pipeFlags } from '#features/pipes/contract.ts';
import { type NetworkChanges, noChanges } from '#model/network-changes.ts';
import type { NetworkReading } from '#model/network-reading.ts';
import { anInp, type Supply } from '#simulation/hydraulics/a-supply.ts';
import { connect, serve } from '../port.ts';
import type { HydraulicsProtocol } from './protocol.ts';
import { createHydraulicsService } from './service.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** A tank feeds two streets; a hydrant stands on the second one. */
const supply: Supply = {
  junctions: { A: [0, 2], B: [0, 3], C: [5, 1] },
  tanks: { T: [45, 3, 0.5, 5, 10] },
  reservoirs: { R: 10 },
  pipes: {
    'M-1': ['T', 'A', 200, 200],
    'M-2': ['A', 'B', 200, 150],
    'M-3': ['A', 'C', 200, 150],
  },
  more: '[PUMPS]\n U R A HEAD H\n[CURVES]\n H 8 45',
};

const point = (id: string, properties: object) =>
  JSON.stringify({
    ...{ type: 'Feature', id, properties },
    geometry: { type: 'Point', coordinates: [10, 54, 10] },
  });
const pipe = (id: string, fromNode: string, toNode: string) =>
  JSON.stringify({
    ...{ type: 'Feature', id },
    geometry: {
      type: 'LineString',
      coordinates: [
        [10, 54, 10],
        [10.001, 54, 10],
      ],
    },
    properties: {
      ...{ network: 'water', role: 'main', fromNode, toNode, shape: 'circle' },
      ...{ innerDiameter_mm: 150, length_m: 200, status: 'inService' },
    },
  });

const register: Readonly<Record<string, readonly string[]>> = {
  // M-2 is drawn from B to A: the model has it the other way round. M-9 is not in the model.
  'pipes-water': [
    pipe('M-1', 'T', 'A'),
    pipe('M-2', 'B', 'A'),
    pipe('M-3', 'A', 'C'),
    pipe('M-9', 'B', 'C'),
  ],
  'nodes-water': [
    point('T', { kind: 'tank' }),
    point('A', { kind: 'customer', customers: 10 }),
    point('B', { kind: 'customer', customers: 30 }),
    point('C', { kind: 'customer', customers: 5 }),
    point('H-B', { kind: 'hydrant', host: 'B', node: 'B' }),
  ],
  'valves-water': [
    point('V-2A', { kind: 'isolation', link: 'M-2', node: 'A', state: 'open', operable: true }),
    point('V-2B', { kind: 'isolation', link: 'M-2', node: 'B', state: 'open', operable: true }),
  ],
};

async function openTown(inp = anInp(supply)) {
  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    const body = name === 'model' ? inp : register[name]?.join('\n');
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { port1, port2 } = new MessageChannel();
  serve<HydraulicsProtocol>(port2, createHydraulicsService());
  const worker = connect<HydraulicsProtocol>(port1, 'hydraulics');
  endings.push(() => worker.close());
  const water: OpenWater = {
    source: {
      ...{ id: 'water', name: 'Water', devices: undefined },
      pipes: `${base}/pipes-water`,
      nodes: `${base}/nodes-water`,
      valves: `${base}/valves-water`,
      model: { format: 'epanet-inp', url: `${base}/model` },
    },
    timeZone: 'Europe/Berlin',
  };
  const match = await worker.call('open', water);
  return { worker, match };
}

const NOON = Date.parse('2026-11-26T11:00:00Z');
const moment = (more: Partial<WaterMoment> = {}): WaterMoment => ({
  ...{ network: 'water', atMs: NOON, readings: [], history: [] },
  ...more,
});
const step = (changes: Partial<NetworkChanges>, atMs = NOON) => ({
  atMs,
  changes: { ...noChanges, ...changes },
});
const reading = (more: Partial<NetworkReading>): NetworkReading => ({
  ...{ network: 'water', element: 'B', sensor: 'S', name: 'Logger', property: 'waterPressure' },
  ...{ value: 4e5, timeMs: NOON, isSimulated: true, isStale: false, isAlarm: false },
  ...more,
});
const bursts = [{ link: 'M-2', share: 0.5, areaM2: 0.002 }];

describe('the water worker', () => {
  it('says what model and register don’t share', async () => {
    const { match } = await openTown();
    expect(match.onlyInModel).toEqual(['R', 'U']);
    expect(match.onlyInRegister).toEqual(['M-9']);
    expect([match.tanks, match.reservoirs, match.pumps]).toEqual([['T'], ['R'], ['U']]);
  });

  it('gives values by row: flow along the register’s pipe, a hydrant as its host', async () => {
    const { worker } = await openTown();
    const { values, report } = await worker.call('solve', moment());
    expect(values.links.flow?.[1]).toBeCloseTo(-0.003, 5);
    expect(values.links.flow?.[3]).toBeNaN();
    expect(values.nodes.pressurePa?.[4]).toBe(values.nodes.pressurePa?.[2]);
    expect(values.model).toBe('EPANET 2.3.5, pressure-driven');
    expect(report.deliveredM3s).toBeCloseTo(0.006, 5);
    expect(report.inflowM3s + report.fromTanksM3s).toBeCloseTo(report.deliveredM3s, 6);
  });

  it('puts measured beside solved pressure, also at a hydrant on a main', async () => {
    const { worker } = await openTown();
    const readings = [
      reading({}),
      reading({ element: 'H-B', sensor: 'S2' }),
      reading({ element: 'Q', sensor: 'S3' }),
      reading({ sensor: 'S4', isStale: true }),
    ];
    const { report } = await worker.call('solve', moment({ readings }));
    expect(report.residuals.map(({ sensor }) => sensor)).toEqual(['S', 'S2']);
    expect(report.residuals[0]?.solved).toBe(report.residuals[1]?.solved);
    expect(report.unknownElements).toEqual(['Q']);
    expect(report.staleSensors).toEqual(['S4']);
  });

  it('goes by the measured level of a tank and state of a pump', async () => {
    const { worker } = await openTown();
    const readings = [
      reading({ element: 'T', property: 'tankLevel', value: 1.25 }),
      reading({ element: 'U', property: 'pumpSpeed', value: 0 }),
    ];
    const { report } = await worker.call('solve', moment({ readings }));
    expect(report.tanks[0]).toMatchObject({ isMeasured: true, levelM: expect.closeTo(1.25, 6) });
    expect(report.tanks[0]?.emptyInS).toBeCloseTo(((Math.PI / 4) * 100 * 0.75) / 0.006, -2);
    expect(report.pumps[0]).toMatchObject({ isMeasured: true, isRunning: false, flowM3s: 0 });
  });

  it('follows a burst from the alarm to the last valve, and adds up the water lost', async () => {
    const { worker } = await openTown();
    const open = step({ bursts });
    const oneShut = step({ bursts, closedValves: ['V-2A'] }, NOON + 600_000);
    const first = await worker.call('solve', moment({ atMs: NOON + 300_000, history: [open] }));
    const flow = first.incident?.burstFlowM3s ?? 0;
    expect(flow).toBeGreaterThan(0.02);
    expect(first.incident?.lostM3).toBeCloseTo(flow * 300, 6);
    expect((first.values.linkFlags?.[1] ?? 0) & pipeFlags.burst).toBe(pipeFlags.burst);
    const last = await worker.call(
      'solve',
      moment({ atMs: NOON + 1_200_000, history: [open, oneShut] }),
    );
    // B hangs on M-2 alone: closing it at A takes its 30 customers off, and nothing feeds the hole any more.
    expect(last.incident?.burstFlowM3s).toBeCloseTo(0, 6);
    expect(last.incident?.noSupplyCustomers).toBe(30);
    expect(last.incident?.lostM3).toBeCloseTo(flow * 600, 3);
    expect(last.values.nodes.pressurePa?.[2]).toBeNaN();
    expect((last.values.nodeFlags?.[2] ?? 0) & pipeFlags.noSupply).toBe(pipeFlags.noSupply);
    const normal = await worker.call('solve', moment());
    expect(normal.incident).toBeUndefined();
    expect(normal.report.noSupplyCustomers).toBe(0);
  });

  it('names what a change says of an element that is not there', async () => {
    const { worker } = await openTown();
    const history = [step({ closedValves: ['V-7'] })];
    await expect(worker.call('solve', moment({ history }))).rejects.toThrow('no valve V-7');
    await expect(worker.call('solve', moment({ network: 'gas' }))).rejects.toThrow(
      'gas is not open',
    );
  });

  it('keeps the last good values and says since when they are old, and what stands against newer ones', async () => {
    // Four trials balance the usual flows, not those of a large burst.
    const { worker } = await openTown(anInp({ ...supply, options: ' Trials 4\n Unbalanced Stop' }));
    const history = [step({ bursts: [{ link: 'M-2', share: 0.5, areaM2: 0.02 }] })];
    const later = moment({ atMs: NOON + 60_000, history });
    await expect(worker.call('solve', later)).rejects.toMatchObject({ name: 'SolverError' });
    const good = await worker.call('solve', moment());
    const old = await worker.call('solve', later);
    expect(old.values.staleSinceMs).toBe(NOON);
    expect([...(old.values.links.flow ?? [])]).toEqual([...(good.values.links.flow ?? [])]);
    expect(old.report).toMatchObject({ staleSinceMs: NOON, atMs: NOON });
    expect(old.report.problem?.reason).toMatch(/no balance of flows/);
    expect(old.report.problem?.where).toEqual(expect.arrayContaining(['M-1', 'M-2']));
    const again = await worker.call('solve', moment({ atMs: NOON + 120_000 }));
    expect(again.report).toMatchObject({ staleSinceMs: undefined, problem: undefined });
  });

  it('forecasts an outage with the time that the tank is empty, and shows any instant of it', async () => {
    const { worker } = await openTown();
    const history = [step({ stoppedPumps: ['U'] })];
    let run: WaterRun | undefined;
    const request = { ...moment({ history }), horizonS: 86_400, quality: undefined };
    for await (const news of worker.stream('run', request)) {
      if (news.kind === 'done') run = news.run;
    }
    const emptyInS = ((run?.tanks[0]?.emptyAtMs ?? 0) - NOON) / 1000;
    expect(emptyInS).toBeCloseTo(((Math.PI / 4) * 100 * 2.5) / 0.006, -2);
    expect(run?.timesMs[0]).toBe(NOON);
    expect(run?.noSupplyCustomers.at(-1)).toBe(45);
    const frame = (atMs: number) =>
      worker.call('frame', { network: 'water', run: run?.id ?? '', atMs });
    expect((await frame(NOON))?.nodes.pressurePa?.[2]).toBeGreaterThan(3e5);
    expect((await frame(NOON + 86_000_000))?.nodes.pressurePa?.[2]).toBeNaN();
    expect(
      await worker.call('frame', { network: 'water', run: 'other', atMs: NOON }),
    ).toBeUndefined();
  });

  it('solves the present while a run goes on', async () => {
    const { worker } = await openTown();
    const before = await worker.call('solve', moment());
    const request = { ...moment(), horizonS: 86_400, quality: { kind: 'age' } as const };
    const news = worker.stream('run', request);
    const first = news.next();
    const during = await worker.call('solve', moment());
    await first;
    for await (const one of news) expect(['progress', 'done']).toContain(one.kind);
    expect([...(during.values.nodes.headM ?? [])]).toEqual([...(before.values.nodes.headM ?? [])]);
  });

  it('shows the age of water at each instant of a run', async () => {
    const { worker } = await openTown();
    const request = {
      ...moment(),
      horizonS: 7200,
      quality: { kind: 'source', node: 'T' } as const,
    };
    let run: WaterRun | undefined;
    for await (const news of worker.stream('run', request)) {
      if (news.kind === 'done') run = news.run;
    }
    expect(run?.quality).toMatchObject({
      request: request.quality,
      massBalance: expect.closeTo(1, 2),
    });
    const params = { network: 'water', run: run?.id ?? '', atMs: NOON + 3_600_000 };
    const values = await worker.call('frame', params);
    const share = [...(values?.nodes.quality ?? [])];
    for (const one of share.slice(1)) {
      expect(one).toBeGreaterThanOrEqual(0);
      expect(one).toBeLessThanOrEqual(1.0001);
    }
    expect(share[0]).toBeCloseTo(1, 5);
  });

  it('closes one segment after the other and counts who is worse off', async () => {
    const { worker } = await openTown();
    const segments = [
      { id: 'near', links: ['M-1'] },
      { id: 'street', links: ['M-2'] },
      { id: 'all', links: ['M-1', 'U'] },
    ];
    const losses = [];
    let done = 0;
    for await (const news of worker.stream('criticality', { ...moment(), segments })) {
      losses.push(...news.losses);
      done = news.done;
    }
    expect(done).toBe(3);
    // The pump feeds A while the tank is cut off; B's 30 customers hang on M-2; without both everybody is dry.
    expect(losses.map(({ id, noSupplyCustomers }) => [id, noSupplyCustomers])).toEqual([
      ...[
        ['near', 0],
        ['street', 30],
        ['all', 45],
      ],
    ]);
    expect(losses[1]?.undeliveredM3s).toBeCloseTo(0.003, 5);
    const lost = worker.stream('criticality', {
      ...moment(),
      segments: [{ id: 'x', links: ['Q'] }],
    });
    await expect(lost.next()).rejects.toThrow('no link Q');
  });
});

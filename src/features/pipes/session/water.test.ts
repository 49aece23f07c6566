import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { noChanges } from '#model/network-changes.ts';
import type { NetworkMove } from '#model/network-move.ts';
import { NETWORK_READINGS, type NetworkReading } from '#model/network-reading.ts';
import { instant } from '#model/time.ts';
import { createFrames } from '#scene/frames.ts';
import { setTime } from '#store/clock.ts';
import { createAppStore } from '#store/store.ts';
import type { HydraulicsProtocol, HydraulicsWorker } from '#workers/hydraulics/client.ts';
import { connect, type Endpoint, serve } from '#workers/port.ts';
import { HYDRAULICS_LINE } from '../contract/channels.ts';
import type { IncidentHydraulics } from '../contract/incident.ts';
import {
  type OpenWater,
  type PlaceWater,
  type SupplyReport,
  WATER_INCIDENT,
  WATER_INCIDENT_RESULT,
  WATER_MATCHES,
  WATER_RUN,
  WATER_SUPPLY,
  type WaterIncident,
  type WaterMoment,
  type WaterRun,
} from '../contract/water.ts';
import { type NetworkSource, type NetworkValues, pipeValues } from '../contract.ts';
import { placeNetwork } from '../state/place.ts';
import type { PartContext } from './part.ts';
import { startWaterPart } from './water.ts';

const NOON = Date.parse('2026-11-26T11:00:00Z');
const source: NetworkSource = {
  ...{ id: 'water', name: 'Water', pipes: 'pipes', nodes: 'nodes', valves: undefined },
  devices: undefined,
  model: { format: 'epanet-inp', url: 'water.inp' },
};

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0).reverse()) stop();
  vi.useRealTimers();
});

/** A worker that answers by hand; each start is another one. */
function startTown({
  sources = [source],
  fails,
}: {
  sources?: NetworkSource[];
  fails?: string;
} = {}) {
  vi.useFakeTimers({ now: NOON, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const moments: WaterMoment[] = [];
  const opened: string[] = [];
  const placed: [string, NetworkMove | undefined][] = [];
  const deaths: (() => void)[] = [];
  const answer = { problem: undefined as string | undefined, fails };
  const startWorker = (): HydraulicsWorker => {
    const { port1, port2 } = new MessageChannel();
    serve<HydraulicsProtocol>(port2 as unknown as Endpoint, {
      calls: {
        place: ({ network, move }: PlaceWater) => void placed.push([network, move]),
        open: ({ source: { id, move }, timeZone }: OpenWater) => {
          opened.push(`${id} ${timeZone}`);
          placed.push([id, move]);
          return { network: id } as HydraulicsProtocol['calls']['open']['result'];
        },
        close: () => undefined,
        frame: ({ network, atMs }: { network: string; atMs: number }) =>
          ({ network, atMs, model: 'run' }) as NetworkValues,
        solve(moment: WaterMoment) {
          moments.push(moment);
          if (answer.fails !== undefined) throw new Error(answer.fails);
          const { network, atMs, history } = moment;
          const { problem } = answer;
          return {
            values: { network, atMs, model: 'solved' } as NetworkValues,
            report: {
              ...{ network, atMs, staleSinceMs: undefined },
              problem: problem === undefined ? undefined : { reason: problem, where: [] },
            } as unknown as SupplyReport,
            incident: history.length > 0 ? ({ atMs } as IncidentHydraulics) : undefined,
          };
        },
      } as unknown as Parameters<typeof serve<HydraulicsProtocol>>[1]['calls'],
      streams: {} as unknown as Parameters<typeof serve<HydraulicsProtocol>>[1]['streams'],
    });
    const worker = connect<HydraulicsProtocol>(port1, 'hydraulics');
    stops.push(() => worker.close());
    deaths.push(() => port1.dispatchEvent(new Event('error')));
    return worker;
  };
  const manifest = { id: 'town', timeZone: 'Europe/Berlin' } as unknown as CityManifest;
  const store = createAppStore({ city: { manifest, baseUrl: 'https://twin.example/' } });
  const frames = createFrames();
  const context: PartContext = {
    ...{ store, frames, sources, networks: [], now: Date.now },
    signal: new AbortController().signal,
    find: async () => undefined,
    findInside: async () => [],
    measure: async () => [],
  };
  const stop = startWaterPart(context, startWorker);
  stops.push(stop);
  const values = () => frames.peek<NetworkValues>(pipeValues('water'));
  return { store, frames, moments, opened, placed, deaths, answer, stop, values };
}

/** Lets timers pass and messages arrive. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

const reading = (more: Partial<NetworkReading>): NetworkReading => ({
  ...{ network: 'water', element: 'B', sensor: 'S', name: 'Logger', property: 'waterPressure' },
  ...{ value: 4e5, timeMs: NOON, isSimulated: true, isStale: false, isAlarm: false },
  ...more,
});

describe('the water part of the session', () => {
  it('starts nothing where no network has a model', async () => {
    const { model: _, ...plain } = source;
    const town = startTown({ sources: [{ ...plain, model: undefined }] });
    await pass(100);
    expect([town.opened, town.deaths]).toEqual([[], []]);
    expect(town.frames.peek(HYDRAULICS_LINE)).toBeUndefined();
  });

  it('opens the model in the city’s zone and solves the present, then every ten seconds', async () => {
    const town = startTown();
    await pass(10);
    expect(town.opened).toEqual(['water Europe/Berlin']);
    expect(town.moments.map(({ atMs }) => atMs)).toEqual([NOON]);
    expect(town.values()).toMatchObject({ atMs: NOON, model: 'solved' });
    await pass(10_100);
    await pass(10_100);
    expect(town.moments).toHaveLength(3);
    expect(town.frames.peek(WATER_MATCHES)).toHaveLength(1);
    const reports = town.frames.peek<ReadonlyMap<string, SupplyReport>>(WATER_SUPPLY);
    expect(reports?.get('water')?.atMs).toBe(town.moments[2]?.atMs);
  });

  it('solves once for the time that a dragged clock ends at', async () => {
    const town = startTown();
    await pass(10);
    for (const minutes of [10, 20, 30]) setTime(town.store, instant(NOON - minutes * 60_000));
    await pass(400);
    expect(town.moments.at(-1)?.atMs).toBe(NOON - 30 * 60_000);
    expect(town.moments.length).toBeLessThanOrEqual(3);
  });

  it('hands on water’s readings alone, and takes those of another time for old', async () => {
    const town = startTown();
    town.frames.publish(NETWORK_READINGS, [
      reading({}),
      reading({ network: 'gas', sensor: 'G' }),
      reading({ sensor: 'OLD', timeMs: NOON - 7_200_000 }),
    ]);
    await pass(1000);
    const seen = town.moments.at(-1)?.readings.map(({ sensor, isStale }) => [sensor, isStale]);
    expect(seen).toEqual([
      ['S', false],
      ['OLD', true],
    ]);
  });

  it('solves a turned valve at once, and nothing of it after the incident is gone', async () => {
    const town = startTown();
    await pass(10);
    const changes = { ...noChanges, closedValves: ['V-1'] };
    const incident: WaterIncident = { network: 'water', history: [{ atMs: NOON - 1000, changes }] };
    town.frames.publish(WATER_INCIDENT, incident);
    await pass(10);
    expect(town.moments.at(-1)?.history).toEqual(incident.history);
    expect(town.frames.peek(WATER_INCIDENT_RESULT)).toMatchObject({ atMs: expect.any(Number) });
    town.frames.publish(WATER_INCIDENT, undefined);
    await pass(10);
    expect(town.moments.at(-1)?.history).toEqual([]);
    expect(town.frames.peek(WATER_INCIDENT_RESULT)).toBeUndefined();
  });

  it('shows a run while the clock stands within it, and the present’s solution outside', async () => {
    const town = startTown();
    await pass(10);
    const run = { id: 'r', network: 'water', startMs: NOON, endMs: NOON + 3_600_000 } as WaterRun;
    town.frames.publish(WATER_RUN, run);
    setTime(town.store, instant(NOON + 1_800_000));
    await pass(400);
    expect(town.values()).toMatchObject({ model: 'run', atMs: NOON + 1_800_000 });
    setTime(town.store, instant(NOON + 7_200_000));
    await pass(400);
    expect(town.values()).toMatchObject({ model: 'solved', atMs: NOON + 7_200_000 });
  });

  it('says what could not be solved, and takes it back', async () => {
    const town = startTown({ fails: 'The model has no link Q.' });
    await pass(10);
    const problems = () => town.store.getState().problems.map(({ text }) => text.en);
    expect(problems()).toEqual(["The supply of water can't be solved: The model has no link Q."]);
    town.answer.fails = undefined;
    await pass(10_100);
    expect(problems()).toEqual([]);
    town.answer.problem = 'no balance';
    await pass(10_100);
    expect(problems()).toEqual(["The supply of water can't be solved: no balance"]);
  });

  it('goes on with another worker after one died', async () => {
    const town = startTown();
    await pass(10);
    town.deaths[0]?.();
    await pass(10_100);
    await pass(10_100);
    expect(town.opened).toHaveLength(2);
    expect(town.moments.length).toBeGreaterThan(1);
  });

  it('tells the worker and whoever asked for places where a network was put, the next worker too', async () => {
    const town = startTown();
    await pass(10);
    const line = town.frames.peek(HYDRAULICS_LINE);
    const move = { longitudeDeg: 10, latitudeDeg: 54, turnDeg: 0, scale: 1, upM: 0 };
    placeNetwork(town.store, 'water', move);
    await pass(10);
    expect(town.placed).toEqual([
      ['water', undefined],
      ['water', move],
    ]);
    expect(town.frames.peek(HYDRAULICS_LINE)).not.toBe(line);
    town.deaths[0]?.();
    await pass(10_100);
    expect(town.placed.at(-1)).toEqual(['water', move]);
    expect(town.opened).toHaveLength(2);
  });

  it('leaves no values, reports or problems when it stops', async () => {
    const town = startTown({ fails: 'broken' });
    await pass(10);
    town.stop();
    expect(town.values()).toBeUndefined();
    expect(town.frames.peek(WATER_SUPPLY)).toBeUndefined();
    expect(town.store.getState().problems).toEqual([]);
    const before = town.moments.length;
    await pass(30_000);
    expect(town.moments).toHaveLength(before);
  });
});

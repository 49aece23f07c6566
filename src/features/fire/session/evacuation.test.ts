import { afterEach, describe, expect, it } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { type RoadClosures, roadClosuresOf } from '#model/road-closures.ts';
import { createFrames } from '#scene/frames.ts';
import { createAppStore } from '#store/store.ts';
import { aStreet, stretch } from '#workers/fire-evacuation/a-street.ts';
import type { EvacuationLine, EvacuationWorker } from '#workers/fire-evacuation/client.ts';
import type { EvacuationProtocol } from '#workers/fire-evacuation/protocol.ts';
import { createEvacuationService } from '#workers/fire-evacuation/service.ts';
import { connect, serve } from '#workers/port.ts';
import { EVACUATION_LINE, type EvacuationResult, FIRE_EVACUATION } from '../contract/evacuation.ts';
import { type HazardZones, zonesOf } from '../contract.ts';
import { changePlan, endEvacuation, orderFor } from '../state/evacuate.ts';
import { addPoint, beginPointing, finishPointing } from '../state/pointing.ts';
import { selectFire } from '../state.ts';
import { startEvacuation } from './evacuation.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

const manifest = {
  ...{ id: 'street', name: 'Street', build: 'b1', timeZone: 'UTC', layers: [], sources: [] },
  crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
} as unknown as CityManifest;
const label = { en: 'Smoke', zh: '烟气' };
const smokeTo = (toM: number) =>
  ({ owner: 'smoke', id: 'z', label, rings: stretch(0, toM), timeS: 0 }) as const;

function begin({ failures = 0 } = {}) {
  const store = createAppStore({ city: { manifest, baseUrl: 'http://localhost/data/street/' } });
  const frames = createFrames();
  const life = new AbortController();
  const workers: EvacuationWorker[] = [];
  let left = failures;
  const startWorker = (): EvacuationWorker => {
    const { city, read } = aStreet();
    const { port1, port2 } = new MessageChannel();
    const service = createEvacuationService({ read, now: () => 0 });
    const calls = {
      ...service.calls,
      open: (_: unknown, context: Parameters<typeof service.calls.open>[1]) => {
        if (left-- > 0) throw new Error('streets: it is not there.');
        return service.calls.open({ city }, context);
      },
    };
    serve<EvacuationProtocol>(port2, { ...service, calls });
    const worker = connect<EvacuationProtocol>(port1, 'fire-evacuation');
    workers.push(worker);
    return worker;
  };
  const stop = startEvacuation({ store, frames }, life.signal, {
    ...{ startWorker, now: Date.now, waitMs: 20, quietMs: 2 },
  });
  endings.push(() => life.abort(), stop);
  const result = () => frames.peek<EvacuationResult>(FIRE_EVACUATION);
  const work = () => selectFire(store.getState()).evacuation.work;
  return { store, frames, workers, result, work };
}

describe('the session of evacuations', () => {
  it('starts no worker before the first order', () => {
    expect(begin().workers).toHaveLength(0);
  });

  it('publishes result and zone of an order, and takes both away at its end', async () => {
    const { store, frames, result, work } = begin();
    orderFor(store, [smokeTo(500)], 'Order');
    await expect.poll(() => work().phase).toBe('ready');
    expect(result()?.people).toBeGreaterThan(0);
    expect(frames.peek<HazardZones>(zonesOf('evacuation'))?.zones).toMatchObject([
      { kind: 'evacuation', buildings: 1 },
    ]);
    endEvacuation(store);
    expect(result()).toBeUndefined();
    expect(frames.peek(zonesOf('evacuation'))).toBeUndefined();
  });

  it('computes the latest of many changes', async () => {
    const { store, result } = begin();
    orderFor(store, [smokeTo(100)], 'Order');
    for (const readyS of [100, 200, 300]) changePlan(store, { readyS });
    changePlan(store, { carShare: 1, peoplePerCar: 1, readyS: 0, marginM: 0 });
    await expect.poll(() => result()?.clearanceS).toBeCloseTo(250 / (30 / 3.6 / 2), 2);
  });

  it('goes round streets that flood closes, at once when they close', async () => {
    const { store, frames, result, work } = begin();
    orderFor(store, [smokeTo(500)], 'Order');
    await expect.poll(() => result()?.withoutWay).toBe(0);
    const { atMs = 0 } = selectFire(store.getState()).evacuation.request ?? {};
    const streets = [
      { id: 'S-3', to: 'cars', fromMs: atMs },
      { id: 'S-4', to: 'cars', fromMs: atMs - 9e6, untilMs: atMs - 1 },
    ] as const;
    frames.publish(roadClosuresOf('flood'), {
      ...{ source: 'flood', name: 'Flood', isSimulated: true, streets },
    } satisfies RoadClosures);
    await expect.poll(() => work()).toMatchObject({ phase: 'ready', closedStreets: 1 });
  });

  it('begins anew when its worker dies, and keeps the last result meanwhile', async () => {
    const { store, workers, result, work } = begin();
    orderFor(store, [smokeTo(500)], 'Order');
    await expect.poll(() => work().phase).toBe('ready');
    workers[0]?.close();
    expect(result()).toBeDefined();
    changePlan(store, { marginM: 0 });
    await expect.poll(() => workers.length).toBe(2);
    await expect.poll(() => work().phase).toBe('ready');
  });

  it('says why it fails, and tries again', async () => {
    const { store, work } = begin({ failures: 1 });
    const said = new Set<string>();
    store.subscribe((state) => {
      said.add(selectFire(state).evacuation.work.problem);
      for (const { text } of state.problems) said.add(text.en);
    });
    orderFor(store, [smokeTo(500)], 'Order');
    await expect.poll(() => work().phase).toBe('ready');
    expect(said).toContain('streets: it is not there.');
    expect(said).toContain('What computes evacuations keeps failing: streets: it is not there.');
    await expect.poll(() => store.getState().problems).toEqual([]);
  });

  it('makes a danger of what is drawn', async () => {
    const { store } = begin();
    beginPointing(store, 'zone');
    for (const place of stretch(0, 90)[0] ?? []) addPoint(store, place);
    finishPointing(store);
    expect(selectFire(store.getState()).evacuation.plan.hazards).toMatchObject([
      { owner: 'drawn', label: { en: 'Drawn by hand' } },
    ]);
  });

  it('tells what the city calls buildings, for files', async () => {
    const { frames, workers } = begin();
    const line = frames.peek<EvacuationLine>(EVACUATION_LINE);
    const words = await line?.call('words', { index: Uint32Array.of(0, 9) });
    expect(words).toEqual({ ids: ['B-1', ''], names: ['', ''], addresses: ['', ''] });
    expect(workers).toHaveLength(1);
  });
});

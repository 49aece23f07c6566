import { afterEach, describe, expect, it } from 'vitest';
import { HYDRANT_LINE, type HydrantLine } from '#model/hydrant-flow.ts';
import { type RoadClosures, roadClosuresOf } from '#model/road-closures.ts';
import { instant } from '#model/time.ts';
import { createFrames } from '#scene/frames.ts';
import { setTime } from '#store/clock.ts';
import { showLayer } from '#store/layers.ts';
import { createAppStore } from '#store/store.ts';
import { aRoadTown, placeAt } from '#workers/fire-response/a-road-town.ts';
import type { FireResponseProtocol, FireResponseWorker } from '#workers/fire-response/client.ts';
import { createResponseService } from '#workers/fire-response/service.ts';
import { connect, serve } from '#workers/port.ts';
import {
  type CoverFrame,
  type Dispatch,
  FIRE_COVER,
  FIRE_DISPATCH,
  FIRE_HYDRANTS,
  FIRE_WATER,
  RESPONSE_STATUS,
  type ResponseStatus,
  type WaterAtBuilding,
  type WaterShortfall,
} from '../contract/response.ts';
import { FIRE_MOMENT } from '../contract/spread.ts';
import { type BuildingRef, FIRE } from '../contract.ts';
import { aimAt, toggleStation } from '../state/change-response.ts';
import { ignite } from '../state/fires.ts';
import { selectFire } from '../state.ts';
import { startResponse } from './response.ts';

const NOW = Date.UTC(2026, 6, 1, 12);
const third: BuildingRef = { id: 'B-2', index: 2, name: 'Third House', at: placeAt(200) };

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0).reverse()) end();
});

function begin() {
  const store = createAppStore();
  const layers = [{ kind: 'buildings', id: 'buildings', index: 'index', columns: [] }];
  const manifest = { id: 'town', name: 'Town', build: 'b1', layers, sources: [], crs: {} };
  store.setState({ city: { manifest, baseUrl: 'http://city/' } as never });
  setTime(store, instant(NOW));
  showLayer(store, FIRE, false);
  const frames = createFrames();
  const { city, read } = aRoadTown({ stations: [{ house: 0, engines: 5 }] });
  const workers: FireResponseWorker[] = [];
  const startWorker = () => {
    const service = createResponseService({ read, now: () => performance.now() });
    const { port1, port2 } = new MessageChannel();
    serve<FireResponseProtocol>(port2, {
      ...service,
      calls: { ...service.calls, open: (_, context) => service.calls.open({ city }, context) },
    });
    const worker = connect<FireResponseProtocol>(port1, 'fire-response');
    workers.push(worker);
    return worker;
  };
  const life = new AbortController();
  const stop = startResponse({ store, frames }, life.signal, {
    ...{ startWorker, now: () => NOW, waitMs: 1 },
  });
  ends.push(() => {
    life.abort();
    stop?.();
    for (const worker of workers) worker.close();
  });
  /** The frame of a channel, once it is as wanted. */
  const until = <Frame>(channel: string, isWanted: (frame: Frame) => boolean = () => true) =>
    new Promise<Frame>((resolve) => {
      const look = () => {
        const frame = frames.peek<Frame>(channel);
        if (frame === undefined || !isWanted(frame)) return false;
        resolve(frame);
        return true;
      };
      if (look()) return;
      const end = frames.subscribe((published) => {
        if (published === channel && look()) end();
      });
    });
  return { store, frames, workers, until, stop: () => stop?.() };
}

describe('the session of engines and water', () => {
  it('starts no worker before somebody wants it, then publishes arrivals and what is sent', async () => {
    const { store, workers, until } = begin();
    expect(workers).toHaveLength(0);
    aimAt(store, third);
    const dispatch = await until<Dispatch>(FIRE_DISPATCH);
    expect(dispatch.engines[0]).toMatchObject({ id: 'FIR-0/1', role: 'first' });
    const cover = await until<CoverFrame>(FIRE_COVER);
    expect(Math.round(cover.firstS[2] ?? 0)).toBe(139);
    expect(await until<ResponseStatus>(RESPONSE_STATUS)).toMatchObject({ phase: 'ready' });
    expect(workers).toHaveLength(1);
  });

  it('aims at where the shown fire began, and takes closures as they come and go', async () => {
    const { store, frames, until } = begin();
    ignite(store, third);
    await until<Dispatch>(FIRE_DISPATCH, ({ building }) => building.id === 'B-2');
    const closures: RoadClosures = {
      ...{ source: 'works', name: 'Dig', isSimulated: false },
      streets: [{ id: 'S-1', to: 'engines', fromMs: NOW + 60_000, untilMs: NOW + 120_000 }],
    };
    frames.publish(roadClosuresOf('works'), closures);
    setTime(store, instant(NOW + 90_000));
    const round = await until<Dispatch>(FIRE_DISPATCH, ({ closed }) => closed === 1);
    expect(Math.round(round.engines[0]?.arriveS ?? 0)).toBe(199);
    setTime(store, instant(NOW + 120_000));
    await until<Dispatch>(FIRE_DISPATCH, ({ closed }) => closed === 0);
    toggleStation(store, 'FIR-0');
    await until<Dispatch>(FIRE_DISPATCH, ({ engines }) => engines.length === 0);
  });

  it('begins anew with another worker when the one dies', async () => {
    const { store, workers, until } = begin();
    aimAt(store, third);
    await until(FIRE_DISPATCH);
    workers[0]?.close();
    toggleStation(store, 'FIR-0');
    await until<Dispatch>(FIRE_DISPATCH, ({ engines }) => engines.length === 0);
    expect(workers).toHaveLength(2);
  });

  it('asks hydrants batch by batch, and again when the network has changed', async () => {
    const { store, frames, until } = begin();
    let flowM3s = 0.02;
    const line: HydrantLine = {
      ...{ network: 'Water', changes: 0 },
      hydrants: async () => [
        { id: 'H', key: 'k', index: 1, longitudeDeg: placeAt(190)[0], latitudeDeg: 54 },
      ],
      flows: async ({ atMs, residualPa }) => ({
        ...{ atMs, residualPa, model: 'EPANET', unknown: [] },
        rows: [{ id: 'H', flowM3s, staticPa: 4e5, limit: 'hydrant' }],
      }),
      together: async ({ atMs }) => ({
        ...{ atMs, model: 'EPANET', totalM3s: flowM3s, limit: 'hydrants' },
        rows: [{ id: 'H', flowM3s }],
      }),
    };
    aimAt(store, third);
    const none = await until<WaterAtBuilding>(FIRE_HYDRANTS);
    expect(none.problem).toContain('No water network');
    frames.publish(HYDRANT_LINE, line);
    const solved = (wanted: number) => (water: WaterAtBuilding) =>
      !water.isSolving && Math.abs((water.hydrants[0]?.flowM3s ?? 0) - wanted) < 1e-9;
    const before = await until<WaterAtBuilding>(FIRE_HYDRANTS, solved(0.02));
    expect(before.needs[1]).toMatchObject({ isTogether: true, availableM3s: 0.02 });
    const share = await until<WaterShortfall>(FIRE_WATER, ({ solved: count }) => count === 1);
    expect(share.share[2]).toBe(0);
    flowM3s = 0;
    frames.publish(HYDRANT_LINE, { ...line, changes: 1 });
    const after = await until<WaterAtBuilding>(FIRE_HYDRANTS, solved(0));
    expect(after.needs[1]?.availableM3s).toBe(0);
  });

  it('publishes the streets that the shown fire closes at the shown moment', async () => {
    const { store, frames, until } = begin();
    ignite(store, third);
    await until(FIRE_COVER);
    const { shown } = selectFire(store.getState());
    const moment = (heat: number) => ({
      ...{ scenario: shown, timeS: 0, burning: Uint32Array.of(2) },
      heatKW: Float32Array.of(heat),
    });
    frames.publish(FIRE_MOMENT, moment(6000));
    const fire = await until<RoadClosures>(roadClosuresOf('fire'));
    expect(fire.streets.map(({ id }) => id)).toEqual(['S-2']);
    // Its own house is reached on foot from the end of the street.
    const { engines } = await until<Dispatch>(FIRE_DISPATCH, ({ closed }) => closed === 1);
    expect(Math.round(engines[0]?.arriveS ?? 0)).toBe(119 + 15 + 50);
    frames.publish(FIRE_MOMENT, moment(100));
    await until<Dispatch>(FIRE_DISPATCH, ({ closed }) => closed === 0);
  });

  it('takes everything back when it ends', async () => {
    const { store, frames, until, stop } = begin();
    aimAt(store, third);
    await until(FIRE_COVER);
    stop();
    for (const channel of [FIRE_COVER, FIRE_DISPATCH, FIRE_HYDRANTS, RESPONSE_STATUS])
      expect(frames.peek(channel)).toBeUndefined();
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import type { WeatherReading } from '#model/weather-reading.ts';
import { createFrames } from '#scene/frames.ts';
import { showLayer } from '#store/layers.ts';
import { createAppStore } from '#store/store.ts';
import { aWoodenTown } from '#workers/fire-spread/a-wooden-town.ts';
import type { SpreadProtocol } from '#workers/fire-spread/protocol.ts';
import { createSpreadService } from '#workers/fire-spread/service.ts';
import { connect, serve } from '#workers/port.ts';
import { FIRE_RISK } from '../contract/risk.ts';
import { FIRE_SECONDARY, type SecondaryIgnitions } from '../contract/spread.ts';
import { FIRE } from '../contract.ts';
import { change } from '../state/change.ts';
import { startSecondary } from './secondary.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

const PATIENCE_MS = 30_000;
const AGAIN_MS = 600_000;

function aSession({ isOn = true, hasBuildings = true, canRead = true } = {}) {
  const town = aWoodenTown();
  const manifest = {
    ...{ id: 'wooden-town', name: 'Wooden Town', build: 'b1', sources: [] },
    ...{ boundsDeg: [9.99, 53.99, 10.01, 54.01], crs: town.city.crs },
    layers: hasBuildings ? [{ kind: 'buildings', id: 'buildings', index: 'index' }] : [],
  } as unknown as CityManifest;
  const store = createAppStore({ city: { manifest, baseUrl: 'http://town.test/city.json' } });
  showLayer(store, FIRE, isOn);
  const frames = createFrames();
  const clock = { nowMs: 0, canRead };
  let started = 0;
  let closed = 0;
  const startWorker = () => {
    started++;
    const { port1, port2 } = new MessageChannel();
    const read = {
      ...town.read,
      whole: (url: string) =>
        clock.canRead ? town.read.whole(url) : Promise.reject(new Error('It is not there.')),
    };
    const service = createSpreadService({ read, now: () => 0 });
    // The files of the town lie under other names than a package's.
    const open = () =>
      service.calls.open({ city: town.city }, { signal: new AbortController().signal });
    serve<SpreadProtocol>(port2, { ...service, calls: { ...service.calls, open } });
    const worker = connect<SpreadProtocol>(port1, 'fire-spread');
    const close = () => {
      closed++;
      worker.close();
    };
    endings.push(() => {
      port1.close();
      port2.close();
    });
    return { ...worker, call: worker.call, stream: worker.stream, close };
  };
  const life = new AbortController();
  const stop = startSecondary({ store, frames }, life.signal, {
    ...{ startWorker, now: () => clock.nowMs, lookEveryMs: 2 },
    ...{ patienceMs: PATIENCE_MS, againMs: AGAIN_MS },
  });
  endings.push(() => {
    life.abort();
    stop?.();
  });
  const hear = (windSpeed: number, windDirection: number) =>
    change(store, () => ({ stations: [aStation(windSpeed, windDirection)] }));
  const result = () => frames.peek<SecondaryIgnitions>(FIRE_SECONDARY);
  const words = () => store.getState().problems.map(({ text }) => text.en);
  const counts = () => ({ started, closed });
  return { store, frames, clock, hear, result, words, counts, stop };
}

const aStation = (windSpeed: number, windDirection: number): WeatherReading => ({
  ...{ sensor: 'W-1', name: 'Mast', longitudeDeg: 10, latitudeDeg: 54, heightM: Number.NaN },
  ...{ values: { windSpeed, windDirection }, timeMs: 0, isSimulated: true, isStale: false },
});

/** Several looks long. */
const looks = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('fires that spread from each building, for the risk', () => {
  it('are computed in the wind of a station once the risk is known, by a worker that ends', async () => {
    const { frames, hear, result, counts } = aSession();
    hear(6, 1);
    await looks();
    expect(counts()).toEqual({ started: 0, closed: 0 });
    frames.publish(FIRE_RISK, {});
    await vi.waitFor(() => expect(result()?.wind).toEqual({ speedMs: 6, fromRad: 1 }));
    expect(result()).toMatchObject({ withinS: 3600 });
    expect(result()?.further[0]).toBeNaN();
    expect(Math.max(...(result()?.further.slice(1) ?? []))).toBe(24);
    await vi.waitFor(() => expect(counts()).toEqual({ started: 1, closed: 1 }));
  });

  it('wait a while for a station, then take light air until one is heard', async () => {
    const { frames, clock, hear, result, counts } = aSession();
    frames.publish(FIRE_RISK, {});
    await looks();
    expect(counts().started).toBe(0);
    clock.nowMs = PATIENCE_MS;
    await vi.waitFor(() => expect(result()?.wind.speedMs).toBe(1));
    hear(6, 1);
    await vi.waitFor(() => expect(result()?.wind.speedMs).toBe(6));
    expect(counts().started).toBe(2);
  });

  it('are computed anew when the wind has become another, and not too often', async () => {
    const { frames, clock, hear, result, counts } = aSession();
    frames.publish(FIRE_RISK, {});
    hear(6, 0);
    await vi.waitFor(() => expect(result()?.wind.speedMs).toBe(6));
    hear(9, 0);
    await looks();
    expect(counts().started).toBe(1);
    clock.nowMs = AGAIN_MS;
    await vi.waitFor(() => expect(result()?.wind.speedMs).toBe(9));
    clock.nowMs = 2 * AGAIN_MS;
    hear(10, 0);
    await looks();
    expect(result()?.wind.speedMs).toBe(9);
    // As strong, from the other side.
    hear(9, Math.PI);
    await vi.waitFor(() => expect(result()?.wind.fromRad).toBe(Math.PI));
  });

  it('say why they are not known, and are tried again later', async () => {
    const { frames, clock, hear, result, words, counts } = aSession({ canRead: false });
    frames.publish(FIRE_RISK, {});
    hear(6, 0);
    await vi.waitFor(() => expect(words().join()).toContain('It is not there.'));
    await looks();
    expect(counts()).toEqual({ started: 1, closed: 1 });
    clock.canRead = true;
    clock.nowMs = AGAIN_MS;
    await vi.waitFor(() => expect(result()?.wind.speedMs).toBe(6));
    expect(words()).toEqual([]);
  });

  it('are left alone while the layer is off and in a city without buildings, and go with the city', async () => {
    const off = aSession({ isOn: false });
    const empty = aSession({ hasBuildings: false });
    for (const { frames, hear } of [off, empty]) {
      frames.publish(FIRE_RISK, {});
      hear(6, 0);
    }
    await looks();
    expect([off.counts().started, empty.counts().started]).toEqual([0, 0]);
    showLayer(off.store, FIRE, true);
    await vi.waitFor(() => expect(off.result()).toBeDefined());
    off.stop?.();
    expect(off.result()).toBeUndefined();
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { instant } from '#model/time.ts';
import { createFrames } from '#scene/frames.ts';
import { setTime } from '#store/clock.ts';
import { createAppStore } from '#store/store.ts';
import { aWoodenTown } from '#workers/fire-spread/a-wooden-town.ts';
import type { SpreadWorker } from '#workers/fire-spread/client.ts';
import type { SpreadProtocol } from '#workers/fire-spread/protocol.ts';
import { createSpreadService } from '#workers/fire-spread/service.ts';
import { connect, serve } from '#workers/port.ts';
import {
  FIRE_ENSEMBLE,
  FIRE_MOMENT,
  FIRE_PLACES,
  FIRE_SPREAD,
  type FireMoment,
  type FireSpread,
  SECOND_SPREAD,
  type SpreadEnsemble,
} from '../contract/spread.ts';
import { FIRE_STATUS, type FireScenario, type HazardZones, zonesOf } from '../contract.ts';
import { change } from '../state/change.ts';
import { addFire, removeFire, wantMembers } from '../state/fires.ts';
import { turnWind } from '../state/steer.ts';
import { selectFire } from '../state.ts';
import { startSpread } from './spread.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

function aSession() {
  const town = aWoodenTown();
  const store = createAppStore();
  const frames = createFrames();
  const manifest = aManifest();
  store.setState({ city: { manifest, baseUrl: 'http://town.test/city.json' } as never });
  const workers: SpreadWorker[] = [];
  const startWorker = () => {
    const { port1, port2 } = new MessageChannel();
    const service = createSpreadService({ read: town.read, now: () => 0 });
    // The files of the town lie under other names than a package's.
    const open = () =>
      service.calls.open({ city: town.city }, { signal: new AbortController().signal });
    serve<SpreadProtocol>(port2, { ...service, calls: { ...service.calls, open } });
    const worker = connect<SpreadProtocol>(port1, 'fire-spread');
    endings.push(() => {
      port1.close();
      port2.close();
    });
    workers.push(worker);
    return worker;
  };
  const life = new AbortController();
  const stop = startSpread({ store, frames }, life.signal, {
    startWorker,
    now: () => 0,
    waitMs: 50,
  });
  endings.push(() => {
    life.abort();
    stop?.();
  });
  const spread = () => frames.peek<FireSpread>(FIRE_SPREAD);
  const ready = (scenario: FireScenario) =>
    vi.waitFor(() => {
      expect(selectFire(store.getState()).status[scenario.id]?.phase).toBe('ready');
      expect(spread()?.scenario).toBe(scenario.id);
    });
  return { town, store, frames, workers, spread, ready, stop };
}

const aManifest = () =>
  ({
    ...{ id: 'wooden-town', name: 'Wooden Town', build: 'b1', sources: [] },
    crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
    layers: [{ kind: 'buildings', id: 'buildings', index: 'index' }],
  }) as unknown as CityManifest;

describe('the spread of the shown fire', () => {
  it('is computed with the first fire, and what burns follows the clock', async () => {
    const { town, store, frames, workers, spread, ready } = aSession();
    expect(workers).toHaveLength(0);
    const fire = town.fireAt(12);
    addFire(store, fire);
    await ready(fire);
    expect(workers).toHaveLength(1);
    expect(frames.peek<{ building: Uint32Array }>(FIRE_PLACES)?.building).toHaveLength(25);
    expect(frames.peek(FIRE_STATUS)).toBe(selectFire(store.getState()).status.fire);
    const moment = () => frames.peek<FireMoment>(FIRE_MOMENT);
    setTime(store, instant(fire.startMs + 60_000));
    await vi.waitFor(() => expect(moment()?.timeS).toBe(60));
    expect(moment()).toMatchObject({ ignitedSoFar: 1, next60: 24 });
    const lastS = spread()?.ignitionS[spread()?.order.at(-1) ?? 0] ?? 0;
    setTime(store, instant(fire.startMs + Math.ceil(lastS) * 1000));
    await vi.waitFor(() => expect(moment()?.ignitedSoFar).toBe(25));
    const zones = () => frames.peek<HazardZones>(zonesOf('spread'));
    await vi.waitFor(() => expect(zones()?.zones.length).toBeGreaterThan(0), 3000);
  });

  it('is computed anew when it is steered, and only what comes after changes', async () => {
    const { town, store, spread, ready } = aSession();
    const fire = town.fireAt(0);
    addFire(store, fire);
    await ready(fire);
    const before = spread();
    setTime(store, instant(fire.startMs + 600_000));
    turnWind(store, { speedMs: 15, fromRad: (3 * Math.PI) / 2 });
    await vi.waitFor(() => expect(spread()).not.toBe(before));
    before?.ignitionS.forEach((timeS, at) => {
      if (timeS < 600) expect(spread()?.ignitionS[at]).toBe(timeS);
    });
    expect(spread()?.ignitionS[5]).toBeLessThan(before?.ignitionS[5] ?? 0);
  });

  it('stands beside the one it is compared with, and goes when it is forgotten', async () => {
    const { town, store, frames, ready, spread } = aSession();
    const one = town.fireAt(0);
    addFire(store, one);
    await ready(one);
    const other = town.fireAt(24, { id: 'other' });
    addFire(store, other, one.id);
    await ready(other);
    const second = () => frames.peek<FireSpread>(SECOND_SPREAD);
    await vi.waitFor(() => expect(second()?.scenario).toBe('fire'));
    expect(second()?.order[0]).toBe(1);
    expect(spread()?.order[0]).toBe(25);
    removeFire(store, 'other');
    await vi.waitFor(() => expect(spread()?.scenario).toBe('fire'));
    expect(second()).toBeUndefined();
    removeFire(store, 'fire');
    await vi.waitFor(() => expect(spread()).toBeUndefined());
    expect(frames.peek(FIRE_MOMENT)).toBeUndefined();
  });

  it('says why a fire can’t be computed, and keeps the last good result', async () => {
    const { town, store, spread, ready } = aSession();
    const fire = town.fireAt(0);
    addFire(store, fire);
    await ready(fire);
    const good = spread();
    const lost = { ...town.building(3), id: 'H-99' };
    change(store, ({ scenarios }) => ({
      scenarios: scenarios.map((one) => ({
        ...one,
        ignitions: [...one.ignitions, { building: lost, timeS: 60 }],
      })),
    }));
    const status = () => selectFire(store.getState()).status.fire;
    await vi.waitFor(() => expect(status()?.phase).toBe('failed'));
    expect(status()?.problem).toContain('building H-99 (House 3), which is not here.');
    expect(store.getState().problems.map(({ text }) => text.en)).toEqual([
      'Fire: An ignition of “Fire” is building H-99 (House 3), which is not here.',
    ]);
    expect(spread()).toBe(good);
    change(store, () => ({ scenarios: [fire] }));
    await ready(fire);
    expect(store.getState().problems).toEqual([]);
  });

  it('goes on with a new worker where the old one died', async () => {
    const { town, store, workers, spread, ready } = aSession();
    const fire = town.fireAt(0);
    addFire(store, fire);
    await ready(fire);
    wantMembers(store, 100_000);
    await vi.waitFor(() => expect(selectFire(store.getState()).members).toBe(100_000));
    await new Promise((resolve) => setTimeout(resolve, 20));
    workers[0]?.close();
    await vi.waitFor(() => expect(workers).toHaveLength(2));
    wantMembers(store, 0);
    await ready(fire);
    expect(spread()?.burnt).toBe(25);
  });

  it('has its ensemble as long as it is wanted', async () => {
    const { town, store, frames, ready } = aSession();
    const fire = town.fireAt(12);
    addFire(store, fire);
    await ready(fire);
    const ensemble = () => frames.peek<SpreadEnsemble>(FIRE_ENSEMBLE);
    wantMembers(store, 5);
    await vi.waitFor(() => expect(ensemble()?.done).toBe(5));
    wantMembers(store, 0);
    await vi.waitFor(() => expect(ensemble()).toBeUndefined());
  });
});

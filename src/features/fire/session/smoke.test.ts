import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { instant } from '#model/time.ts';
import { createFrames } from '#scene/frames.ts';
import { setTime } from '#store/clock.ts';
import { createAppStore } from '#store/store.ts';
import { aTownOf, MIDDLE } from '#workers/fire-smoke/a-smoke.ts';
import type { FireSmokeProtocol } from '#workers/fire-smoke/protocol.ts';
import { createFireSmokeService } from '#workers/fire-smoke/service.ts';
import { connect, type Endpoint, serve } from '#workers/port.ts';
import {
  type AirReport,
  FIRE_RELEASE,
  FIRE_RELEASE_REPORT,
  FIRE_SMOKE,
  FIRE_SMOKE_REPORT,
  type SmokeFrame,
} from '../contract/smoke.ts';
import { FIRE_MOMENT, type FireMoment } from '../contract/spread.ts';
import { type HazardZones, zonesOf } from '../contract.ts';
import { aFire } from '../state/a-fire.ts';
import { addFire, hideFire } from '../state/fires.ts';
import { pointAt } from '../state/pointing.ts';
import { addRelease, changeRelease, showRelease } from '../state/releases.ts';
import { changeLook, selectFire } from '../state.ts';
import { startSmoke } from './smoke.ts';

const manifest: CityManifest = {
  ...{ format: 'panopolis-city', version: 1, id: 'testham', name: 'Testham' },
  ...{ build: '0123456789ab', boundsDeg: [9.9, 53.9, 10.1, 54.1], heightM: [0, 30] },
  crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
  ...{ timeZone: 'Europe/Berlin', sources: [], layers: [] },
};
const NOON_MS = Date.UTC(2026, 5, 21, 11);
const lives: AbortController[] = [];
afterEach(() => {
  for (const life of lives.splice(0)) life.abort();
});

/** A session with the real service behind the real port, in this thread. */
function open() {
  const store = createAppStore({ city: { manifest, baseUrl: 'http://localhost/data/testham/' } });
  setTime(store, instant(NOON_MS));
  const frames = createFrames();
  const asked: string[] = [];
  const workers: { close(): void }[] = [];
  const startWorker = () => {
    const { port1, port2 } = new MessageChannel();
    const service = createFireSmokeService({ open: async () => aTownOf(), now: () => 0 });
    const { smoke, release } = service.calls;
    serve<FireSmokeProtocol>(port1 as unknown as Endpoint, {
      ...service,
      calls: {
        ...service.calls,
        smoke: (...given) => {
          asked.push('smoke');
          return smoke(...given);
        },
        release: (...given) => {
          asked.push('release');
          return release(...given);
        },
      },
    });
    const worker = connect<FireSmokeProtocol>(port2 as unknown as Endpoint, 'fire-smoke');
    workers.push(worker);
    return worker;
  };
  const life = new AbortController();
  lives.push(life);
  const stop = startSmoke({ store, frames }, life.signal, {
    ...{ startWorker, now: () => 0, waitMs: 50 },
  });
  life.signal.addEventListener('abort', () => stop?.());
  return { store, frames, asked, workers, life };
}

const aMoment = (part: Partial<FireMoment> = {}): FireMoment => ({
  ...{ scenario: 'f', timeS: 3600, burning: Uint32Array.of(0), heatKW: Float32Array.of(3000) },
  ...{ ignitedSoFar: 1, burntOut: 0, heatTotalMW: 3, next10: 0, next30: 0, next60: 0 },
  peopleInBurning: 10,
  ...part,
});
const fire = aFire({ startMs: NOON_MS - 3_600_000 });

describe('the smoke of the shown fire', () => {
  it('is published with its zones and goes when the fire is hidden', async () => {
    const { store, frames, workers } = open();
    expect(workers).toHaveLength(0);
    addFire(store, fire);
    frames.publish(FIRE_MOMENT, aMoment());
    await vi.waitFor(() => expect(frames.peek(FIRE_SMOKE)).toBeDefined());
    expect(frames.peek<SmokeFrame>(FIRE_SMOKE)).toMatchObject({
      ...{ of: 'f', timeS: 3600, quantity: 'particles', band: 'middle' },
    });
    expect(frames.peek<HazardZones>(zonesOf('smoke'))?.zones.length).toBeGreaterThan(0);
    expect(frames.peek<AirReport>(FIRE_SMOKE_REPORT)?.source).toMatchObject({ name: 'Harbour' });
    hideFire(store);
    await vi.waitFor(() => expect(frames.peek(FIRE_SMOKE)).toBeUndefined());
    expect(frames.peek(zonesOf('smoke'))).toBeUndefined();
    expect(frames.peek(FIRE_SMOKE_REPORT)).toBeUndefined();
  });

  it('is asked at most twice a second, for the newest moment', async () => {
    const { store, frames, asked } = open();
    const beganMs = performance.now();
    addFire(store, fire);
    for (let at = 0; at < 20; at++) {
      frames.publish(FIRE_MOMENT, aMoment({ timeS: 3600 + at }));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await vi.waitFor(() => expect(frames.peek<SmokeFrame>(FIRE_SMOKE)?.timeS).toBe(3619), {
      timeout: 5000,
    });
    // A busy machine takes longer, and may ask more often in all.
    expect(asked.length).toBeLessThanOrEqual(2 + (performance.now() - beganMs) / 500);
  });

  it('follows what is looked at, and is not asked again for what it has said', async () => {
    const { store, frames, asked } = open();
    addFire(store, fire);
    frames.publish(FIRE_MOMENT, aMoment());
    await vi.waitFor(() => expect(frames.peek(FIRE_SMOKE)).toBeDefined());
    changeLook(store, { air: 'co', band: 'high' });
    await vi.waitFor(
      () =>
        expect(frames.peek<SmokeFrame>(FIRE_SMOKE)).toMatchObject({ quantity: 'co', band: 'high' }),
      { timeout: 3000 },
    );
    const before = asked.length;
    changeLook(store, { showsPlume: false });
    frames.publish(FIRE_MOMENT, frames.peek(FIRE_MOMENT));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(asked.length).toBe(before);
  });

  it('stays while a new worker takes over from a dead one, which is said', async () => {
    const { store, frames, workers } = open();
    addFire(store, fire);
    frames.publish(FIRE_MOMENT, aMoment());
    await vi.waitFor(() => expect(frames.peek(FIRE_SMOKE)).toBeDefined());
    const first = frames.peek(FIRE_SMOKE);
    workers[0]?.close();
    frames.publish(FIRE_MOMENT, aMoment({ timeS: 3700 }));
    expect(frames.peek(FIRE_SMOKE)).toBe(first);
    await vi.waitFor(() => expect(frames.peek<SmokeFrame>(FIRE_SMOKE)?.timeS).toBe(3700), {
      timeout: 5000,
    });
    expect(workers).toHaveLength(2);
  });
});

describe('the shown release', () => {
  it('comes from a pointed place with usual amounts, is shown, and its tool opens', async () => {
    const { store, frames } = open();
    pointAt(store, 'release', MIDDLE);
    const { releases, shown } = selectFire(store.getState()).releases;
    expect(releases).toMatchObject([{ kind: 'plume', at: MIDDLE, wind: 'live', startMs: NOON_MS }]);
    expect(shown).toBe(releases[0]?.id);
    expect(selectFire(store.getState()).tool).toBe('smoke');
    setTime(store, instant(NOON_MS + 600_000));
    await vi.waitFor(() => expect(frames.peek(FIRE_RELEASE)).toBeDefined(), { timeout: 3000 });
    expect(frames.peek<HazardZones>(zonesOf('release'))?.of).toBe(shown);
  });

  it('hands its zones to the owner of explosions when it becomes one, and takes a fitting substance', async () => {
    const { store, frames } = open();
    const id = addRelease(store, { at: MIDDLE, building: '', name: 'Here' });
    await vi.waitFor(() => expect(frames.peek(zonesOf('release'))).toBeDefined());
    changeRelease(store, id, { kind: 'blast' });
    await vi.waitFor(() => expect(frames.peek(zonesOf('blast'))).toBeDefined(), { timeout: 3000 });
    expect(selectFire(store.getState()).releases.releases[0]?.substance).toBe('tnt');
    expect(frames.peek(zonesOf('release'))).toBeUndefined();
    expect(frames.peek(FIRE_RELEASE)).toBeUndefined();
    showRelease(store, '');
    await vi.waitFor(() => expect(frames.peek(zonesOf('blast'))).toBeUndefined());
    expect(frames.peek(FIRE_RELEASE_REPORT)).toBeUndefined();
  });

  it('says what does not fit and leaves nothing drawn of it', async () => {
    const { store, frames } = open();
    const id = addRelease(store, { at: MIDDLE, building: '', name: 'Here', kind: 'dense-gas' });
    changeRelease(store, id, { wind: { speedMs: 0, fromRad: 0 } });
    await vi.waitFor(() =>
      expect(frames.peek<AirReport>(FIRE_RELEASE_REPORT)?.problem?.en).toMatch(/out of range/),
    );
    expect(frames.peek<HazardZones>(zonesOf('release'))?.zones).toEqual([]);
  });
});

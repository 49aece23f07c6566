import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { createFrames } from '#scene/frames.ts';
import { type AppStore, createAppStore } from '#store/store.ts';
import { aLand, placeOf } from '#workers/fire-wildland/a-land.ts';
import type { WildlandProtocol } from '#workers/fire-wildland/protocol.ts';
import { createWildlandService } from '#workers/fire-wildland/service.ts';
import { connect, serve } from '#workers/port.ts';
import {
  FIRE_WILDLAND,
  FIRE_WILDLAND_DESK,
  type WildlandDesk,
  type WildlandFrame,
} from '../contract/wildland.ts';
import { pointAt } from '../state/pointing.ts';
import { changeWildland, clearWildland } from '../state/wildland.ts';
import { changeLook, openTool, selectFire } from '../state.ts';
import { startWildland, WILDLAND_TOOL } from './wildland.ts';

/** The worker shares this thread. */
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000 });

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

function begin() {
  const store: AppStore = createAppStore({
    city: {
      manifest: {
        ...{ id: 'c', name: 'C', build: 'b', boundsDeg: [10, 53.988, 10.012, 54] },
        ...{ crs: { horizontal: '', vertical: '' }, layers: [], sources: [] },
      } as unknown as CityManifest,
      baseUrl: 'http://localhost/',
    },
  });
  const frames = createFrames();
  const life = new AbortController();
  const started: { die: () => void }[] = [];
  const startWorker = () => {
    const { port1, port2 } = new MessageChannel();
    const readLand = async () => aLand();
    serve<WildlandProtocol>(port2, createWildlandService({ readLand, now: () => 0 }));
    const worker = connect<WildlandProtocol>(port1, 'fire-wildland');
    started.push({ die: () => worker.close() });
    endings.push(() => {
      port1.close();
      port2.close();
    });
    return worker;
  };
  const stop = startWildland({ store, frames }, life.signal, {
    ...{ startWorker, now: () => 0, waitMs: 1, quietMs: 0 },
  });
  endings.push(() => {
    life.abort();
    stop();
  });
  const desk = () => frames.peek<WildlandDesk>(FIRE_WILDLAND_DESK);
  const frame = () => frames.peek<WildlandFrame>(FIRE_WILDLAND);
  return { store, desk, frame, started };
}

describe('wildland fire in the session', () => {
  it('starts no worker before someone asks for it', () => {
    const { started, desk } = begin();
    expect(started).toHaveLength(0);
    expect(desk()).toBeUndefined();
  });

  it('tells what the weather makes of the land once its tool is open, and draws the map that is chosen', async () => {
    const { store, desk, frame } = begin();
    openTool(store, WILDLAND_TOOL);
    await until(() => expect(desk()?.phase).toBe('ready'));
    expect(desk()?.result?.growth).toEqual([]);
    expect(frame()).toBeUndefined();
    changeLook(store, { wildland: 'potential' });
    await until(() => expect(frame()?.map).toBe('potential'));
    changeLook(store, { wildland: 'none' });
    await until(() => expect(frame()).toBeUndefined());
  });

  it('lights where it is pointed at, shows the arrival, and takes the fire away again', async () => {
    const { store, desk, frame } = begin();
    pointAt(store, 'wildland', placeOf(6, 20));
    await until(() => expect(frame()?.map).toBe('arrival'));
    expect(desk()?.result?.growth.at(-1)?.areaM2).toBeGreaterThan(0);
    clearWildland(store);
    await until(() => expect(frame()).toBeUndefined());
    expect(selectFire(store.getState()).look.wildland).toBe('none');
  });

  it('says where nothing burns, and keeps the last good result', async () => {
    const { store, desk } = begin();
    pointAt(store, 'wildland', placeOf(6, 20));
    await until(() => expect(desk()?.phase).toBe('ready'));
    changeWildland(store, { ignitions: [[11, 54]] });
    await until(() => expect(desk()?.phase).toBe('failed'));
    expect(desk()?.problem).toMatch(/^Nothing burns at 54/);
    expect(desk()?.result?.growth.length).toBeGreaterThan(0);
    expect(
      store
        .getState()
        .problems.map(({ text }) => text.en)
        .join(),
    ).toContain('Nothing burns');
  });

  it('runs the chances that are asked for, and forgets them with the next weather', async () => {
    const { store, desk, frame } = begin();
    openTool(store, WILDLAND_TOOL);
    await until(() => expect(desk()?.phase).toBe('ready'));
    changeWildland(store, { fires: 20 });
    changeLook(store, { wildland: 'burn-probability' });
    await until(() => expect(desk()?.chance).toEqual({ done: 20, of: 20 }));
    await until(() => expect(frame()?.map).toBe('burn-probability'));
    changeWildland(store, { curing: 'cured' });
    await until(() => expect(desk()?.chance).toBeUndefined());
  });

  it('begins again when its worker dies', async () => {
    const { store, desk, started } = begin();
    openTool(store, WILDLAND_TOOL);
    await until(() => expect(desk()?.phase).toBe('ready'));
    started[0]?.die();
    changeWildland(store, { curing: 'green' });
    await until(() => expect(started).toHaveLength(2));
    await until(() => expect(desk()?.result?.moisture.liveHerb).toBe(1.2));
  });
});

import type { Scene } from 'cesium';
import { describe, expect, it, vi } from 'vitest';
import { showLayer } from '#store/layers.ts';
import { setPreferences } from '#store/preferences.ts';
import { select } from '#store/selection.ts';
import { type AppState, createAppStore } from '#store/store.ts';
import { createFrames } from './frames.ts';
import type { Layer, Stage } from './layer.ts';
import { createUpdater } from './updater.ts';

interface Seen {
  readonly theme: string;
}

/** An updater whose animation frames pass when the test says so. */
function aGlobe() {
  const store = createAppStore();
  const frames = createFrames();
  const requestRender = vi.fn();
  let pending: (() => void)[] = [];
  const createStage = (): Stage => ({
    scene: {} as Scene,
    frames,
    requestRender,
    keepInBudget: () => () => {},
    reportStatus: () => {},
    reportProblem: () => {},
    clearProblem: () => {},
  });
  const schedule = (callback: () => void) => {
    pending.push(callback);
    return () => {
      pending = pending.filter((one) => one !== callback);
    };
  };
  const updater = createUpdater({ store, frames, createStage, requestRender, schedule });
  return {
    store,
    frames,
    requestRender,
    updater,
    async nextFrame() {
      await Promise.resolve();
      await Promise.resolve();
      const due = pending;
      pending = [];
      for (const callback of due) callback();
    },
    hasPending: () => pending.length > 0,
  };
}

function aLayer(id = 'one', update = vi.fn<Layer<Seen>['update']>()) {
  return {
    id,
    select: ({ preferences }: AppState): Seen => ({ theme: preferences.theme }),
    attach: vi.fn<Layer<Seen>['attach']>(),
    update,
    detach: vi.fn<Layer<Seen>['detach']>(),
  };
}

describe('the updater', () => {
  it('updates a new layer once, with no previous state', async () => {
    const globe = aGlobe();
    const layer = aLayer();
    globe.updater.setLayers([layer]);
    await globe.nextFrame();
    await globe.nextFrame();
    expect(layer.update.mock.calls).toEqual([[{ theme: 'dark' }, undefined]]);
  });

  it('draws nothing for the news of a layer that is off, and hands it over when it is on', async () => {
    const globe = aGlobe();
    const update = vi.fn(() => void globe.frames.take('one'));
    const shown = ({ layers }: AppState) => ({ theme: String(layers.one?.on ?? true) });
    globe.updater.setLayers([{ ...aLayer('one', update), select: shown }]);
    await globe.nextFrame();
    showLayer(globe.store, 'one', false);
    await globe.nextFrame();
    globe.requestRender.mockClear();
    update.mockClear();
    globe.frames.publish('one', 'news');
    await globe.nextFrame();
    expect(globe.requestRender).not.toHaveBeenCalled();
    expect(globe.frames.peek('one')).toBe('news');
    showLayer(globe.store, 'one', true);
    await globe.nextFrame();
    expect(update).toHaveBeenCalledOnce();
    expect(globe.requestRender).toHaveBeenCalledOnce();
  });

  it('wakes a layer by every channel that it names, and no other layer', async () => {
    const globe = aGlobe();
    const lent = { ...aLayer('one'), channels: ['lent'] };
    const other = aLayer('two');
    globe.updater.setLayers([lent, other]);
    await globe.nextFrame();
    globe.frames.publish('lent', 'colours');
    await globe.nextFrame();
    expect([lent.update.mock.calls.length, other.update.mock.calls.length]).toEqual([2, 1]);
  });

  it('neither updates nor draws when nothing that the layer shows has changed', async () => {
    const globe = aGlobe();
    const layer = aLayer();
    globe.updater.setLayers([layer]);
    await globe.nextFrame();
    globe.requestRender.mockClear();
    select(globe.store, [{ feature: 'city', index: 1, id: 'B' }]);
    setPreferences(globe.store, { language: 'zh' });
    await globe.nextFrame();
    expect(layer.update).toHaveBeenCalledTimes(1);
    expect(globe.requestRender).not.toHaveBeenCalled();
  });

  it('makes one update and one picture of many changes in a frame', async () => {
    const globe = aGlobe();
    const layer = aLayer();
    globe.updater.setLayers([layer]);
    await globe.nextFrame();
    globe.requestRender.mockClear();
    setPreferences(globe.store, { theme: 'light' });
    setPreferences(globe.store, { theme: 'dark' });
    setPreferences(globe.store, { theme: 'light' });
    await globe.nextFrame();
    expect(layer.update.mock.calls.at(-1)).toEqual([{ theme: 'light' }, { theme: 'dark' }]);
    expect(layer.update).toHaveBeenCalledTimes(2);
    expect(globe.requestRender).toHaveBeenCalledTimes(1);
  });

  it('updates the one layer that a frame arrived for', async () => {
    const globe = aGlobe();
    const [one, two] = [aLayer('one'), aLayer('two')];
    globe.updater.setLayers([one, two]);
    await globe.nextFrame();
    globe.frames.publish('two', {});
    await globe.nextFrame();
    expect(one.update).toHaveBeenCalledTimes(1);
    expect(two.update).toHaveBeenCalledTimes(2);
  });

  it('goes on with the others when a layer fails, and says which and why', async () => {
    const globe = aGlobe();
    const broken = aLayer(
      'broken',
      vi.fn(() => {
        throw new Error('No such texture.');
      }),
    );
    const sound = aLayer('sound');
    vi.spyOn(console, 'error').mockImplementation(() => {});
    globe.updater.setLayers([broken, sound]);
    await globe.nextFrame();
    expect(sound.update).toHaveBeenCalledTimes(1);
    const { layers, problems } = globe.store.getState();
    expect(layers.broken?.status).toEqual({ kind: 'failed', reason: 'No such texture.' });
    expect(problems.map(({ path, code }) => [path, code])).toEqual([['broken', 'layer-failed']]);
  });

  it('takes the problem back when the layer can be drawn again', async () => {
    const globe = aGlobe();
    let isBroken = true;
    const layer = aLayer(
      'one',
      vi.fn(() => {
        if (isBroken) throw new Error('Not yet.');
      }),
    );
    vi.spyOn(console, 'error').mockImplementation(() => {});
    globe.updater.setLayers([layer]);
    await globe.nextFrame();
    isBroken = false;
    setPreferences(globe.store, { theme: 'light' });
    await globe.nextFrame();
    expect(globe.store.getState().problems).toEqual([]);
    expect(globe.store.getState().layers.one?.status).toEqual({ kind: 'ready' });
  });

  it('detaches what left the list and keeps what stayed', async () => {
    const globe = aGlobe();
    const [one, two] = [aLayer('one'), aLayer('two')];
    globe.updater.setLayers([one, two]);
    await globe.nextFrame();
    globe.updater.setLayers([two]);
    expect(one.detach).toHaveBeenCalledTimes(1);
    expect(two.attach).toHaveBeenCalledTimes(1);
    expect(two.detach).not.toHaveBeenCalled();
  });

  it('detaches a layer that left while it was still attaching', async () => {
    const globe = aGlobe();
    let finish = () => {};
    const slow = aLayer('slow');
    slow.attach.mockReturnValue(
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
    );
    globe.updater.setLayers([slow]);
    globe.updater.setLayers([]);
    expect(slow.detach).not.toHaveBeenCalled();
    finish();
    await globe.nextFrame();
    expect(slow.detach).toHaveBeenCalledTimes(1);
    expect(slow.update).not.toHaveBeenCalled();
  });

  it('leaves nothing running when it stops', async () => {
    const globe = aGlobe();
    const layer = aLayer();
    globe.updater.setLayers([layer]);
    await globe.nextFrame();
    setPreferences(globe.store, { theme: 'light' });
    globe.updater.stop();
    expect(globe.hasPending()).toBe(false);
    expect(layer.detach).toHaveBeenCalledTimes(1);
    setPreferences(globe.store, { theme: 'dark' });
    globe.frames.publish('one', {});
    expect(globe.hasPending()).toBe(false);
  });
});

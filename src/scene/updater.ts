import { instant } from '#model/time.ts';
import { reportLayer, selectLayer } from '#store/layers.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import type { Frames } from './frames.ts';
import type { Layer, Stage } from './layer.ts';

/** Brings layers onto the globe, keeps them up to date with the store, and takes them away. */
export interface Updater {
  /** Attaches layers that are new in the list and detaches those gone from it. */
  setLayers(layers: readonly Layer<object>[]): void;
  stop(): void;
}

export interface UpdaterOptions {
  readonly store: AppStore;
  readonly frames: Frames;
  readonly createStage: (layerId: string) => Stage;
  readonly requestRender: () => void;
  /** Calls back once before the next picture; returns how to call it off. */
  readonly schedule?: (callback: () => void) => () => void;
  readonly now?: () => number;
}

interface Entry {
  readonly layer: Layer<object>;
  isAttached: boolean;
  isGone: boolean;
  hasFrame: boolean;
  hasFailed: boolean;
  drawn: object | undefined;
}

const nextAnimationFrame = (callback: () => void) => {
  const handle = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(handle);
};

/**
 * The one caller of `layer.update`: at most once per animation frame, when a field of the layer's state
 * changed or, while it is on, a frame was published on the channel named like the layer, or on one of its others.
 */
export function createUpdater(options: UpdaterOptions): Updater {
  const { store, frames, createStage, requestRender } = options;
  const { schedule = nextAnimationFrame, now = Date.now } = options;
  const entries = new Map<string, Entry>();
  let cancel: (() => void) | undefined;
  let isStopped = false;

  function wake(): void {
    cancel ??= schedule(() => {
      cancel = undefined;
      let hasChanged = false;
      for (const entry of entries.values()) hasChanged = bringUpToDate(entry) || hasChanged;
      if (hasChanged) requestRender();
    });
  }

  function bringUpToDate(entry: Entry): boolean {
    if (!entry.isAttached) return false;
    try {
      const state = store.getState();
      const next = entry.layer.select(state);
      // News for a layer that is off waits until it is on: nothing of it is to be seen.
      const isNews = entry.hasFrame && selectLayer(entry.layer.id)(state).on;
      if (!isNews && entry.drawn && isSame(next, entry.drawn)) return false;
      const previous = entry.drawn;
      entry.hasFrame = false;
      entry.drawn = next;
      entry.layer.update(next, previous);
      recover(entry);
    } catch (error) {
      fail(entry, error);
    }
    return true;
  }

  function fail(entry: Entry, error: unknown): void {
    const { id } = entry.layer;
    const reason = error instanceof Error ? error.message : String(error);
    entry.hasFailed = true;
    console.error(`Layer ${id} failed.`, error);
    reportLayer(store, id, { kind: 'failed', reason });
    const text = { en: `This layer can't be drawn: ${reason}`, zh: `无法绘制此图层：${reason}` };
    reportProblem(store, { path: id, code: 'layer-failed', text, since: instant(now()) });
  }

  function recover(entry: Entry): void {
    if (!entry.hasFailed) return;
    entry.hasFailed = false;
    clearProblem(store, { path: entry.layer.id, code: 'layer-failed' });
    reportLayer(store, entry.layer.id, { kind: 'ready' });
  }

  async function attach(layer: Layer<object>): Promise<void> {
    const entry: Entry = {
      layer,
      isAttached: false,
      isGone: false,
      hasFrame: false,
      hasFailed: false,
      drawn: undefined,
    };
    entries.set(layer.id, entry);
    try {
      await layer.attach(createStage(layer.id));
      entry.isAttached = true;
      // Gone while it was still attaching: only now is there something to take away.
      if (entry.isGone) detach(entry);
      else wake();
    } catch (error) {
      fail(entry, error);
    }
  }

  function detach(entry: Entry): void {
    entry.isGone = true;
    if (entries.get(entry.layer.id) === entry) entries.delete(entry.layer.id);
    if (!entry.isAttached) return;
    entry.isAttached = false;
    try {
      entry.layer.detach();
    } catch (error) {
      console.error(`Layer ${entry.layer.id} could not be taken away.`, error);
    }
    if (!isStopped) requestRender();
  }

  const forgetStore = store.subscribe(wake);
  const forgetFrames = frames.subscribe((channel) => {
    for (const entry of entries.values()) {
      if (entry.layer.id !== channel && !entry.layer.channels?.includes(channel)) continue;
      entry.hasFrame = true;
      wake();
    }
  });

  return {
    setLayers(layers) {
      const wanted = new Set(layers);
      for (const entry of [...entries.values()]) if (!wanted.has(entry.layer)) detach(entry);
      for (const layer of layers) {
        if (entries.get(layer.id)?.layer !== layer) void attach(layer);
      }
    },
    stop() {
      isStopped = true;
      cancel?.();
      forgetStore();
      forgetFrames();
      for (const entry of [...entries.values()].reverse()) detach(entry);
    },
  };
}

function isSame(a: object, b: object): boolean {
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && Object.is(value, right.get(key)))
  );
}

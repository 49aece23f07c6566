import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Feature } from '#features/feature.ts';
import { createFrames } from '#scene/frames.ts';
import { select } from '#store/selection.ts';
import { createAppStore } from '#store/store.ts';
import { createImporter } from '../dropping/importer.ts';
import { features } from '../features.ts';
import { createOpener } from '../opening/opener.ts';
import type { AppParts } from '../parts.tsx';
import { listCommands } from './all-commands.ts';

/** The whole app without a page: a city that has everything is open. */
function anApp(): AppParts {
  const everywhere: Feature[] = features.map((one) => ({ ...one, isAvailable: () => true }));
  const store = createAppStore({
    city: { manifest: {} as never, baseUrl: 'http://panopolis.test/' },
  });
  const frames = createFrames();
  const opener = createOpener({ store, frames, features: everywhere });
  return {
    store,
    frames,
    features: everywhere,
    opener,
    importer: createImporter({
      models: { prepare: () => undefined, take: async () => undefined },
      store,
      startWorker: () => Promise.reject(new Error('No worker here.')) as never,
      keep: async () => '',
      open: opener.show,
      leave: async (id) => opener.unlist(id),
      takeDown: async () => {},
    }),
    pointer: createStore(() => undefined),
    globe: createStore(() => ({ handle: undefined })),
  };
}

function allCommands(parts: AppParts) {
  return listCommands(parts.store.getState(), parts).flatMap(({ commands }) => commands);
}

describe('the one list of commands', () => {
  it('gives no two commands of house, globe and features the same id', () => {
    const ids = allCommands(anApp()).map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('gives no two commands the same shortcut, nor one that flies', () => {
    const flying = ['W', 'A', 'S', 'D'];
    const shortcuts = allCommands(anApp()).flatMap(({ shortcut }) => shortcut ?? []);
    expect(shortcuts.filter((one, at) => shortcuts.indexOf(one) !== at)).toEqual([]);
    expect(shortcuts.filter((one) => flying.includes(one.replace('Shift+', '')))).toEqual([]);
  });

  it('says every command in both languages', () => {
    for (const { id, title } of allCommands(anApp())) {
      expect(title.en, id).toMatch(/\w/);
      expect(title.zh, id).toMatch(/\p{Script=Han}/u);
    }
  });

  it('switches each layer off and on', () => {
    const parts = anApp();
    const layer = features.find((one) => one.layer);
    if (!layer) return;
    const toggle = () => allCommands(parts).find(({ id }) => id === `layer.${layer.id}`);
    expect(toggle()?.title.en).toMatch(/^Hide/);
    toggle()?.run(parts.store);
    expect(parts.store.getState().layers[layer.id]?.on).toBe(false);
    expect(toggle()?.title.en).toMatch(/^Show/);
  });

  it('offers to clear a selection only while there is one', () => {
    const parts = anApp();
    const clear = allCommands(parts).find(({ id }) => id === 'app.clear-selection');
    expect(clear?.when?.(parts.store.getState())).toBe(false);
    select(parts.store, [{ feature: 'city', index: 0, id: 'A' }]);
    expect(clear?.when?.(parts.store.getState())).toBe(true);
    clear?.run(parts.store);
    expect(parts.store.getState().selection).toEqual([]);
  });
});

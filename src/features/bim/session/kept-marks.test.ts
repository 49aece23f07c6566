import { describe, expect, it } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { createAppStore } from '#store/store.ts';
import { markClash } from '../state/checks.ts';
import { selectBim } from '../state.ts';
import type { RecordStorage } from './browser-record.ts';
import { keepMarks } from './kept-marks.ts';

function aStorage(): RecordStorage & { all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  };
}

const city = (id: string) => ({ manifest: { id } as CityManifest, baseUrl: 'https://x/' });

function visit(storage: RecordStorage | undefined, id = 'town') {
  const store = createAppStore({ city: city(id) });
  const stop = keepMarks(store, storage);
  return { store, stop, marks: () => selectBim(store.getState()).checks.marks };
}

describe('marks of clashes', () => {
  it('are there again at the next visit, with status and note', () => {
    const storage = aStorage();
    const first = visit(storage);
    markClash(first.store, 'wall duct', { status: 'active', note: 'Ask the engineer' });
    markClash(first.store, 'slab pipe', { status: 'ignored' });
    first.stop();
    expect(visit(storage).marks()).toEqual({
      'wall duct': { status: 'active', note: 'Ask the engineer' },
      'slab pipe': { status: 'ignored', note: '' },
    });
  });

  it('stay with their city', () => {
    const storage = aStorage();
    const { store, marks } = visit(storage);
    markClash(store, 'wall duct', { status: 'resolved' });
    store.setState({ city: city('village') });
    expect(marks()).toEqual({});
    store.setState({ city: city('town') });
    expect(marks()).toEqual({ 'wall duct': { status: 'resolved', note: '' } });
  });

  it('are none where the browser keeps nothing, or something else under the name', () => {
    expect(visit(undefined).marks()).toEqual({});
    const storage = aStorage();
    storage.setItem('panopolis.bim-clash-marks.town', '{"a":{"status":"lost","note":3}}');
    expect(visit(storage).marks()).toEqual({});
    storage.setItem('panopolis.bim-clash-marks.town', 'not JSON');
    const { store, marks } = visit(storage);
    markClash(store, 'a', { status: 'active' });
    expect(marks()).toEqual({ a: { status: 'active', note: '' } });
    expect(storage.getItem('panopolis.bim-clash-marks.town')).toContain('active');
  });
});

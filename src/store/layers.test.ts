import { describe, expect, it } from 'vitest';
import { fadeLayer, initialLayer, reportLayer, selectLayer, showLayer } from './layers.ts';
import { createAppStore } from './store.ts';

describe('layers', () => {
  it('are on and idle before anything is said about them', () => {
    expect(selectLayer('city')(createAppStore().getState())).toBe(initialLayer);
  });

  it('keep what was said about them apart, and other layers as they were', () => {
    const store = createAppStore();
    showLayer(store, 'basemap', false);
    const basemap = selectLayer('basemap')(store.getState());
    showLayer(store, 'city', false);
    reportLayer(store, 'city', { kind: 'failed', reason: 'tileset.json is missing' });
    expect(selectLayer('city')(store.getState())).toEqual({
      on: false,
      opacity: 1,
      status: { kind: 'failed', reason: 'tileset.json is missing' },
    });
    expect(selectLayer('basemap')(store.getState())).toBe(basemap);
  });

  it.each([
    [-1, 0],
    [0.4, 0.4],
    [7, 1],
  ])('take an opacity of %d as %d', (given, kept) => {
    const store = createAppStore();
    fadeLayer(store, 'city', given);
    expect(selectLayer('city')(store.getState()).opacity).toBe(kept);
  });
});

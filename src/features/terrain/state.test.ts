import { describe, expect, it } from 'vitest';
import { createAppStore } from '#store/store.ts';
import { exaggerate, selectTilesUrl, terrainSlice } from './state.ts';

describe('the terrain’s slice', () => {
  it('keeps exaggeration between 1 and 5', () => {
    const store = createAppStore();
    exaggerate(store, 9);
    expect(terrainSlice.select(store.getState()).exaggeration).toBe(5);
    exaggerate(store, 0);
    expect(terrainSlice.select(store.getState()).exaggeration).toBe(1);
  });

  it('puts only what differs into a link and reads it again', () => {
    expect(terrainSlice.toShared(terrainSlice.initial)).toBeUndefined();
    const shared = terrainSlice.toShared({ exaggeration: 2.5 });
    expect(terrainSlice.fromShared(JSON.parse(JSON.stringify(shared)))).toEqual({
      exaggeration: 2.5,
    });
  });

  it.each([[null], [7], [{ exaggeration: 'much' }], [{ exaggeration: 99 }]])(
    'starts afresh from the link %j',
    (shared) => {
      expect(terrainSlice.fromShared(shared)).toEqual(terrainSlice.initial);
    },
  );

  it('has no tiles without a city', () => {
    expect(selectTilesUrl(createAppStore().getState())).toBeUndefined();
  });
});

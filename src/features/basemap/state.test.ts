import { describe, expect, it } from 'vitest';
import { createAppStore } from '#store/store.ts';
import {
  basemapSlice,
  selectArchiveUrl,
  selectTheme,
  setLabels,
  setStyle,
  toggleLabels,
} from './state.ts';

describe('the basemap’s state', () => {
  it('follows the theme of the app until a style is chosen', () => {
    const store = createAppStore({
      preferences: { language: 'en', theme: 'light', signature: '' },
    });
    expect(selectTheme(store.getState())).toBe('light');
    setStyle(store, 'dark');
    expect(selectTheme(store.getState())).toBe('dark');
  });

  it('shares only what differs, and reads it back', () => {
    const store = createAppStore();
    expect(basemapSlice.toShared(basemapSlice.select(store.getState()))).toBeUndefined();
    setStyle(store, 'light');
    toggleLabels(store);
    const shared = basemapSlice.toShared(basemapSlice.select(store.getState()));
    expect(shared).toEqual({ style: 'light', labels: false });
    expect(basemapSlice.fromShared(shared)).toEqual({ style: 'light', labels: false });
  });

  it.each([undefined, null, 7, 'x', [], { style: 'neon', labels: 'yes' }])(
    'reads %j in a link as the usual map',
    (shared) => {
      expect(basemapSlice.fromShared(shared)).toEqual({ style: 'auto', labels: true });
    },
  );

  it('keeps the part of a link that can be read', () => {
    expect(basemapSlice.fromShared({ style: 'neon', labels: false })).toEqual({
      style: 'auto',
      labels: false,
    });
  });

  it('does nothing where the labels are as wanted already', () => {
    const store = createAppStore();
    setLabels(store, true);
    expect(basemapSlice.select(store.getState()).labels).toBe(true);
    expect(selectArchiveUrl(store.getState())).toBeUndefined();
  });
});

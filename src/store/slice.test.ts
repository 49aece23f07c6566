import { describe, expect, it, vi } from 'vitest';
import { defineSlice } from './slice.ts';
import { createAppStore } from './store.ts';

interface FloodState {
  readonly depthM: number;
}
const aSlice = () => defineSlice<FloodState>({ id: 'flood', initial: { depthM: 0 } });

describe('a slice', () => {
  it('is its initial state until it is updated, and leaves other slices alone', () => {
    const store = createAppStore({ features: { fire: 'burning' } });
    const slice = aSlice();
    expect(slice.select(store.getState())).toBe(slice.initial);
    slice.update(store, ({ depthM }) => ({ depthM: depthM + 2 }));
    expect(slice.select(store.getState())).toEqual({ depthM: 2 });
    expect(store.getState().features.fire).toBe('burning');
  });

  it('wakes nobody where the change is none', () => {
    const store = createAppStore();
    const listener = vi.fn();
    store.subscribe(listener);
    aSlice().update(store, (state) => state);
    expect(listener).not.toHaveBeenCalled();
  });

  it('shares nothing and reads its initial state from any link, unless it says how', () => {
    const slice = aSlice();
    expect(slice.toShared({ depthM: 3 })).toBeUndefined();
    expect(slice.fromShared({ depthM: 3 })).toBe(slice.initial);
  });

  it('takes a link over in place, and keeps what it was told to', () => {
    const slice = defineSlice<FloodState & { readonly found: string }>({
      id: 'flood',
      initial: { depthM: 0, found: '' },
      toShared: ({ depthM }) => (depthM === 0 ? undefined : { depthM }),
      fromShared: (shared) => ({ depthM: shared === undefined ? 0 : 5, found: '' }),
      keep: (linked, { found }) => ({ ...linked, found }),
    });
    const here = { depthM: 2, found: 'a river' };
    expect(slice.takeShared(here, { depthM: 5 })).toEqual({ depthM: 5, found: 'a river' });
    expect(slice.takeShared(here, undefined)).toEqual({ depthM: 0, found: 'a river' });
    expect(slice.takeShared(here, { depthM: 2 })).toBe(here);
  });
});

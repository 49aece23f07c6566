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
});

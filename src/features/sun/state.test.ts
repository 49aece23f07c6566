import { describe, expect, it } from 'vitest';
import { createAppStore } from '#store/store.ts';
import { castShadows, followClock, sunSlice } from './state.ts';

describe('the sun in a shared link', () => {
  it('is left out while it is as everyone finds it', () => {
    expect(sunSlice.toShared(sunSlice.initial)).toBeUndefined();
  });

  it('comes back as it was', () => {
    const store = createAppStore();
    followClock(store, true);
    castShadows(store, true);
    const state = sunSlice.select(store.getState());
    expect(sunSlice.fromShared(sunSlice.toShared(state))).toEqual(state);
  });

  it('is as everyone finds it where the link holds something else', () => {
    for (const value of [undefined, null, 7, { shadows: 'yes' }, []]) {
      expect(sunSlice.fromShared(value)).toEqual(sunSlice.initial);
    }
  });
});

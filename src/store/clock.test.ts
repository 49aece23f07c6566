import { describe, expect, it } from 'vitest';
import { instant } from '#model/time.ts';
import { goLive, setTime } from './clock.ts';
import { createAppStore } from './store.ts';

describe('the clock', () => {
  it('stands still where a person put it and runs again when sent back to now', () => {
    const store = createAppStore();
    setTime(store, instant(5000));
    expect(store.getState().clock).toEqual({ now: 5000, mode: 'set', rate: 0 });
    goLive(store, instant(9000));
    expect(store.getState().clock).toEqual({ now: 9000, mode: 'live', rate: 1 });
  });
});

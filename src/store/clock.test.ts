import { describe, expect, it, vi } from 'vitest';
import { instant } from '#model/time.ts';
import { followSource, goLive, jump, presentOf, setRate, setTime } from './clock.ts';
import { createAppStore } from './store.ts';

const aSource = (now: number, wall: number, rate = 1) => ({
  now: instant(now),
  wall: instant(wall),
  rate,
});

describe('the clock', () => {
  it('stands still where a person put it and runs again when sent back to now', () => {
    const store = createAppStore();
    setTime(store, instant(5000));
    expect(store.getState().clock).toEqual({ now: 5000, mode: 'set', rate: 0 });
    goLive(store, instant(9000));
    expect(store.getState().clock).toEqual({ now: 9000, mode: 'live', rate: 1 });
  });

  it('jumps from live into the past and stands there, and goes on playing where it played', () => {
    const store = createAppStore();
    goLive(store, instant(9_000_000));
    jump(store, -3_600_000);
    expect(store.getState().clock).toMatchObject({ now: 5_400_000, mode: 'set', rate: 0 });
    setRate(store, 60);
    jump(store, 1000);
    expect(store.getState().clock).toMatchObject({ now: 5_401_000, mode: 'set', rate: 60 });
  });
});

describe('a source with a time of its own', () => {
  it('is what live means, as fast as it runs', () => {
    const store = createAppStore();
    goLive(store, instant(1000));
    followSource(store, aSource(70_000, 1000, 60));
    const { clock } = store.getState();
    expect(clock.now).toBe(70_000);
    expect(presentOf(clock, 3000)).toBe(190_000);
    setTime(store, instant(5));
    goLive(store, instant(4000));
    expect(store.getState().clock.now).toBe(250_000);
  });

  it('stands still while it is paused', () => {
    expect(presentOf({ source: aSource(500, 0, 0) }, 99_000)).toBe(500);
  });

  it('does not move a clock that a person has set, but is there when they come back', () => {
    const store = createAppStore();
    setTime(store, instant(5));
    followSource(store, aSource(70_000, 1000));
    expect(store.getState().clock).toMatchObject({ now: 5, mode: 'set' });
    goLive(store, instant(2000));
    expect(store.getState().clock.now).toBe(71_000);
  });

  it('wakes nobody with a beat that says what was known', () => {
    const store = createAppStore();
    followSource(store, aSource(70_000, 1000));
    const listener = vi.fn();
    store.subscribe(listener);
    followSource(store, aSource(71_200, 2000));
    expect(listener).not.toHaveBeenCalled();
    followSource(store, aSource(3000, 3000));
    expect(listener).toHaveBeenCalledOnce();
  });

  it('leaves live to the wall clock when it goes', () => {
    const store = createAppStore();
    followSource(store, aSource(70_000, 1000));
    followSource(store, undefined);
    expect(presentOf(store.getState().clock, 42)).toBe(42);
  });
});

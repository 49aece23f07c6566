import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { instant } from '#model/time.ts';
import { followSource, goLive, setRate, setTime } from '#store/clock.ts';
import { createAppStore } from '#store/store.ts';
import { runClock } from './run-clock.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

it('follows the wall clock, or the source that live stands for, while it is live', () => {
  const store = createAppStore();
  const stop = runClock(store);
  vi.advanceTimersByTime(3000);
  expect(store.getState().clock.now).toBe(1_003_000);
  followSource(store, { now: instant(500), wall: instant(1_003_000), rate: 10 });
  vi.advanceTimersByTime(2000);
  expect(store.getState().clock.now).toBe(20_500);
  stop();
});

it('runs at the rate that a person chose, and stands where that is none', () => {
  const store = createAppStore();
  const stop = runClock(store);
  setTime(store, instant(0));
  vi.advanceTimersByTime(5000);
  expect(store.getState().clock.now).toBe(0);
  setRate(store, 600);
  vi.advanceTimersByTime(2000);
  expect(store.getState().clock.now).toBe(1_200_000);
  goLive(store, instant(Date.now()));
  vi.advanceTimersByTime(1000);
  expect(store.getState().clock.now).toBe(1_008_000);
  stop();
  vi.advanceTimersByTime(5000);
  expect(store.getState().clock.now).toBe(1_008_000);
});

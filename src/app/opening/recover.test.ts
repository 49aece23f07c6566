import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reportLayer } from '#store/layers.ts';
import { createAppStore } from '#store/store.ts';
import { takeUpAgain } from './recover.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('draws anew what failed while the server was away, and nothing else', () => {
  const store = createAppStore();
  reportLayer(store, 'city', { kind: 'failed', reason: 'gone' });
  reportLayer(store, 'terrain', { kind: 'ready' });
  takeUpAgain(store);
  const { city, terrain } = store.getState().layers;
  expect(city?.status.kind).not.toBe('failed');
  expect(terrain?.status).toEqual({ kind: 'ready' });
});

it('says that the server is back for as long as one reads it, anew each time', () => {
  const store = createAppStore();
  const isSaid = () => store.getState().workbench.notices.some(({ id }) => id === 'server');
  takeUpAgain(store);
  vi.advanceTimersByTime(6000);
  takeUpAgain(store);
  vi.advanceTimersByTime(6000);
  expect(isSaid()).toBe(true);
  vi.advanceTimersByTime(2000);
  expect(isSaid()).toBe(false);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { untilAskedAgain } from './asked-again.ts';
import { retryLayer, showLayer } from './layers.ts';
import { createAppStore } from './store.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const store = createAppStore();
  const abort = new AbortController();
  let isOver = false;
  const waiting = untilAskedAgain(store, 'city', 1000, abort.signal).then(() => {
    isOver = true;
  });
  return { store, abort, waiting, isOver: () => isOver };
}

describe('waiting until a layer is asked for again', () => {
  it('ends when a person asks, and not for anything else that changes', async () => {
    const { store, waiting, isOver } = start();
    showLayer(store, 'city', false);
    retryLayer(store, 'sensors');
    await vi.advanceTimersByTimeAsync(999);
    expect(isOver()).toBe(false);
    retryLayer(store, 'city');
    await waiting;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends by itself after a while', async () => {
    const { isOver } = start();
    await vi.advanceTimersByTimeAsync(1000);
    expect(isOver()).toBe(true);
  });

  it('ends with the session', async () => {
    const { abort, waiting } = start();
    abort.abort();
    await waiting;
    expect(vi.getTimerCount()).toBe(0);
  });
});

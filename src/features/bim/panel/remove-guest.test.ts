import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { createAppStore } from '#store/store.ts';
import { removeGuest } from './remove-guest.ts';

const guest = { id: 'dropped-shed', manifest: {} as CityManifest, baseUrl: 'http://x/' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('takes a dropped model off the globe at once, and out of the browser a while later', async () => {
  const store = createAppStore({ guests: [guest] });
  const forgotten: string[] = [];
  removeGuest(store, guest, async (id) => void forgotten.push(id));
  expect(store.getState().guests).toEqual([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(forgotten).toEqual([]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(forgotten).toEqual(['dropped-shed']);
});

it('leaves everything as it was where it is undone', async () => {
  const store = createAppStore({ guests: [guest] });
  const forgotten: string[] = [];
  const undo = removeGuest(store, guest, async (id) => void forgotten.push(id));
  undo();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(store.getState().guests).toEqual([guest]);
  expect(forgotten).toEqual([]);
});

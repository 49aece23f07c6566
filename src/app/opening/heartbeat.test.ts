import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { createAppStore } from '#store/store.ts';
import { watchServer } from './heartbeat.ts';

const manifest = { id: 'town', build: 'one' } as CityManifest;
const late = () => new DOMException('Nothing came in time.', 'TimeoutError');
const refused = () => new TypeError('Failed to fetch');

let stop = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: false });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page that asks the server, which answers as `answers` say, then well. */
function aPage(...answers: readonly (Error | CityManifest)[]) {
  const store = createAppStore({ city: { manifest, baseUrl: 'https://x/town/' } });
  const events = { onReturn: vi.fn(), onNewBuild: vi.fn() };
  const left = [...answers];
  const read = vi.fn(async () => {
    const answer = left.shift() ?? manifest;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  stop = watchServer(store, events, read);
  const isSilent = () => store.getState().opening.silentSince !== undefined;
  return { events, read, isSilent, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

describe('the watch over the server', () => {
  it('says at once that a server is gone which refuses, and that it is back', async () => {
    const { events, isSilent, pass } = aPage(refused());
    await pass(10_000);
    expect(isSilent()).toBe(true);
    await pass(3000);
    expect(isSilent()).toBe(false);
    expect(events.onReturn).toHaveBeenCalledTimes(1);
  });

  it('asks again before it calls one silent that answered too late', async () => {
    const { events, read, isSilent, pass } = aPage(late());
    await pass(10_000);
    expect(isSilent()).toBe(false);
    await pass(3000);
    expect(read).toHaveBeenCalledTimes(2);
    expect(isSilent()).toBe(false);
    expect(events.onReturn).not.toHaveBeenCalled();
  });

  it('calls it silent when nothing comes twice', async () => {
    const { isSilent, pass } = aPage(late(), late());
    await pass(13_000);
    expect(isSilent()).toBe(true);
  });

  it('tells of a city that was built anew', async () => {
    const { events, pass } = aPage({ ...manifest, build: 'two' });
    await pass(10_000);
    expect(events.onNewBuild).toHaveBeenCalledTimes(1);
  });
});

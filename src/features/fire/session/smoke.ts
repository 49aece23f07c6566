// Smoke of the shown fire and the shown release: starts its worker with the first of them, and again when it dies.

import type { SessionContext } from '#features/feature.ts';
import { watch } from '#store/watch.ts';
import { type FireSmokeWorker, startFireSmokeWorker } from '#workers/fire-smoke/client.ts';
import { keepWorker } from '#workers/kept-worker.ts';
import { townFilesOf } from '#workers/town/client.ts';
import { SMOKE_LINE } from '../contract/smoke.ts';
import { onPointed } from '../state/pointing.ts';
import { addRelease } from '../state/releases.ts';
import { selectFire } from '../state.ts';
import { keptAs } from './kept.ts';
import { createFireProblems } from './problems.ts';
import { followFireSmoke, hideFireSmoke } from './smoke/fire-smoke.ts';
import { smokeSessionMessages as messages } from './smoke/messages.ts';
import { nextReleaseName } from './smoke/next-name.ts';
import { followReleases, hideRelease } from './smoke/releases.ts';

export interface SmokeWorld {
  readonly startWorker: () => FireSmokeWorker;
  readonly now: () => number;
  /** How long before a worker that keeps dying is tried again. */
  readonly waitMs: number;
}

const world: SmokeWorld = { startWorker: startFireSmokeWorker, now: Date.now, waitMs: 30_000 };

export const followSmoke = (context: SessionContext, signal: AbortSignal) =>
  startSmoke(context, signal, world);

export function startSmoke(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  { startWorker, now, waitMs }: SmokeWorld,
): (() => void) | undefined {
  const { city } = store.getState();
  if (!city) return undefined;
  const files = townFilesOf(city.manifest, city.baseUrl);
  const problems = createFireProblems(store, 'smoke', now);
  const kept = keepWorker({
    ...keptAs({ store, problems, words: messages, waitMs, signal }),
    start: startWorker,
    open: (worker) => worker.call('open', { city: files }, { signal }),
    serve(worker) {
      problems.say('worker', undefined);
      const parts = { store, frames, problems, signal };
      return [followFireSmoke(parts, worker), followReleases(parts, worker)];
    },
  });

  function begin(): void {
    const { shown, releases } = selectFire(store.getState());
    if (shown === '' && releases.shown === '') return;
    if (!frames.peek(SMOKE_LINE)) frames.publish(SMOKE_LINE, kept.line);
    kept.begin();
  }

  const stopPointed = onPointed(store, 'release', ({ points: [at] }) => {
    if (at) addRelease(store, { at, building: '', name: nextReleaseName(store.getState()) });
  });
  const unwatch = watch(
    store,
    (state) => [selectFire(state).shown, selectFire(state).releases.shown],
    begin,
  );
  begin();
  return () => {
    unwatch();
    stopPointed();
    problems.clearAll();
    hideFireSmoke(frames);
    hideRelease(frames);
    frames.publish(SMOKE_LINE, undefined);
  };
}

// Smoke of the shown fire and the shown release: starts its worker with the first of them, and again when it dies.

import type { SessionContext } from '#features/feature.ts';
import { untilAskedAgain } from '#store/asked-again.ts';
import { watch } from '#store/watch.ts';
import { type FireSmokeWorker, startFireSmokeWorker } from '#workers/fire-smoke/client.ts';
import { createDeath, keepGoing, untilAborted } from '#workers/supervisor.ts';
import { townFilesOf } from '#workers/town/client.ts';
import { openLine, WorkerLine } from '#workers/worker-line.ts';
import { SMOKE_LINE } from '../contract/smoke.ts';
import { FIRE } from '../contract.ts';
import { onPointed } from '../state/pointing.ts';
import { addRelease } from '../state/releases.ts';
import { selectFire } from '../state.ts';
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
  const line = new WorkerLine<FireSmokeWorker>();
  let isServing = false;

  function begin(): void {
    const { shown, releases } = selectFire(store.getState());
    const isWanted = shown !== '' || releases.shown !== '';
    if (isServing || signal.aborted || !isWanted) return;
    isServing = true;
    frames.publish(SMOKE_LINE, openLine(line, signal));
    void keepGoing(serveOnce, {
      signal,
      onRestart: (error) => problems.say('worker', messages.workerRestarting(error.message)),
      onGivenUp: (error) => problems.say('worker', messages.workerGivenUp(error.message)),
      untilAgain: () => untilAskedAgain(store, FIRE, waitMs, signal),
    });
  }

  /** Goes on until the worker dies or the session ends, and throws the reason. */
  async function serveOnce(): Promise<void> {
    const worker = startWorker();
    const { death, notice: onDeath } = createDeath();
    const ends: (() => void)[] = [() => worker.close()];
    try {
      await worker.call('open', { city: files }, { signal });
      problems.say('worker', undefined);
      line.connect(worker);
      const parts = { store, frames, problems, signal, onDeath };
      ends.push(
        () => line.disconnect(),
        followFireSmoke(parts, worker),
        followReleases(parts, worker),
      );
      await Promise.race([death, untilAborted(signal)]);
    } finally {
      for (const end of ends.reverse()) end();
    }
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

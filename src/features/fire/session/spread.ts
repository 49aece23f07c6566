// Spreads the fires of the store: starts its worker with the first fire, has the shown one and the compared one
// computed whenever they change, and publishes what burns at the time of the clock.

import type { SessionContext } from '#features/feature.ts';
import { untilAskedAgain } from '#store/asked-again.ts';
import { watch } from '#store/watch.ts';
import { type SpreadWorker, startSpreadWorker } from '#workers/fire-spread/client.ts';
import { createDeath, keepGoing, untilAborted } from '#workers/supervisor.ts';
import { townFilesOf } from '#workers/town/client.ts';
import { openLine, WorkerLine } from '#workers/worker-line.ts';
import { SPREAD_LINE } from '../contract/spread.ts';
import { FIRE } from '../contract.ts';
import { selectFire } from '../state.ts';
import { createFireProblems } from './problems.ts';
import { hideSpread, publishMoments } from './spread-clock.ts';
import { followEnsemble } from './spread-ensemble.ts';
import { followFires, type SpreadResult } from './spread-fires.ts';
import { spreadMessages } from './spread-messages.ts';
import { followZones } from './spread-zones.ts';

export interface SpreadWorld {
  readonly startWorker: () => SpreadWorker;
  readonly now: () => number;
  /** How long before a worker that keeps dying is tried again. */
  readonly waitMs: number;
}

const world: SpreadWorld = { startWorker: startSpreadWorker, now: Date.now, waitMs: 30_000 };

export const followSpread = (context: SessionContext, signal: AbortSignal) =>
  startSpread(context, signal, world);

export function startSpread(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  { startWorker, now, waitMs }: SpreadWorld,
): (() => void) | undefined {
  const { city } = store.getState();
  if (!city?.manifest.layers.some(({ kind }) => kind === 'buildings')) return undefined;
  const files = townFilesOf(city.manifest, city.baseUrl);
  const problems = createFireProblems(store, 'spread', now);
  const line = new WorkerLine<SpreadWorker>();
  const results = new Map<string, SpreadResult>();
  let isServing = false;

  function begin(): void {
    if (isServing || signal.aborted || selectFire(store.getState()).scenarios.length === 0) return;
    isServing = true;
    frames.publish(SPREAD_LINE, openLine(line, signal));
    void keepGoing(serveOnce, {
      signal,
      onRestart: (error) => problems.say('worker', spreadMessages.workerRestarting(error.message)),
      onGivenUp: (error) => problems.say('worker', spreadMessages.workerGivenUp(error.message)),
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
      line.connect(worker);
      const parts = { store, frames, problems, results, onDeath };
      ends.push(
        () => line.disconnect(),
        followFires(parts, worker),
        followZones(parts, worker),
        followEnsemble(parts, worker),
      );
      await Promise.race([death, untilAborted(signal)]);
    } finally {
      for (const end of ends.reverse()) end();
    }
  }

  const stopMoments = publishMoments({ store, frames });
  const unwatch = watch(store, (state) => [selectFire(state).scenarios], begin);
  begin();
  return () => {
    unwatch();
    stopMoments();
    problems.clearAll();
    hideSpread(frames);
    frames.publish(SPREAD_LINE, undefined);
  };
}

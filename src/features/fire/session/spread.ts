// Spreads the fires of the store: starts its worker with the first fire, has the shown one and the compared one
// computed whenever they change, and publishes what burns at the time of the clock.

import type { SessionContext } from '#features/feature.ts';
import { watch } from '#store/watch.ts';
import { type SpreadWorker, startSpreadWorker } from '#workers/fire-spread/client.ts';
import { keepWorker } from '#workers/kept-worker.ts';
import { townFilesOf } from '#workers/town/client.ts';
import { SPREAD_LINE } from '../contract/spread.ts';
import { selectFire } from '../state.ts';
import { keptAs } from './kept.ts';
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
  const results = new Map<string, SpreadResult>();
  const kept = keepWorker({
    ...keptAs({ store, problems, words: spreadMessages, waitMs, signal }),
    start: startWorker,
    open: (worker) => worker.call('open', { city: files }, { signal }),
    serve(worker) {
      const parts = { store, frames, problems, results };
      return [
        followFires(parts, worker),
        followZones(parts, worker),
        followEnsemble(parts, worker),
      ];
    },
  });

  function begin(): void {
    if (selectFire(store.getState()).scenarios.length === 0) return;
    if (!frames.peek(SPREAD_LINE)) frames.publish(SPREAD_LINE, kept.line);
    kept.begin();
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

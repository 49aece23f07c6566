// Keeps the risk of the open city: starts its worker when it is first asked or the layer is on, tells it what detectors,
// weather and other rooms say, publishes what it scores.

import type { SessionContext } from '#features/feature.ts';
import { presentOf } from '#store/clock.ts';
import { selectLayer } from '#store/layers.ts';
import { watch } from '#store/watch.ts';
import { type FireWorker, startFireWorker } from '#workers/fire/client.ts';
import { keepWorker } from '#workers/kept-worker.ts';
import { WorkerDiedError } from '#workers/port.ts';
import { townFilesOf } from '#workers/town/client.ts';
import { FIRE_LINE, FIRE_RISK } from '../contract/risk.ts';
import { FIRE } from '../contract.ts';
import { selectFire } from '../state.ts';
import { keptAs } from './kept.ts';
import { createFireProblems } from './problems.ts';
import { riskMessages } from './risk-messages.ts';
import { tellRiskNews } from './risk-news.ts';

export interface RiskWorld {
  readonly startWorker: () => FireWorker;
  readonly now: () => number;
  /** How long before a worker that keeps dying is tried again. */
  readonly waitMs: number;
  /** How often news goes to the worker. */
  readonly tellEveryMs: number;
}

const world: RiskWorld = {
  startWorker: startFireWorker,
  now: Date.now,
  waitMs: 30_000,
  tellEveryMs: 1000,
};

export const followRisk = (context: SessionContext, signal: AbortSignal) =>
  startRisk(context, signal, world);

export function startRisk(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  { startWorker, now, waitMs, tellEveryMs }: RiskWorld,
): (() => void) | undefined {
  const { city } = store.getState();
  if (!city?.manifest.layers.some(({ kind }) => kind === 'buildings')) return undefined;
  const files = townFilesOf(city.manifest, city.baseUrl);
  const { origin } = new URL(city.baseUrl);
  const problems = createFireProblems(store, 'risk', now);
  /** What the clock says, as readings are of that time; of what is still to come nothing is read yet. */
  const present = () => {
    const { clock } = store.getState();
    const latest = presentOf(clock, now());
    return clock.mode === 'live' ? latest : Math.min(clock.now, latest);
  };
  const said = keptAs({ store, problems, words: riskMessages, waitMs, signal });
  const { begin, startingLine } = keepWorker({
    ...said,
    onGivenUp(error) {
      if (error instanceof WorkerDiedError) said.onGivenUp(error);
      else problems.say('worker', riskMessages.absent(error.message));
    },
    start: startWorker,
    open: (worker) => worker.call('open', { city: files, origin, atMs: present() }, { signal }),
    serve(worker, life) {
      problems.say('worker', undefined);
      void publishScores(worker, life);
      return [
        followTable(worker),
        tellRiskNews({ frames, present, everyMs: tellEveryMs }, worker, signal),
      ];
    },
  });

  async function publishScores(worker: FireWorker, life: AbortSignal): Promise<void> {
    try {
      for await (const frame of worker.stream('follow', undefined, { signal: life }))
        frames.publish(FIRE_RISK, frame);
    } catch {
      // The next worker's scores follow; until then the last ones stay.
    }
  }

  /** The table of the store is the one in use; where it is wrong, the one before stays and the reason is said. */
  function followTable(worker: FireWorker): () => void {
    let told: string | undefined;
    const tell = () => {
      const text = selectFire(store.getState()).risk.coefficients;
      if (text === told) return;
      told = text;
      worker.call('useCoefficients', { text }, { signal }).then(
        () => told === text && problems.say('coefficients', undefined),
        (error: unknown) => {
          if (signal.aborted || error instanceof WorkerDiedError || told !== text) return;
          const sentence = error instanceof Error ? error.message : String(error);
          problems.say('coefficients', riskMessages.wrongTable(sentence));
        },
      );
    };
    tell();
    return watch(store, (state) => [selectFire(state).risk.coefficients], tell);
  }

  frames.publish(FIRE_LINE, startingLine);
  const follow = () => selectLayer(FIRE)(store.getState()).on && begin();
  const unwatch = watch(store, (state) => [selectLayer(FIRE)(state).on], follow);
  follow();
  return () => {
    unwatch();
    problems.clearAll();
    frames.publish(FIRE_LINE, undefined);
    frames.publish(FIRE_RISK, undefined);
  };
}

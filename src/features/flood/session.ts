import type { Session, SessionContext } from '#features/feature.ts';
import { untilAskedAgain } from '#store/asked-again.ts';
import { selectLayer } from '#store/layers.ts';
import { watch } from '#store/watch.ts';
import { type FloodCity, type FloodWorker, startFloodWorker } from '#workers/flood/client.ts';
import { keepGoing, untilAborted } from '#workers/supervisor.ts';
import { followLife } from '#workers/worker-life.ts';
import { openLine, WorkerLine } from '#workers/worker-line.ts';
import { FLOOD, FLOOD_LINE } from './contract.ts';
import { floodCityOf } from './session/flood-city.ts';
import { messages } from './session/messages.ts';
import { parts as allParts } from './session/parts.ts';
import { createFloodProblems } from './session/problems.ts';
import type { RunRecord } from './session/run-follower.ts';
import { followRuns } from './session/runs-at-work.ts';
import { showMaps } from './session/show-maps.ts';
import { hideRuns, type ShownRuns, showRuns } from './session/show-runs.ts';
import { warmUp } from './session/warm.ts';
import type { FloodParts, World } from './session/world.ts';
import { selectFlood } from './state.ts';

const GIVEN_UP_WAIT_MS = 30_000;

export const startSession = (context: SessionContext) =>
  startFloodSession(context, { startWorker: startFloodWorker, now: Date.now, parts: allParts });

/** Computes the runs of the store on the open city; its worker starts once the layer is on, or one chooses, draws or runs. */
export function startFloodSession(context: SessionContext, world: World): Session {
  const { store, frames } = context;
  const life = new AbortController();
  const { signal } = life;
  const problems = createFloodProblems(store, world.now);
  const parts: FloodParts = { store, frames, problems, now: world.now };
  const line = new WorkerLine<FloodWorker>();
  const open = store.getState().city;
  const city = open && floodCityOf(open);
  let records: ReadonlyMap<string, RunRecord> = new Map();
  let isServing = false;

  function follow(): void {
    const state = store.getState();
    const { runs, isChoosing, drawing } = selectFlood(state);
    const isWanted = selectLayer(FLOOD)(state).on || runs.length > 0 || isChoosing || drawing;
    if (!city || !isWanted || isServing || signal.aborted) return;
    isServing = true;
    void keepGoing(() => serveOnce(city), {
      signal,
      onRestart: (error) => problems.say('worker', messages.workerRestarting(error.message)),
      onGivenUp: (error) => problems.say('worker', messages.workerGivenUp(error.message)),
      untilAgain: () => untilAskedAgain(store, FLOOD, world.waitMs ?? GIVEN_UP_WAIT_MS, signal),
    });
  }

  /** Goes on until the worker dies or the session ends, and throws the reason. */
  async function serveOnce(wanted: FloodCity): Promise<void> {
    const worker = world.startWorker();
    const { worker: alive, death } = followLife(worker);
    const ends: (() => void)[] = [() => worker.close()];
    try {
      await Promise.race([alive.call('open', { city: wanted }, { signal }), death]);
      line.connect(alive);
      let shown: ShownRuns | undefined;
      const runs = followRuns(alive, parts, records, (run, kind) => shown?.onNews(run, kind));
      shown = showRuns(alive, parts, runs.get);
      frames.publish(FLOOD_LINE, openLine(line, signal));
      ends.push(
        () => {
          records = new Map([...records, ...runs.records()]);
          runs.stop();
          shown?.stop();
          line.disconnect();
          frames.publish(FLOOD_LINE, undefined);
        },
        showMaps(alive, parts),
        warmUp(alive, parts),
      );
      await Promise.race([death, untilAborted(signal)]);
    } finally {
      for (const end of ends.reverse()) end();
    }
  }

  const stops = world.parts.map((start) => start(context, signal));
  const unwatch = watch(
    store,
    (state) => {
      const { runs, isChoosing, drawing } = selectFlood(state);
      return [selectLayer(FLOOD)(state).on, runs, isChoosing, drawing !== undefined];
    },
    follow,
  );
  follow();
  return {
    stop() {
      unwatch();
      life.abort();
      for (const stop of stops) if (typeof stop === 'function') stop();
      problems.clearAll();
      hideRuns(parts);
      frames.publish(FLOOD_LINE, undefined);
    },
  };
}

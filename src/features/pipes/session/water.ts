// The water solver at work on the open networks: one worker, one desk a network that has a model.

import { untilAskedAgain } from '#store/asked-again.ts';
import type { AppState } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import {
  type HydraulicsProtocol,
  type HydraulicsWorker,
  startHydraulicsWorker,
} from '#workers/hydraulics/client.ts';
import { keepGoing, untilAborted } from '#workers/supervisor.ts';
import { followLife } from '#workers/worker-life.ts';
import { openLine, WorkerLine } from '#workers/worker-line.ts';
import { HYDRAULICS_LINE } from '../contract/channels.ts';
import {
  type SupplyReport,
  WATER_MATCHES,
  WATER_SUPPLY,
  type WaterMatch,
} from '../contract/water.ts';
import type { NetworkSource } from '../contract.ts';
import { pipesSlice, selectPipes } from '../state.ts';
import type { PartContext, StartPart } from './part.ts';
import { createWaterDesk } from './water/desk.ts';
import { createWaterProblems } from './water/problems.ts';

const GIVEN_UP_WAIT_MS = 30_000;

export const startWater: StartPart = (context) => startWaterPart(context, startHydraulicsWorker);

/** Starts no worker where no network has an EPANET model. */
export function startWaterPart(
  context: PartContext,
  startWorker: () => HydraulicsWorker,
): () => void {
  const { frames, store, sources, signal } = context;
  const modelled = sources.filter(({ model }) => model?.format === 'epanet-inp');
  if (modelled.length === 0) return () => {};
  const life = new AbortController();
  const both = AbortSignal.any([signal, life.signal]);
  const line = new WorkerLine<HydraulicsWorker>();
  const problems = createWaterProblems(store, context.now);
  const reports = new Map<string, SupplyReport>();
  const desks = modelled.map(({ id }) =>
    createWaterDesk(context, id, {
      line,
      problems,
      signal: both,
      report: (report) => {
        reports.set(id, report);
        frames.publish(WATER_SUPPLY, new Map(reports));
      },
    }),
  );
  frames.publish(HYDRAULICS_LINE, openLine(line, both));
  void keepGoing(() => serveOnce(startWorker(), modelled, context, line, both), {
    signal: both,
    onRestart: (error) => problems.reportWorker('restarting', error),
    onGivenUp: (error) => problems.reportWorker('given-up', error),
    untilAgain: () => untilAskedAgain(store, pipesSlice.id, GIVEN_UP_WAIT_MS, both),
  });
  for (const desk of desks) desk.start();
  const stopPlacing = watch(store, movesOf, () => {
    const { moves } = selectPipes(store.getState());
    for (const { id: network } of modelled) {
      void line
        .ask((worker) => worker.call('place', { network, move: moves[network] }), both)
        // A worker that starts anew is told where all stand.
        .catch(() => {});
    }
    // Whoever asked for places asks again.
    frames.publish(HYDRAULICS_LINE, openLine(line, both));
  });

  return () => {
    life.abort();
    stopPlacing();
    for (const desk of desks) desk.stop();
    line.disconnect();
    problems.clearAll();
    for (const channel of [HYDRAULICS_LINE, WATER_SUPPLY, WATER_MATCHES]) {
      frames.publish(channel, undefined);
    }
  };
}

const movesOf = (state: AppState) => [selectPipes(state).moves];

/** Opens the models, then goes on until the worker dies or the part ends, and throws the reason. */
async function serveOnce(
  started: HydraulicsWorker,
  sources: readonly NetworkSource[],
  { store, frames }: PartContext,
  line: WorkerLine<HydraulicsWorker>,
  signal: AbortSignal,
): Promise<void> {
  const { worker, death } = followLife<HydraulicsProtocol>(started);
  const timeZone = store.getState().city?.manifest.timeZone ?? 'UTC';
  try {
    const matches: WaterMatch[] = [];
    const { moves } = selectPipes(store.getState());
    for (const source of sources) {
      const placed = { ...source, move: moves[source.id] };
      matches.push(await worker.call('open', { source: placed, timeZone }, { signal }));
    }
    frames.publish(WATER_MATCHES, matches);
    line.connect(worker);
    await Promise.race([death, untilAborted(signal)]);
  } finally {
    worker.close();
  }
}

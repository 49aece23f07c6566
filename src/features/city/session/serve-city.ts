// Keeps one worker busy with what the store says about one open city.

import { selectLayer } from '#store/layers.ts';
import { selectGoneBuildings } from '#store/scenarios.ts';
import type { AppState } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import type { CityWorker } from '#workers/city/client.ts';
import { LatestWork, type Work } from '#workers/latest-work.ts';
import { citySlice, report, selectCity } from '../state.ts';
import type { CityParts } from './city-parts.ts';
import * as tasks from './tasks.ts';

interface Duty {
  readonly name: string;
  readonly work: (worker: CityWorker, parts: CityParts) => Work;
  /** What calls for the work when it changes. */
  readonly watched: (state: AppState) => readonly unknown[];
}

const duties: readonly Duty[] = [
  {
    name: 'colours',
    work: tasks.paint,
    watched: (state) => {
      const { colourBy, filters, filteredLook, hidden } = selectCity(state);
      return [colourBy, filters, filteredLook, hidden, selectGoneBuildings(state)];
    },
  },
  {
    name: 'counts',
    work: tasks.count,
    watched: (state) => [selectCity(state).filters, selectCity(state).colourBy?.column],
  },
  {
    name: 'selection',
    work: tasks.describe,
    watched: (state) => [state.selection, selectCity(state).colourBy],
  },
  { name: 'traits', work: tasks.lookUp, watched: () => [] },
  { name: 'wish', work: tasks.fulfilWish, watched: (state) => [selectCity(state).wish] },
];

const attempts = (state: AppState) => [selectLayer(citySlice.id)(state).attempt];

/** Goes on until the worker dies (throws `WorkerDiedError`) or `signal` aborts (throws its reason). */
export async function serveCity(
  worker: CityWorker,
  parts: CityParts,
  signal: AbortSignal,
): Promise<void> {
  const { store, problems, city, layer, firstWaitMs } = parts;
  const { count } = await worker.call('open', { baseUrl: city.baseUrl, layer }, { signal });
  problems.clearWorker();
  report(store, { count });

  const ends = duties.flatMap(({ name, work, watched }) => {
    const latest = new LatestWork({
      onFailure: (error) => !isDeath(error) && problems.reportData(name, error),
      onSuccess: () => problems.clearData(name),
      ...(firstWaitMs !== undefined && { firstWaitMs }),
    });
    latest.run(work(worker, parts));
    return [
      watch(store, watched, () => latest.run(work(worker, parts))),
      watch(store, attempts, () => latest.again()),
      () => latest.stop(),
    ];
  });
  try {
    for await (const loading of worker.stream('loading', undefined, { signal })) {
      report(store, { loading });
    }
  } finally {
    for (const end of ends) end();
    if (!signal.aborted) report(store, { loading: undefined });
  }
}

const isDeath = (error: unknown) => error instanceof Error && error.name === 'WorkerDiedError';

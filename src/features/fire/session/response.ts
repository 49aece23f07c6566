// Engines, roads and water of the open city: starts its worker when the layer is on or a building is aimed at, and keeps
// arrivals, dispatch, hydrants and the fire's own closures published.

import type { SessionContext } from '#features/feature.ts';
import { selectLayer } from '#store/layers.ts';
import { watch } from '#store/watch.ts';
import {
  type FireResponseWorker,
  type OpenedTown,
  startFireResponseWorker,
} from '#workers/fire-response/client.ts';
import { keepWorker } from '#workers/kept-worker.ts';
import { townFilesOf } from '#workers/town/client.ts';
import {
  FIRE_COVER,
  FIRE_DISPATCH,
  FIRE_HYDRANTS,
  FIRE_WATER,
  RESPONSE_LINE,
  RESPONSE_STATUS,
  type ResponseStatus,
} from '../contract/response.ts';
import { FIRE } from '../contract.ts';
import { targetOf } from '../state/change-response.ts';
import { keptAs } from './kept.ts';
import { createFireProblems } from './problems.ts';
import { publishFireClosures } from './response/fire-closures.ts';
import { followCover } from './response/follow-cover.ts';
import { followWater } from './response/follow-water.ts';
import { responseMessages } from './response/messages.ts';
import { makeResponsePointed } from './response/pointed.ts';

export interface ResponseWorld {
  readonly startWorker: () => FireResponseWorker;
  readonly now: () => number;
  /** How long before a worker that keeps dying is tried again. */
  readonly waitMs: number;
}

const world: ResponseWorld = {
  startWorker: startFireResponseWorker,
  now: Date.now,
  waitMs: 30_000,
};

export const followResponse = (context: SessionContext, signal: AbortSignal) =>
  startResponse(context, signal, world);

export function startResponse(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  { startWorker, now, waitMs }: ResponseWorld,
): (() => void) | undefined {
  const { city } = store.getState();
  if (!city?.manifest.layers.some(({ kind }) => kind === 'buildings')) return undefined;
  const files = townFilesOf(city.manifest, city.baseUrl);
  const problems = createFireProblems(store, 'response', now);
  let town: OpenedTown | undefined;

  const tell = (phase: ResponseStatus['phase'], problem?: string) =>
    frames.publish(RESPONSE_STATUS, {
      ...{ phase, lacks: town?.lacks ?? [] },
      ...{ streets: town?.streets ?? 0, stations: town?.stations.length ?? 0 },
      ...(problem !== undefined && { problem }),
    } satisfies ResponseStatus);

  const said = keptAs({
    ...{ store, problems, words: responseMessages, waitMs, signal },
    fail: ({ message }) => tell('failed', message),
  });
  const kept = keepWorker({
    ...said,
    onRestart(error, restarts) {
      said.onRestart(error, restarts);
      tell('opening', error.message);
    },
    start: startWorker,
    open: (worker) => worker.call('open', { city: files }, { signal }),
    serve(worker, life, opened) {
      town = opened;
      problems.say('worker', undefined);
      tell('ready');
      const parts = { store, frames, worker, problems, now, signal: life };
      return [publishFireClosures(parts), followCover(parts), followWater(parts)];
    },
  });

  function begin(): void {
    const state = store.getState();
    if (!selectLayer(FIRE)(state).on && targetOf(state) === undefined) return;
    if (!frames.peek(RESPONSE_STATUS)) tell('opening');
    kept.begin();
  }

  frames.publish(RESPONSE_LINE, kept.line);
  const unpoint = makeResponsePointed({ store, line: kept.line, signal });
  const unwatch = watch(
    store,
    (state) => [selectLayer(FIRE)(state).on, targetOf(state)?.id],
    begin,
  );
  begin();
  return () => {
    unwatch();
    unpoint();
    problems.clearAll();
    const own = [FIRE_COVER, FIRE_DISPATCH, FIRE_HYDRANTS, FIRE_WATER];
    for (const channel of [...own, RESPONSE_LINE, RESPONSE_STATUS])
      frames.publish(channel, undefined);
  };
}

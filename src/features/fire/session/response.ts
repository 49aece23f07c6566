// Engines, roads and water of the open city: starts its worker when the layer is on or a building is aimed at, and keeps
// arrivals, dispatch, hydrants and the fire's own closures published.

import type { SessionContext } from '#features/feature.ts';
import { untilAskedAgain } from '#store/asked-again.ts';
import { selectLayer } from '#store/layers.ts';
import { watch } from '#store/watch.ts';
import {
  type FireResponseWorker,
  type OpenedTown,
  startFireResponseWorker,
} from '#workers/fire-response/client.ts';
import { createDeath, keepGoing, untilAborted } from '#workers/supervisor.ts';
import { townFilesOf } from '#workers/town/client.ts';
import { openLine, WorkerLine } from '#workers/worker-line.ts';
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
import { createFireProblems } from './problems.ts';
import { publishFireClosures } from './response/fire-closures.ts';
import { followCover } from './response/follow-cover.ts';
import { followWater } from './response/follow-water.ts';
import { responseMessages } from './response/messages.ts';
import { sentenceOf } from './response/parts.ts';
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
  const line = new WorkerLine<FireResponseWorker>();
  const opened = openLine(line, signal);
  let town: OpenedTown | undefined;
  let isServing = false;

  const tell = (phase: ResponseStatus['phase'], problem?: string) =>
    frames.publish(RESPONSE_STATUS, {
      ...{ phase, lacks: town?.lacks ?? [] },
      ...{ streets: town?.streets ?? 0, stations: town?.stations.length ?? 0 },
      ...(problem !== undefined && { problem }),
    } satisfies ResponseStatus);

  function begin(): void {
    const state = store.getState();
    const isWanted = selectLayer(FIRE)(state).on || targetOf(state) !== undefined;
    if (isServing || signal.aborted || !isWanted) return;
    isServing = true;
    tell('opening');
    void keepGoing(serveOnce, {
      signal,
      onRestart: (error) => problems.say('worker', responseMessages.restarting(error.message)),
      onGivenUp(error) {
        problems.say('worker', responseMessages.givenUp(error.message));
        tell('failed', error.message);
      },
      untilAgain: () => untilAskedAgain(store, FIRE, waitMs, signal),
    });
  }

  /** Goes on until the worker dies or the session ends, and throws the reason. */
  async function serveOnce(): Promise<void> {
    const worker = startWorker();
    const { death, notice: onFailure } = createDeath();
    const life = new AbortController();
    const both = AbortSignal.any([signal, life.signal]);
    const ends: (() => void)[] = [() => worker.close(), () => life.abort()];
    try {
      town = await worker.call('open', { city: files }, { signal });
      problems.say('worker', undefined);
      tell('ready');
      line.connect(worker);
      const parts = { store, frames, worker, problems, now, onFailure, signal: both };
      ends.push(
        () => line.disconnect(),
        publishFireClosures(parts),
        followCover(parts),
        followWater(parts),
      );
      await Promise.race([death, untilAborted(signal)]);
    } catch (error) {
      if (!signal.aborted) tell('opening', sentenceOf(error));
      throw error;
    } finally {
      for (const end of ends.reverse()) end();
    }
  }

  frames.publish(RESPONSE_LINE, opened);
  const unpoint = makeResponsePointed({ store, line: opened, signal });
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

// Keeps the evacuation of the store: starts its worker when the first is ordered, computes it anew when the order or the
// closed streets change, publishes what it comes to. A newer order ends the older work.

import type { SessionContext } from '#features/feature.ts';
import { untilAskedAgain } from '#store/asked-again.ts';
import { watch } from '#store/watch.ts';
import {
  type EvacuationLine,
  type EvacuationNews,
  type EvacuationWorker,
  startEvacuationWorker,
} from '#workers/fire-evacuation/client.ts';
import { WorkerDiedError } from '#workers/port.ts';
import { keepGoing } from '#workers/supervisor.ts';
import { townFilesOf } from '#workers/town/client.ts';
import { openLine, WorkerLine } from '#workers/worker-line.ts';
import {
  EVACUATION_LINE,
  EVACUATION_SHELTERS,
  EVACUATION_WITHOUT,
  type EvacuationRequest,
  FIRE_EVACUATION,
} from '../contract/evacuation.ts';
import { FIRE, type HazardZones, zonesOf } from '../contract.ts';
import { addDrawnZone, setEvacuationWork } from '../state/evacuate.ts';
import { onPointed } from '../state/pointing.ts';
import { selectFire } from '../state.ts';
import { closedAt, isClosureChannel } from './evacuation/closed-streets.ts';
import { evacuationMessages as messages } from './evacuation/messages.ts';
import { createEvacuationProblem } from './evacuation/problem.ts';

export interface EvacuationWorld {
  readonly startWorker: () => EvacuationWorker;
  readonly now: () => number;
  readonly waitMs: number;
  /** Quiet time after a change before it is computed: a slider moves. */
  readonly quietMs: number;
}

const world: EvacuationWorld = {
  ...{ startWorker: startEvacuationWorker, now: Date.now, waitMs: 30_000, quietMs: 200 },
};

export const followEvacuation = (context: SessionContext, signal: AbortSignal) =>
  startEvacuation(context, signal, world);

const channels = [FIRE_EVACUATION, EVACUATION_WITHOUT, zonesOf('evacuation')];

export function startEvacuation(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  { startWorker, now, waitMs, quietMs }: EvacuationWorld,
): () => void {
  const { city } = store.getState();
  const problem = createEvacuationProblem(store, now);
  const line = new WorkerLine<EvacuationWorker>();
  let worker: EvacuationWorker | undefined;
  let isServing = false;
  let work = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closedKey = '';

  const requestNow = () => selectFire(store.getState()).evacuation.request;
  const closedFor = (request: EvacuationRequest) => closedAt(frames, request.atMs);

  function follow(): void {
    const request = requestNow();
    work.abort();
    clearTimeout(timer);
    if (!request) {
      closedKey = '';
      problem.say(undefined);
      for (const channel of channels) frames.publish(channel, undefined);
      return;
    }
    begin();
    closedKey = JSON.stringify(closedFor(request));
    setEvacuationWork(store, { phase: 'computing', progress: 0 });
    timer = setTimeout(() => void compute(), quietMs);
  }

  function followClosures(channel: string): void {
    const request = requestNow();
    if (!request || !isClosureChannel(channel)) return;
    if (JSON.stringify(closedFor(request)) !== closedKey) follow();
  }

  async function compute(): Promise<void> {
    const request = requestNow();
    if (!worker || !request || signal.aborted) return;
    work.abort();
    work = new AbortController();
    const own = work.signal;
    const closed = closedFor(request);
    const { isCompared } = selectFire(store.getState()).evacuation;
    try {
      const wish = { request, closed, isCompared };
      for await (const news of worker.stream('evacuate', wish, { signal: own })) {
        if (own.aborted) return;
        show(request, news, closed.length);
      }
      problem.say(undefined);
    } catch (error) {
      if (own.aborted || signal.aborted || error instanceof WorkerDiedError) return;
      fail(error);
    }
  }

  function fail(error: unknown): void {
    const sentence = error instanceof Error ? error.message : String(error);
    setEvacuationWork(store, { phase: 'failed', problem: sentence });
    problem.say(messages.failed(sentence));
  }

  function show(request: EvacuationRequest, news: EvacuationNews, closedStreets: number): void {
    if (news.kind === 'progress') {
      setEvacuationWork(store, { phase: 'computing', progress: news.share });
      return;
    }
    const { result, without, zone } = news;
    frames.publish(FIRE_EVACUATION, result);
    frames.publish(EVACUATION_WITHOUT, without);
    frames.publish(zonesOf('evacuation'), {
      ...{ of: request.id, timeS: 0, model: result.model, zones: [zone] },
    } satisfies HazardZones);
    setEvacuationWork(store, { phase: 'ready', progress: 1, problem: '', closedStreets });
  }

  function begin(): void {
    if (isServing || !city || signal.aborted) return;
    isServing = true;
    const files = townFilesOf(city.manifest, city.baseUrl);
    void keepGoing(
      async () => {
        const started = startWorker();
        try {
          const place = await started.call('open', { city: files }, { signal });
          frames.publish(EVACUATION_SHELTERS, place.shelters);
          setEvacuationWork(store, { lacks: place.lacks });
          worker = started;
          line.connect(started);
          void compute();
          await died(started, signal);
        } finally {
          worker = undefined;
          line.disconnect();
          started.close();
        }
      },
      {
        signal,
        onRestart: (error) => problem.say(messages.workerRestarting(error.message)),
        onGivenUp: (error) => {
          fail(error);
          problem.say(messages.workerGivenUp(error.message));
        },
        untilAgain: () => untilAskedAgain(store, FIRE, waitMs, signal),
      },
    );
  }

  const open = openLine(line, signal);
  frames.publish(EVACUATION_LINE, {
    call(name, params, options) {
      begin();
      return open.call(name, params, options);
    },
    stream(name, params, options) {
      begin();
      return open.stream(name, params, options);
    },
  } satisfies EvacuationLine);

  const ends = [
    watch(
      store,
      (state) => [
        selectFire(state).evacuation.request,
        selectFire(state).evacuation.isCompared,
        state.city,
      ],
      follow,
    ),
    frames.subscribe(followClosures),
    onPointed(store, 'zone', ({ points }) => addDrawnZone(store, points, messages.drawn)),
  ];
  if (requestNow()) follow();
  return () => {
    for (const end of ends) end();
    clearTimeout(timer);
    work.abort();
    problem.say(undefined);
    for (const channel of [...channels, EVACUATION_SHELTERS, EVACUATION_LINE])
      frames.publish(channel, undefined);
  };
}

/** Rejects when the worker dies or the session ends. */
async function died(worker: EvacuationWorker, signal: AbortSignal): Promise<never> {
  await worker.call('untilEnd', undefined, { signal });
  throw new WorkerDiedError('fire-evacuation', 'it went silent');
}

// Keeps the evacuation of the store: starts its worker when the first is ordered, computes it anew when the order or the
// closed streets change, publishes what it comes to. A newer order ends the older work.

import type { SessionContext } from '#features/feature.ts';
import { watch } from '#store/watch.ts';
import {
  type EvacuationNews,
  type EvacuationWorker,
  startEvacuationWorker,
} from '#workers/fire-evacuation/client.ts';
import { keepWorker } from '#workers/kept-worker.ts';
import { WorkerDiedError } from '#workers/port.ts';
import { townFilesOf } from '#workers/town/client.ts';
import {
  EVACUATION_LINE,
  EVACUATION_SHELTERS,
  EVACUATION_WITHOUT,
  type EvacuationRequest,
  FIRE_EVACUATION,
} from '../contract/evacuation.ts';
import { type HazardZones, zonesOf } from '../contract.ts';
import { addDrawnZone, setEvacuationWork } from '../state/evacuate.ts';
import { onPointed } from '../state/pointing.ts';
import { selectFire } from '../state.ts';
import { closedAt, isClosureChannel } from './evacuation/closed-streets.ts';
import { evacuationMessages as messages } from './evacuation/messages.ts';
import { keptAs } from './kept.ts';
import { createFireProblems } from './problems.ts';

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
  const problems = createFireProblems(store, 'evacuation', now);
  let worker: EvacuationWorker | undefined;
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
      problems.clearAll();
      for (const channel of channels) frames.publish(channel, undefined);
      return;
    }
    kept?.begin();
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
      problems.say('run', undefined);
    } catch (error) {
      if (own.aborted || signal.aborted || error instanceof WorkerDiedError) return;
      fail(error);
    }
  }

  function fail(error: unknown): void {
    const sentence = error instanceof Error ? error.message : String(error);
    setEvacuationWork(store, { phase: 'failed', problem: sentence });
    problems.say('run', messages.failed(sentence));
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

  const kept =
    city &&
    keepWorker({
      ...keptAs({ store, problems, words: messages, waitMs, signal, fail }),
      start: startWorker,
      open: (started) =>
        started.call('open', { city: townFilesOf(city.manifest, city.baseUrl) }, { signal }),
      serve(started, _, place) {
        problems.say('worker', undefined);
        frames.publish(EVACUATION_SHELTERS, place.shelters);
        setEvacuationWork(store, { lacks: place.lacks });
        worker = started;
        void compute();
        return [
          () => {
            worker = undefined;
          },
        ];
      },
    });
  frames.publish(EVACUATION_LINE, kept?.startingLine);

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
    problems.clearAll();
    for (const channel of [...channels, EVACUATION_SHELTERS, EVACUATION_LINE])
      frames.publish(channel, undefined);
  };
}

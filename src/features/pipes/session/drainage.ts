// The drains at work: one worker for storm and foul sewers. Screens run storms over the line; what a run holds for
// the city's clock is shown here.

import { instant } from '#model/time.ts';
import { untilAskedAgain } from '#store/asked-again.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import { type DrainageWorker, startDrainageWorker } from '#workers/drainage/client.ts';
import { keepGoing, untilAborted } from '#workers/supervisor.ts';
import { followLife } from '#workers/worker-life.ts';
import { DRAINAGE_LINE } from '../contract/channels.ts';
import { DRAINAGE_MATCHES, DRAINAGE_RUN, type DrainageRun } from '../contract/drainage.ts';
import { pipeValues } from '../contract.ts';
import { pipesSlice } from '../state.ts';
import { drainageMessages as messages } from './drainage/messages.ts';
import type { PartContext, StartPart } from './part.ts';

/** What `DRAINAGE_LINE` carries. */
export type DrainageLine = Pick<DrainageWorker, 'call' | 'stream'>;

const GIVEN_UP_WAIT_MS = 30_000;
const CATCHMENTS = 'subcatchments';
const kinds: ReadonlySet<string> = new Set(['storm', 'sanitary', 'combined']);

export const startDrainage: StartPart = (context) =>
  startDrainagePart(context, startDrainageWorker);

/** Starts no worker where there are no drains. */
export function startDrainagePart(
  context: PartContext,
  startWorker: () => DrainageWorker,
): () => void {
  const { store, frames, networks, sources, now } = context;
  const own = new Set(
    networks.flatMap(({ network, utility }) => (kinds.has(utility) ? [network] : [])),
  );
  if (own.size === 0) return () => {};
  const life = new AbortController();
  const signal = AbortSignal.any([context.signal, life.signal]);
  const place = { path: `${pipesSlice.id}/drainage`, code: 'drainage' };
  let ask: DrainageWorker['call'] | undefined;
  let isShowing = false;
  let wanted = false;

  function say(text: { readonly en: string; readonly zh: string }): void {
    clearProblem(store, place);
    reportProblem(store, { ...place, text, since: instant(now()) });
  }

  function catchmentsUrl(): string | undefined {
    const { city } = store.getState();
    const layer = city?.manifest.layers.find(({ id }) => id === CATCHMENTS);
    return city && layer?.kind === 'collection'
      ? new URL(layer.items, city.baseUrl).href
      : undefined;
  }

  async function serve(): Promise<void> {
    const started = startWorker();
    try {
      const { worker, death } = followLife(started);
      const { call } = worker;
      const open = {
        sources: sources.filter(({ id }) => own.has(id)),
        catchments: catchmentsUrl(),
      };
      const matches = await call('open', open, { signal });
      ask = call;
      clearProblem(store, place);
      frames.publish(DRAINAGE_MATCHES, matches);
      frames.publish(DRAINAGE_LINE, worker satisfies DrainageLine);
      void show();
      await Promise.race([death, untilAborted(signal)]);
    } finally {
      ask = undefined;
      frames.publish(DRAINAGE_LINE, undefined);
      started.close();
    }
  }

  /** One question in flight; the latest instant wins. */
  async function show(): Promise<void> {
    wanted = true;
    if (isShowing) return;
    isShowing = true;
    try {
      while (wanted && ask && !signal.aborted) {
        wanted = false;
        const run = frames.peek<DrainageRun>(DRAINAGE_RUN);
        if (!run) break;
        const { clock } = store.getState();
        const atMs = Math.min(run.endMs, Math.max(run.startMs, clock.now));
        const { network } = run;
        const values = await ask('frame', { network, run: run.run, atMs }, { signal });
        if (values) frames.publish(pipeValues(network), values);
      }
    } catch (error) {
      // A dying worker is told of by its supervisor.
      if (!signal.aborted && ask) say(messages.frameFailed(String(error)));
    } finally {
      isShowing = false;
    }
  }

  let shown = frames.peek<DrainageRun>(DRAINAGE_RUN);
  const ends = [
    store.subscribe(({ clock }, { clock: before }) => {
      if (clock.now !== before.now && frames.peek<DrainageRun>(DRAINAGE_RUN)) void show();
    }),
    frames.subscribe((channel) => {
      if (channel !== DRAINAGE_RUN) return;
      const run = frames.peek<DrainageRun>(DRAINAGE_RUN);
      if (!run && shown) frames.publish(pipeValues(shown.network), undefined);
      shown = run;
      if (run) void show();
    }),
  ];
  void keepGoing(serve, {
    signal,
    onRestart: ({ message }) => say(messages.workerRestarting(message)),
    onGivenUp: ({ message }) => say(messages.workerGivenUp(message)),
    untilAgain: () => untilAskedAgain(store, pipesSlice.id, GIVEN_UP_WAIT_MS, signal),
  });

  return () => {
    life.abort();
    for (const end of ends) end();
    clearProblem(store, place);
    for (const network of own) frames.publish(pipeValues(network), undefined);
    frames.publish(DRAINAGE_MATCHES, undefined);
    frames.publish(DRAINAGE_RUN, undefined);
  };
}

// The ensemble of the city's floods: one at a time, going on while its tool is closed. The card holds it by its desk, the
// globe gets its map while the colouring is one of an ensemble: probability, or when the water comes.

import type { SessionContext } from '#features/feature.ts';
import { watch } from '#store/watch.ts';
import type { FloodLine } from '#workers/flood/client.ts';
import {
  type EnsembleDesk,
  type EnsembleNews,
  type EnsembleRequest,
  FLOOD_ENSEMBLE,
} from '../contract/ensemble.ts';
import {
  ensembleArrivals,
  FLOOD_LINE,
  FLOOD_MAP,
  type FloodMap,
  isOfEnsemble,
} from '../contract.ts';
import { selectFlood } from '../state.ts';
import { sentenceOf } from './problems.ts';

export function followEnsemble(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
): () => void {
  let running: AbortController | undefined;
  let desk: EnsembleDesk = {
    ...{ phase: 'idle', run: '', done: 0, of: 0, share: 0, shownThreshold: 0 },
    start: (run, request) => void start(run, request),
    stop: () => running?.abort(),
    show(threshold) {
      change({ shownThreshold: threshold });
      showMap();
    },
  };

  function change(part: Partial<EnsembleDesk>): void {
    desk = { ...desk, ...part };
    frames.publish(FLOOD_ENSEMBLE, desk);
  }

  function showMap(): void {
    const { look, shown } = selectFlood(store.getState());
    const { colouring } = look;
    if (!isOfEnsemble(colouring)) return;
    const band = ensembleArrivals.indexOf(colouring);
    const maps = desk.run === shown ? desk.maps : undefined;
    const values = band < 0 ? maps?.probability[desk.shownThreshold] : maps?.arrivalS[band];
    const map: FloodMap | undefined = values && { run: shown, colouring, values };
    frames.publish(FLOOD_MAP, map);
  }

  function take(news: EnsembleNews): void {
    const { done, of } = news;
    if (news.kind === 'progress') change({ done, of, share: news.share });
    else {
      change({ done, of, share: done / of, maps: news.maps });
      showMap();
    }
  }

  async function start(run: string, request: EnsembleRequest): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    const { maps: _, problem: __, ...rest } = desk;
    desk = rest;
    change({ phase: 'running', run, done: 0, of: request.members, share: 0, shownThreshold: 0 });
    const line = frames.peek<FloodLine>(FLOOD_LINE);
    const scenario = selectFlood(store.getState()).runs.find(({ id }) => id === run)?.scenario;
    try {
      if (!line || !scenario) throw new Error(`Run ${run} is not there any more.`);
      const params = { run, scenario, request };
      for await (const news of line.stream('ensemble', params, { signal: own.signal })) {
        if (running !== own) return;
        take(news);
      }
      change({ phase: 'done' });
    } catch (error) {
      if (running !== own) return;
      if (own.signal.aborted) change({ phase: 'stopped' });
      else change({ phase: 'failed', problem: sentenceOf(error) });
    }
  }

  const unwatch = watch(
    store,
    (state) => {
      const { look, shown, runs } = selectFlood(state);
      return [look.colouring, shown, desk.run === '' || runs.some(({ id }) => id === desk.run)];
    },
    () => {
      const isThere = selectFlood(store.getState()).runs.some(({ id }) => id === desk.run);
      // Its run was forgotten: nothing is left to draw its maps on.
      if (desk.run !== '' && !isThere) running?.abort();
      showMap();
    },
  );
  const stop = () => {
    running?.abort();
    unwatch();
    frames.publish(FLOOD_ENSEMBLE, undefined);
  };
  signal.addEventListener('abort', () => running?.abort(), { once: true });
  change({});
  return stop;
}

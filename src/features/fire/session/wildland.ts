// Keeps wildland fire: starts its worker once its tool is open or a map of it is wanted, computes anew when weather,
// place or settings change, publishes the map that is looked at.

import type { SessionContext } from '#features/feature.ts';
import type { AppState } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import { startWildlandWorker, type WildlandWorker } from '#workers/fire-wildland/client.ts';
import { keepWorker } from '#workers/kept-worker.ts';
import { WorkerDiedError } from '#workers/port.ts';
import { townFilesOf } from '#workers/town/client.ts';
import {
  FIRE_WILDLAND,
  FIRE_WILDLAND_DESK,
  type WildlandDesk,
  type WildlandRequest,
} from '../contract/wildland.ts';
import { onPointed } from '../state/pointing.ts';
import { changeWildland, lightWildland, wildlandRequestOf } from '../state/wildland.ts';
import { selectFire } from '../state.ts';
import { keptAs } from './kept.ts';
import { createFireProblems } from './problems.ts';
import { wildlandMessages as messages } from './wildland-messages.ts';

export interface WildlandWorld {
  readonly startWorker: () => WildlandWorker;
  readonly now: () => number;
  readonly waitMs: number;
  /** Quiet time after a change before it is computed: a slider moves. */
  readonly quietMs: number;
}

const world: WildlandWorld = {
  ...{ startWorker: startWildlandWorker, now: Date.now, waitMs: 30_000, quietMs: 250 },
};

export const WILDLAND_TOOL = 'wildland';
const SEED = 1;
const TOPIC = 'run';

export const followWildland = (context: SessionContext, signal: AbortSignal) =>
  startWildland(context, signal, world);

const isWanted = (state: AppState): boolean => {
  const { tool, wildland, look } = selectFire(state);
  return tool === WILDLAND_TOOL || wildland.ignitions.length > 0 || look.wildland !== 'none';
};

const keyOf = (request: WildlandRequest): string => JSON.stringify(request);

export function startWildland(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  { startWorker, now, waitMs, quietMs }: WildlandWorld,
): () => void {
  const { city } = store.getState();
  const problems = createFireProblems(store, 'wildland', now);
  let worker: WildlandWorker | undefined;
  let desk: WildlandDesk = {
    ...{ phase: 'reading', result: undefined, chance: undefined, problem: undefined },
  };
  let computed = '';
  let work = new AbortController();
  let chances = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(part: Partial<WildlandDesk>): void {
    desk = { ...desk, ...part };
    frames.publish(FIRE_WILDLAND_DESK, desk);
  }

  function follow(): void {
    const state = store.getState();
    if (!isWanted(state)) {
      work.abort();
      chances.abort();
      computed = '';
      frames.publish(FIRE_WILDLAND, undefined);
      return;
    }
    kept?.begin();
    const request = wildlandRequestOf(state);
    if (!worker || !request || keyOf(request) === computed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void compute(), quietMs);
  }

  async function compute(): Promise<void> {
    const request = wildlandRequestOf(store.getState());
    if (!worker || !request || keyOf(request) === computed) return;
    const of = keyOf(request);
    work.abort();
    chances.abort();
    changeWildland(store, { fires: 0 });
    work = new AbortController();
    const own = work.signal;
    tell({ phase: 'computing', chance: undefined });
    try {
      for await (const news of worker.stream('run', { of, request }, { signal: own })) {
        if (own.aborted) return;
        if (news.kind !== 'result') continue;
        computed = of;
        tell({ phase: 'ready', result: news.result, problem: undefined });
      }
      problems.say(TOPIC, undefined);
      await showMap();
    } catch (error) {
      if (!isOver(error, own)) fail(error);
    }
  }

  /** The map that is looked at, of what was computed last. */
  async function showMap(): Promise<void> {
    const { look } = selectFire(store.getState());
    if (look.wildland === 'none' || !worker || computed === '') {
      frames.publish(FIRE_WILDLAND, undefined);
      return;
    }
    const map = look.wildland;
    const frame = await worker.call('map', { of: computed, map }, { signal });
    if (selectFire(store.getState()).look.wildland === map) frames.publish(FIRE_WILDLAND, frame);
  }

  async function followChance(): Promise<void> {
    chances.abort();
    chances = new AbortController();
    const own = chances.signal;
    const { wildland } = selectFire(store.getState());
    const request = wildlandRequestOf(store.getState());
    if (!worker || !request || wildland.fires === 0 || keyOf(request) !== computed) return;
    const wish = { of: computed, request, fires: wildland.fires, seed: SEED };
    tell({ chance: { done: 0, of: wildland.fires } });
    try {
      for await (const news of worker.stream('chance', wish, { signal: own })) {
        if (own.aborted) return;
        if (news.kind === 'progress') tell({ chance: { done: news.done, of: news.of } });
      }
      await showMap();
    } catch (error) {
      if (!isOver(error, own)) fail(error);
    } finally {
      if (own.aborted) tell({ chance: undefined });
    }
  }

  const isOver = (error: unknown, own: AbortSignal) =>
    own.aborted || signal.aborted || error instanceof WorkerDiedError;

  function fail(error: unknown): void {
    const sentence = error instanceof Error ? error.message : String(error);
    tell({ phase: 'failed', problem: sentence });
    problems.say(TOPIC, messages.failed(sentence));
  }

  const kept =
    city &&
    keepWorker({
      ...keptAs({ store, problems, words: messages, waitMs, signal, fail }),
      start: startWorker,
      open: (started) =>
        started.call('open', { city: townFilesOf(city.manifest, city.baseUrl) }, { signal }),
      serve(started) {
        problems.say('worker', undefined);
        worker = started;
        computed = '';
        follow();
        return [
          () => {
            worker = undefined;
          },
        ];
      },
    });

  const ends = [
    watch(
      store,
      (state) => {
        const { tool, wildland, stations } = selectFire(state);
        const { fires: _, ...asked } = wildland;
        return [tool, stations, JSON.stringify(asked), selectFire(state).look.wildland === 'none'];
      },
      follow,
    ),
    watch(
      store,
      (state) => [selectFire(state).look.wildland],
      () => {
        showMap().catch((error) => !isOver(error, signal) && fail(error));
      },
    ),
    watch(
      store,
      (state) => [selectFire(state).wildland.fires],
      () => void followChance(),
    ),
    onPointed(store, 'wildland', ({ points: [place] }) => {
      if (place) lightWildland(store, place);
    }),
  ];
  follow();
  return () => {
    for (const end of ends) end();
    clearTimeout(timer);
    work.abort();
    chances.abort();
    problems.clearAll();
    for (const channel of [FIRE_WILDLAND, FIRE_WILDLAND_DESK]) frames.publish(channel, undefined);
  };
}

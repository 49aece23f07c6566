import type { Session, SessionContext } from '#features/feature.ts';
import { metres, radians } from '#model/units.ts';
import { untilAskedAgain } from '#store/asked-again.ts';
import type { OpenCity } from '#store/store.ts';
import { type CityWorker, startCityWorker } from '#workers/city/client.ts';
import { WorkerDiedError } from '#workers/port.ts';
import { keepGoing } from '#workers/supervisor.ts';
import { WorkerLine } from '#workers/worker-line.ts';
import type { CityParts } from './session/city-parts.ts';
import { createCityProblems } from './session/problems.ts';
import { serveCity } from './session/serve-city.ts';
import { citySlice, emptyReport, report } from './state.ts';

/** What a test puts in the place of the world. */
export interface World {
  readonly startWorker: () => CityWorker;
  readonly now: () => number;
  /** How long to wait before failed work is tried again, and before a worker that keeps dying is. */
  readonly waitMs?: { readonly work: number; readonly worker: number };
}

const ONE_WORKER_WAIT_MS = 30_000;

export const startSession = (context: SessionContext) =>
  startCitySession(context, { startWorker: startCityWorker, now: Date.now });

/** Serves the city that is open in the store, and the next one when another takes its place. */
export function startCitySession(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  world: World,
): Session {
  const line = new WorkerLine<CityWorker>();
  const problems = createCityProblems(store, world.now);
  const life = new AbortController();
  let served: { readonly city: OpenCity | undefined; readonly abort: AbortController } | undefined;

  /** `served` changes first: what is reported here calls `follow` again. */
  function turnTo(city: OpenCity | undefined): AbortSignal {
    const before = served;
    served = { city, abort: new AbortController() };
    if (before) {
      before.abort.abort();
      line.disconnect();
      problems.clearAll();
      report(store, emptyReport);
    }
    return served.abort.signal;
  }

  function follow(): void {
    const { city } = store.getState();
    if (served && served.city === city) return;
    const signal = turnTo(city);
    const layer = city?.manifest.layers.find(({ kind }) => kind === 'buildings');
    if (!city || layer?.kind !== 'buildings') return;
    const firstWaitMs = world.waitMs?.work;
    const parts = {
      store,
      frames,
      problems,
      city,
      layer,
      ...(firstWaitMs !== undefined && { firstWaitMs }),
    };
    void keepServing(parts, line, world, signal);
  }

  const unfollow = store.subscribe(follow);
  follow();

  return {
    stop() {
      unfollow();
      turnTo(undefined);
      life.abort();
    },
    async search(query, { limit, signal }) {
      const asked = AbortSignal.any([signal, life.signal]);
      const hits = await line.ask(
        (worker) => worker.call('search', { query, limit }, { signal: asked }),
        asked,
      );
      return hits.map(({ index, id, title, detail, isOther, ...at }) => ({
        title,
        detail,
        selected: { feature: citySlice.id, index, id },
        ...(isOther && { isOther }),
        at: {
          longitude: radians(at.longitude),
          latitude: radians(at.latitude),
          height: metres(at.heightM),
          radius: metres(at.radiusM),
        },
      }));
    },
    async findInside(polygon, signal) {
      const asked = AbortSignal.any([signal, life.signal]);
      const found = await line.ask(
        (worker) => worker.call('findInside', { polygon }, { signal: asked }),
        asked,
      );
      return found.map((one) => ({ feature: citySlice.id, ...one }));
    },
    async measure(ids, signal) {
      const asked = AbortSignal.any([signal, life.signal]);
      return await line.ask((worker) => worker.call('measure', { ids }, { signal: asked }), asked);
    },
  };
}

/** A worker that dies is followed by the next; one that keeps dying, after a while or when asked. */
function keepServing(
  parts: CityParts,
  line: WorkerLine<CityWorker>,
  world: World,
  signal: AbortSignal,
): Promise<void> {
  const { store, problems } = parts;
  const waitMs = world.waitMs?.worker ?? ONE_WORKER_WAIT_MS;
  return keepGoing(() => serveOnce(parts, line, world, signal), {
    signal,
    onRestart: (error) => problems.reportWorker('restarting', error),
    onGivenUp: (error) => problems.reportWorker('given-up', error),
    untilAgain: () => untilAskedAgain(store, citySlice.id, waitMs, signal),
  });
}

async function serveOnce(
  parts: CityParts,
  line: WorkerLine<CityWorker>,
  world: World,
  signal: AbortSignal,
): Promise<void> {
  const worker = world.startWorker();
  try {
    line.connect(worker);
    await serveCity(worker, parts, signal);
    // The stream of a living worker has no end.
    signal.throwIfAborted();
    throw new WorkerDiedError('city', 'it went silent');
  } finally {
    worker.close();
  }
}

import type { Session, SessionContext } from '#features/feature.ts';
import { metres, radians } from '#model/units.ts';
import { untilAskedAgain } from '#store/asked-again.ts';
import { selectLayer } from '#store/layers.ts';
import type { OpenCity } from '#store/store.ts';
import { type BimWorker, type ElementHit, startBimWorker } from '#workers/bim/client.ts';
import { keepGoing, untilAborted } from '#workers/supervisor.ts';
import { followLife } from '#workers/worker-life.ts';
import { openLine, WorkerLine } from '#workers/worker-line.ts';
import { findStorage } from './session/browser-record.ts';
import { followChecks } from './session/follow-checks.ts';
import { followPlacing } from './session/follow-placing.ts';
import { followReadings } from './session/follow-readings.ts';
import { followSection } from './session/follow-section.ts';
import { followStanding } from './session/follow-standing.ts';
import { keepMarks } from './session/kept-marks.ts';
import { type KeptPlace, keepPlaces, readKeptPlaces } from './session/kept-places.ts';
import { BIM_LINE, BIM_MODELS, BIM_NEIGHBOURS, type BimNeighbours } from './session/line.ts';
import { isSameList, modelSources } from './session/model-sources.ts';
import { createBimProblems } from './session/problems.ts';
import { serveModels } from './session/serve-models.ts';
import type { BimParts, World } from './session/world.ts';
import { bimSlice, initial, report, selectBim, setModels } from './state.ts';

const ONE_WORKER_WAIT_MS = 30_000;

export const startSession = (context: SessionContext) =>
  startBimSession(context, {
    startWorker: startBimWorker,
    now: Date.now,
    page: { keys: window, storage: findStorage() },
  });

/** Neighbours are asked only where there are some. */
type BimContext = Pick<SessionContext, 'store' | 'frames'> &
  Partial<Pick<SessionContext, 'find' | 'findInside' | 'measure'>>;

/** Serves the models of the open city and its guests; starts a worker once there is one. */
export function startBimSession(
  { store, frames, find, findInside, measure }: BimContext,
  world: World,
): Session {
  const line = new WorkerLine<BimWorker>();
  const problems = createBimProblems(store, world.now);
  const parts: BimParts = { store, frames, problems, world };
  const life = new AbortController();
  const screens = openLine(line, life.signal);
  /** Where a person put models, those among them that a link names and that are still to come. */
  const known = new Map<string, KeptPlace>();
  let followed: OpenCity | undefined;
  let isServing = false;

  function follow(): void {
    const { city, guests } = store.getState();
    const { models } = selectBim(store.getState());
    const isNew = city !== followed;
    followed = city;
    if (isNew && city) {
      const kept = readKeptPlaces(world.page?.storage, city.manifest.id);
      for (const [id, place] of kept) known.set(id, place);
    }
    for (const { id, placement, reading } of models) {
      // What a link says goes before what was kept, what it leaves open doesn't.
      if (!isNew || placement || reading) known.set(id, { placement, reading });
    }
    const sources = modelSources(city, guests, known);
    if (!isSameList(sources, models)) setModels(store, sources);
    if (isServing || sources.length === 0 || life.signal.aborted) return;
    isServing = true;
    void keepServing(parts, line, life.signal);
  }

  frames.publish(BIM_LINE, screens);
  if (find && findInside && measure) {
    frames.publish(BIM_NEIGHBOURS, { find, findInside, measure } satisfies BimNeighbours);
  }
  const unfollowChecks = followChecks(store, frames, screens);
  const unfollowStanding = followStanding(store);
  const unfollowReadings = followReadings(frames);
  const unfollowSection = followSection(store, frames);
  const unfollowPlacing = world.page && followPlacing(store, frames, world.page.keys);
  const unkeep = [keepPlaces(store, world.page?.storage), keepMarks(store, world.page?.storage)];
  const unfollow = store.subscribe((state, before) => {
    if (state.city !== before.city || state.guests !== before.guests) follow();
  });
  follow();

  return {
    stop() {
      unfollow();
      unfollowReadings();
      unfollowChecks();
      unfollowStanding();
      unfollowSection();
      unfollowPlacing?.();
      for (const stop of unkeep) stop();
      life.abort();
      line.disconnect();
      problems.clearAll();
      frames.publish(BIM_LINE, undefined);
      frames.publish(BIM_NEIGHBOURS, undefined);
      frames.publish(BIM_MODELS, []);
      frames.publish(bimSlice.id, undefined);
      report(store, initial.report);
    },
    async search(query, { limit, signal }) {
      if (!isServing) return [];
      const hits = await screens.call('search', { query, limit }, { signal });
      return hits.flatMap((hit) => toSearchHit(hit) ?? []);
    },
    async findInside(polygon, signal) {
      const state = store.getState();
      if (!isServing || !selectLayer(bimSlice.id)(state).on) return [];
      const { look } = selectBim(state);
      const found = await screens.call('findInside', { polygon, look }, { signal });
      return found.map((one) => ({ feature: bimSlice.id, ...one }));
    },
  };
}

/** What has no place can't be flown to. */
function toSearchHit({ index, model, globalId, title, detail, at }: ElementHit) {
  if (!at) return undefined;
  return {
    title,
    detail,
    selected: { feature: bimSlice.id, index, id: `${model}/${globalId}` },
    at: {
      longitude: radians(at.longitude),
      latitude: radians(at.latitude),
      height: metres(at.heightM),
      radius: metres(at.radiusM),
    },
  };
}

/** A worker that dies is followed by the next; one that keeps dying, after a while or when asked. */
function keepServing(
  parts: BimParts,
  line: WorkerLine<BimWorker>,
  signal: AbortSignal,
): Promise<void> {
  const { store, problems, world } = parts;
  const waitMs = world.waitMs?.worker ?? ONE_WORKER_WAIT_MS;
  return keepGoing(() => serveOnce(parts, line, signal), {
    signal,
    onRestart: (error) => problems.reportWorker('restarting', error),
    onGivenUp: (error) => problems.reportWorker('given-up', error),
    untilAgain: () => untilAskedAgain(store, bimSlice.id, waitMs, signal),
  });
}

/** Goes on until the worker dies or the session ends, and throws the reason. */
async function serveOnce(
  parts: BimParts,
  line: WorkerLine<BimWorker>,
  signal: AbortSignal,
): Promise<void> {
  const { worker, death } = followLife(parts.world.startWorker());
  // A worker that has opened nothing yet would know of nothing that is asked.
  const stop = serveModels(worker, parts, () => line.connect(worker));
  try {
    await Promise.race([death, untilAborted(signal)]);
  } finally {
    stop();
    worker.close();
  }
}

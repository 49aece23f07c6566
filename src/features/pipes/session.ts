import type { SearchHit, Session, SessionContext } from '#features/feature.ts';
import { NETWORK_MOVES, type NetworkMoves } from '#model/network-move.ts';
import type { Language } from '#model/text.ts';
import { metres, radians } from '#model/units.ts';
import { untilAskedAgain } from '#store/asked-again.ts';
import { selectLayer } from '#store/layers.ts';
import {
  type PipesLine,
  type PipesProtocol,
  type PipesWorker,
  startPipesWorker,
} from '#workers/pipes/client.ts';
import { keepGoing, untilAborted } from '#workers/supervisor.ts';
import { followLife } from '#workers/worker-life.ts';
import { WorkerLine } from '#workers/worker-line.ts';
import type { ElementName, PipeHit } from './contract/answers.ts';
import { PIPES_LINE, PIPES_NETWORKS } from './contract/channels.ts';
import { PIPE_LEGEND } from './contract/legend.ts';
import { PIPE_SHAPES } from './contract/shapes.ts';
import { type NetworkSource, type OpenNetwork, PIPE_TABLE } from './contract.ts';
import { followDrawing } from './session/drawing.ts';
import { keepPlaces } from './session/kept-places.ts';
import { parts as allParts } from './session/parts.ts';
import { followPlacing } from './session/placing.ts';
import { createPipesProblems } from './session/problems.ts';
import { PartsAtWork } from './session/run-parts.ts';
import { type Serving, serveNetworks, type Wanted } from './session/serve-networks.ts';
import { isSame, networkSources, streetSource } from './session/sources.ts';
import type { PipesParts, World } from './session/world.ts';
import { pipesSlice, selectPipes, setNetworks } from './state.ts';

const ONE_WORKER_WAIT_MS = 30_000;
const RADIANS = Math.PI / 180;

export const startSession = (context: SessionContext) =>
  startPipesSession(context, {
    ...{ startWorker: startPipesWorker, now: Date.now, parts: allParts, keys: window },
  });

/** Serves the networks of the open city and its guests; starts a worker once there is one. */
export function startPipesSession(context: SessionContext, world: World): Session {
  const { store, frames } = context;
  const line = new WorkerLine<Pick<PipesWorker, 'call'>>();
  const problems = createPipesProblems(store, world.now);
  const parts: PipesParts = { ...context, problems, world };
  const atWork = new PartsAtWork(world.parts, { ...context, now: world.now });
  const life = new AbortController();
  const screens = toScreens(line, life.signal);
  let wanted: Wanted = { sources: [], streets: undefined };
  let serving: Serving | undefined;
  let isServing = false;

  function follow(): void {
    const { city, guests } = store.getState();
    const { moves } = selectPipes(store.getState());
    const next = { sources: networkSources(city, guests, moves), streets: streetSource(city) };
    if (isSame(next, wanted)) return;
    wanted = next;
    frames.publish(NETWORK_MOVES, movesOf(next.sources));
    if (serving) serving.want(wanted);
    if (isServing || wanted.sources.length === 0 || life.signal.aborted) return;
    isServing = true;
    void keepGoing(serveOnce, {
      signal: life.signal,
      onRestart: (error) => problems.reportWorker('restarting', error),
      onGivenUp: (error) => problems.reportWorker('given-up', error),
      untilAgain: () =>
        untilAskedAgain(
          store,
          pipesSlice.id,
          world.waitMs?.worker ?? ONE_WORKER_WAIT_MS,
          life.signal,
        ),
    });
  }

  /** Goes on until the worker dies or the session ends, and throws the reason. */
  async function serveOnce(): Promise<void> {
    const worker = world.startWorker();
    const {
      worker: { call },
      death,
    } = followLife<PipesProtocol>(worker);
    serving = serveNetworks(call, parts, wanted, (networks, { sources }) => {
      setNetworks(store, networks);
      // A worker that has opened nothing yet would know of nothing that is asked.
      line.connect({ call });
      // Solvers and watchers do not mind where a network lies: they go on.
      atWork.run(networks.map(withoutMiddle), sources.map(withoutMove));
    });
    try {
      await Promise.race([death, untilAborted(life.signal)]);
    } finally {
      line.disconnect();
      serving.stop();
      serving = undefined;
      worker.close();
    }
  }

  frames.publish(PIPES_LINE, screens);
  const unfollow = store.subscribe((state, before) => {
    const isMoved = selectPipes(state).moves !== selectPipes(before).moves;
    if (state.city !== before.city || state.guests !== before.guests || isMoved) follow();
  });
  const stopKeeping = keepPlaces(store);
  const stopDrawing = followDrawing(store, frames);
  const stopPlacing = followPlacing(store, frames, world.keys);
  follow();

  return {
    stop() {
      unfollow();
      stopKeeping();
      stopDrawing();
      stopPlacing();
      life.abort();
      atWork.stop();
      problems.clearAll();
      for (const channel of [PIPES_LINE, PIPE_SHAPES, PIPE_TABLE, PIPE_LEGEND]) {
        frames.publish(channel, undefined);
      }
      frames.publish(PIPES_NETWORKS, []);
      frames.publish(NETWORK_MOVES, {});
      setNetworks(store, []);
    },
    async search(query, { limit, signal }) {
      if (!isServing) return [];
      const hits = await screens.call('search', { query, limit }, { signal });
      const { language } = store.getState().preferences;
      return hits.map((hit) => toSearchHit(hit, language));
    },
    async findInside(polygon, signal) {
      const state = store.getState();
      if (!isServing || !selectLayer(pipesSlice.id)(state).on) return [];
      const { look } = selectPipes(state);
      const found = await screens.call('findInside', { polygon, look }, { signal });
      return found.map(toSelected);
    },
  };
}

/** The line as screens use it: calls wait for a living worker that has opened the networks. */
function toScreens(line: WorkerLine<Pick<PipesWorker, 'call'>>, life: AbortSignal): PipesLine {
  return {
    call: (name, params, options = {}) => {
      const signal = options.signal ? AbortSignal.any([options.signal, life]) : life;
      return line.ask((worker) => worker.call(name, params, { ...options, signal }), signal);
    },
  };
}

const withoutMiddle = ({ middle: _, ...network }: OpenNetwork): OpenNetwork => network;
const withoutMove = ({ move: _, ...source }: NetworkSource): NetworkSource => source;

const movesOf = (sources: readonly NetworkSource[]): NetworkMoves =>
  Object.fromEntries(sources.flatMap(({ id, move }) => (move ? [[id, move]] : [])));

const toSelected = ({ index, key }: ElementName) => ({ feature: pipesSlice.id, index, id: key });

function toSearchHit(hit: PipeHit, language: Language): SearchHit {
  const { longitudeDeg, latitudeDeg, heightM, radiusM } = hit.place;
  return {
    title: hit.title,
    detail: hit.detail[language],
    selected: toSelected(hit),
    at: {
      longitude: radians(longitudeDeg * RADIANS),
      latitude: radians(latitudeDeg * RADIANS),
      height: metres(heightM),
      radius: metres(radiusM),
    },
  };
}

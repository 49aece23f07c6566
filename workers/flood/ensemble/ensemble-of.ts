// An ensemble over the scenario of a run, on coarser cells where asked; its maps come on the run's own grid.

import type {
  EnsembleMaps,
  EnsembleNews,
  EnsembleRequest,
} from '#features/flood/contract/ensemble.ts';
import type { FloodScenario, FloodSource } from '#features/flood/contract.ts';
import type { EnsembleOutcome } from '#simulation/flood/ensemble/parts.ts';
import { runEnsemble } from '#simulation/flood/ensemble/run-ensemble.ts';
import { alignDepths } from '../answers/difference.ts';
import type { FloodGround } from '../parts.ts';
import type { FloodCity } from '../protocol.ts';
import { withoutCard } from '../run/prepare-run.ts';
import type { RunTopics } from '../run/topics.ts';

/** Longest piece of work before others get their turn, and shortest time between two maps (ms). */
const TURN_MS = 25;
const MAPS_EVERY_MS = 2000;

export async function* ensembleOf(
  topics: RunTopics,
  city: FloodCity,
  scenario: FloodScenario,
  shown: FloodGround,
  request: EnsembleRequest,
  signal: AbortSignal,
): AsyncGenerator<EnsembleNews> {
  const wanted = { ...scenario, cellM: scenario.cellM * request.cellFactor };
  const ground = await topics.readGround(city, wanted, signal);
  const { grid, depthM } = ground;
  const { hazard, scheme, backend, durationS } = scenario;
  let turn = topics.now();
  let lastMaps = Number.NEGATIVE_INFINITY;
  const members = runEnsemble({
    ...{ grid, depthM, durationS, signal, wish: request, sources: scenario.sources },
    toGrid: ground.toGrid.bind(ground),
    createSolver(own, isCardLost) {
      const wish = isCardLost ? withoutCard : { backend };
      return topics.createSolver(own, { hazard, scheme, depthM, ...wish });
    },
    async createForcing(own, sources) {
      const drawn: readonly FloodSource[] = sources;
      const { toGrid, toPlace } = ground;
      const bound = { toGrid: toGrid.bind(ground), toPlace: toPlace.bind(ground) };
      return topics.openForcing(
        { ...wanted, sources: drawn },
        { ...ground, ...bound, grid: own },
        city,
      );
    },
    async pause() {
      if (topics.now() - turn < TURN_MS) return;
      await new Promise((resolve) => setTimeout(resolve, 0));
      turn = topics.now();
    },
  });
  for await (const { done, of, share, outcome } of members) {
    const isDue = topics.now() - lastMaps > MAPS_EVERY_MS || done === of;
    if (!outcome || !isDue) yield { kind: 'progress', done, of, share };
    else {
      lastMaps = topics.now();
      yield { kind: 'maps', done, of, maps: toMaps(outcome, ground, shown) };
    }
  }
}

function toMaps(
  { members, thresholdsM, probability, arrivalS }: EnsembleOutcome,
  ground: FloodGround,
  shown: FloodGround,
): EnsembleMaps {
  const align = (values: Float32Array) => {
    const aligned = alignDepths(values, ground, shown);
    // Its own array, so that it can be moved to the page.
    return aligned === values ? values.slice() : aligned;
  };
  return {
    ...{ members, thresholdsM, cellM: ground.grid.cellM },
    probability: probability.map(align),
    arrivalS: arrivalS.map(align),
  };
}

export const mapBuffers = ({ probability, arrivalS }: EnsembleMaps): ArrayBuffer[] =>
  [...probability, ...arrivalS].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );

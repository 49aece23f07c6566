// From a scenario to a solver that is ready to run: on the ground of the city, or on from another run's kept state.

import type { FloodScenario } from '#features/flood/contract.ts';
import { MaximaKeeper } from '#simulation/flood/maxima/keep-maxima.ts';
import type { FloodSolver } from '#simulation/flood/parts.ts';
import { takeOver } from '#simulation/flood/webgpu/take-over.ts';
import type { FloodForcing, FloodGround } from '../parts.ts';
import type { FloodCity } from '../protocol.ts';
import type { RunState } from './kept-snapshots.ts';
import type { RunTopics } from './topics.ts';

export interface PreparedRun {
  readonly solver: FloodSolver;
  readonly forcing: FloodForcing;
  readonly maxima: MaximaKeeper;
}

/** The next backend after a card that was lost. */
export const withoutCard = { backend: 'auto', without: ['webgpu'] } as const;

/** A run that another one goes on from. */
export interface Origin {
  readonly run: string;
  readonly scenario: FloodScenario;
  readonly ground: FloodGround;
  readonly solver: Pick<FloodSolver, 'scheme' | 'backend'>;
  readonly state: RunState;
}

export async function prepareRun(
  topics: RunTopics,
  city: FloodCity,
  scenario: FloodScenario,
  ground: FloodGround,
  origin: Origin | undefined,
  /** The card of this very run is gone. */
  isCardLost = false,
): Promise<PreparedRun> {
  const { grid } = ground;
  const solver = await beginSolver(topics, scenario, ground, origin, isCardLost);
  try {
    const forcing = await topics.openForcing(scenario, ground, city);
    const maxima = new MaximaKeeper(grid.width * grid.height);
    if (origin) {
      const { state } = origin;
      forcing.restore(state.forcing);
      maxima.restore(state.solver.timeS, state.maxima);
    }
    return { solver, forcing, maxima };
  } catch (error) {
    solver.dispose();
    throw error;
  }
}

/** With the water of the start, or with that of a kept state, whichever backend it was of. */
async function beginSolver(
  { createSolver }: RunTopics,
  scenario: FloodScenario,
  { grid, depthM }: FloodGround,
  origin: Origin | undefined,
  isCardLost: boolean,
): Promise<FloodSolver> {
  const { hazard } = scenario;
  const { scheme, backend } = origin?.solver ?? scenario;
  if (!origin) {
    const wish = isCardLost ? withoutCard : { backend };
    return createSolver(grid, { hazard, scheme, depthM, ...wish });
  }
  const { state } = origin;
  if (state.backend === backend && !isCardLost) {
    try {
      const solver = await createSolver(grid, { hazard, scheme, backend, depthM });
      await solver.restore(state.solver);
      return solver;
    } catch (error) {
      // A card that was there when that run began may be gone by now.
      if (backend !== 'webgpu') throw error;
    }
  }
  const wish = backend === 'webgpu' ? withoutCard : { backend };
  return createSolver(grid, { hazard, scheme, ...wish, ...takeOver(grid, state.solver) });
}

/** What decides the grid: only a run on the very same one can go on from a state. */
const gridFields = ['cellM', 'buildings', 'sillM', 'roughnessFactor', 'startMs'] as const;

/** Throws one sentence where `scenario` can't go on from `origin`. */
export function checkGoesOn(scenario: FloodScenario, origin: Origin): void {
  const old = origin.scenario;
  const changed: string[] = gridFields.filter((field) => scenario[field] !== old[field]);
  if (scenario.boundsDeg.some((value, at) => value !== old.boundsDeg[at]))
    changed.push('boundsDeg');
  const { scheme, backend } = origin.solver;
  if (scenario.scheme !== 'auto' && scenario.scheme !== scheme) changed.push('scheme');
  // A run that a card began and that another backend went on with is still what its scenario says.
  if (!['auto', backend, old.backend].includes(scenario.backend)) changed.push('backend');
  if (changed.length === 0) return;
  throw new Error(
    `Run ${origin.run} can't be gone on from with another ${changed.join(', ')}: begin a new run.`,
  );
}

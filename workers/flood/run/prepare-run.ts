// From a scenario to a solver that is ready to run: on the ground of the city, or on from another run's kept state.

import type { FloodScenario } from '#features/flood/contract.ts';
import { MaximaKeeper } from '#simulation/flood/maxima/keep-maxima.ts';
import type { FloodSolver } from '#simulation/flood/parts.ts';
import type { FloodForcing, FloodGround } from '../parts.ts';
import type { FloodCity } from '../protocol.ts';
import type { RunState } from './kept-snapshots.ts';
import type { RunTopics } from './topics.ts';

export interface PreparedRun {
  readonly solver: FloodSolver;
  readonly forcing: FloodForcing;
  readonly maxima: MaximaKeeper;
}

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
): Promise<PreparedRun> {
  const { grid, depthM } = ground;
  const { hazard } = scenario;
  const { scheme, backend } = origin?.solver ?? scenario;
  const solver = await topics.createSolver(grid, { hazard, scheme, backend, depthM });
  try {
    const forcing = await topics.openForcing(scenario, ground, city);
    const maxima = new MaximaKeeper(grid.width * grid.height);
    if (origin) {
      const { state } = origin;
      await solver.restore(state.solver);
      forcing.restore(state.forcing);
      maxima.restore(state.solver.timeS, state.maxima);
    }
    return { solver, forcing, maxima };
  } catch (error) {
    solver.dispose();
    throw error;
  }
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
  if (scenario.backend !== 'auto' && scenario.backend !== backend) changed.push('backend');
  if (changed.length === 0) return;
  throw new Error(
    `Run ${origin.run} can't be gone on from with another ${changed.join(', ')}: begin a new run.`,
  );
}

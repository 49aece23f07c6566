// What a run is put together from; a test puts its own in place of the city's.

import type { FloodGrid, FloodSolver } from '#simulation/flood/parts.ts';
import type { SolverWish } from '#simulation/flood/run/create-solver.ts';
import type { OpenForcing, OpenObserver, ReadGround } from '../parts.ts';

export interface RunTopics {
  readonly readGround: ReadGround;
  readonly createSolver: (grid: FloodGrid, wish: SolverWish) => Promise<FloodSolver>;
  readonly openForcing: OpenForcing;
  readonly openObserver?: OpenObserver;
  /** Loads and compiles what solvers are made of. */
  readonly warmSolvers?: () => Promise<unknown>;
  /** Wall clock (ms). */
  readonly now: () => number;
}

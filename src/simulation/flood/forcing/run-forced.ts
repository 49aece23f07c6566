// The loop that brings a solver with its forcing to a time: what tests and ensembles run. s.

import type { FloodSolver } from '../parts.ts';
import type { Forcing } from './parts.ts';

/** To exactly `untilS`, or to the end of a step where `signal` aborts. */
export async function runForced(
  solver: FloodSolver,
  forcing: Pick<Forcing, 'apply'>,
  untilS: number,
  signal?: AbortSignal,
): Promise<void> {
  while (solver.timeS() < untilS && !signal?.aborted) {
    const next = await forcing.apply(solver, untilS);
    await solver.run(next, signal);
  }
}

// The oracle: both flood schemes in f64 TypeScript, which every fast kernel is compared with. SI; README.md.
import type { FloodGrid, FloodOptions, FloodSolver } from '../parts.ts';
import { checkGrid, checkOptions } from './check-input.ts';
import { createFrame } from './frame.ts';
import { createLocalInertial } from './local-inertial.ts';
import { toPaddedGround } from './padded-ground.ts';
import { createShallowWater } from './shallow-water.ts';

/**
 * Synchronous, one thread; `theta`, `courant`, `longestStepS` and the start count, `threads` and `skipsDry` don't.
 *
 * @throws FloodError where the grid or the options are not possible.
 */
export function createReferenceSolver(grid: FloodGrid, options: FloodOptions): FloodSolver {
  checkGrid(grid);
  checkOptions(grid, options);
  const ground = toPaddedGround(grid, (length) => new Float64Array(length));
  const scheme =
    options.scheme === 'local-inertial'
      ? createLocalInertial(ground, options)
      : createShallowWater(ground, options);
  return createFrame({ grid, options, backend: 'reference', scheme });
}

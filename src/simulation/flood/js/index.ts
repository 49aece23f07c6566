// Both flood schemes in plain JavaScript, f32, one thread: for runtimes without WASM. SI; README.md.

import type { FloodGrid, FloodOptions, FloodSolver } from '../parts.ts';
import { checkGrid, checkOptions } from '../reference/check-input.ts';
import { createFrame } from '../reference/frame.ts';
import { toPaddedGround } from '../reference/padded-ground.ts';
import { createLocalInertialF32 } from './local-inertial.ts';
import { createShallowWaterF32 } from './shallow-water.ts';

/**
 * Synchronous, one thread; `threads` doesn't count.
 *
 * @throws FloodError where the grid or the options are not possible.
 */
export function createJsSolver(grid: FloodGrid, options: FloodOptions): FloodSolver {
  checkGrid(grid);
  checkOptions(grid, options);
  const ground = toPaddedGround(grid, (length) => new Float32Array(length));
  const scheme =
    options.scheme === 'local-inertial'
      ? createLocalInertialF32(ground, options)
      : createShallowWaterF32(ground, options);
  return createFrame({ grid, options, backend: 'js', scheme });
}

// Full shallow water on a graphics card (WebGPU), f32. README.md.
import type { FloodGrid, FloodOptions, FloodSolver } from '../parts.ts';
import { checkGrid, checkOptions } from '../reference/check-input.ts';
import { createCard } from './card.ts';
import { openKit } from './kit.ts';
import { toShape } from './layout.ts';
import { createSolver } from './solver.ts';

export { hasGraphicsCard, hasWebGpu } from './adapter.ts';

/**
 * `dispose` gives the card's memory back. `threads` and `theta` don't count. Once the device is lost, everything that asks
 * it rejects with one sentence; the next solver opens another.
 *
 * @throws FloodError where the grid or the options are not possible; Error where there is no card, it is too small, or
 * the scheme is another than shallow water.
 */
export async function createWebGpuSolver(
  grid: FloodGrid,
  options: FloodOptions,
): Promise<FloodSolver> {
  checkGrid(grid);
  checkOptions(grid, options);
  if (options.scheme !== 'shallow-water') {
    throw new Error(`The graphics card computes shallow water, not ${options.scheme}.`);
  }
  const shape = toShape(grid.width, grid.height);
  const card = await createCard(await openKit(), shape);
  return createSolver({ grid, options, shape, card });
}

// The flood kernels: both schemes as WASM with SIMD, on one thread or several. README.md.

import type { Awaitable, FloodGrid, FloodOptions, FloodSolver } from '../parts.ts';
import { checkGrid, checkOptions } from '../reference/check-input.ts';
import { createKernelMemory } from './kernel-memory.ts';
import { CONTROL_AT, TABLE_AT, toShape } from './layout.ts';
import { instantiate, type WasmSource } from './parts.ts';
import { schemes } from './scheme.ts';
import { createSolver } from './solver.ts';

export { type FloodThread, runFloodThread, type ThreadTask, type WasmSource } from './parts.ts';

/**
 * With one thread the solver is there at once; more are started by `source.startThread`. Bytes depend neither on the
 * number of threads nor on `skipsDry`.
 *
 * @throws FloodError where the grid or the options are not possible; RangeError where memory does not suffice.
 */
export function createWasmSolver(
  grid: FloodGrid,
  options: FloodOptions,
  source: WasmSource,
): Awaitable<FloodSolver> {
  checkGrid(grid);
  checkOptions(grid, options);
  const shape = toShape(grid.width, grid.height);
  const { threaded, startThread, plain } = source;
  const wanted = Math.min(options.threads ?? source.threads ?? 1, Math.floor(shape.tileRows / 2));
  const count = threaded && startThread ? Math.max(1, wanted) : 1;
  const module = threaded && count > 1 ? threaded : plain;
  const scheme = schemes[options.scheme];
  const kernel = createKernelMemory(scheme.toBlocks(shape, count), count > 1);
  const exports = instantiate(module, kernel.memory);
  const place = (thread: number) => [
    ...[grid.width, grid.height, shape.pitch, shape.tileColumns, shape.tileRows, grid.cellM],
    ...[CONTROL_AT, TABLE_AT, thread],
  ];
  exports.place(...place(0));
  kernel.setFlag('THREADS', count);
  const setup = { grid, options, shape, scheme, kernel, exports };
  if (count === 1 || !startThread) return createSolver({ ...setup, threads: [] });
  const starting = Array.from({ length: count - 1 }, (_, index) =>
    startThread({ module, memory: kernel.memory, place: place(index + 1) }),
  );
  return Promise.all(starting).then((threads) => createSolver({ ...setup, threads }));
}

import type { Backend } from '#simulation/flood/run/create-solver.ts';
import { createWasmSolver } from '#simulation/flood/wasm/index.ts';
import { loadKernel } from './load-kernel.ts';

/** A browser without SIMD fails to compile the kernels, and the next backend is asked. */
export const wasmBackend: Backend = {
  isThere: () => typeof WebAssembly === 'object',
  create: async (grid, options) => createWasmSolver(grid, options, await loadKernel()),
};

// The solvers that are validated: plain JavaScript always, WASM where its kernels can be built.
import { createJsSolver } from '#simulation/flood/js/index.ts';
import type { FloodGrid, FloodOptions, FloodScheme, FloodSolver } from '#simulation/flood/parts.ts';
import { createWasmSolver } from '#simulation/flood/wasm/index.ts';
import { openFloodKernel } from '#tools/flood-kernel/kernel-source.ts';

export interface Backend {
  readonly name: string;
  create(grid: FloodGrid, options: FloodOptions): Promise<FloodSolver>;
}

const js: Backend = { name: 'js', create: async (grid, options) => createJsSolver(grid, options) };

let opened: Promise<readonly Backend[]> | undefined;

/** Those that have the scheme; `missing` says in words which have not. */
export async function backendsFor(
  scheme: FloodScheme,
): Promise<{ readonly backends: readonly Backend[]; readonly missing: readonly string[] }> {
  opened ??= open();
  const backends: Backend[] = [];
  const missing: string[] = [];
  for (const backend of await opened) {
    try {
      (await backend.create(oneCell, { scheme })).dispose();
      backends.push(backend);
    } catch (error) {
      missing.push(`${backend.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { backends, missing };
}

async function open(): Promise<readonly Backend[]> {
  const source = await openFloodKernel(1);
  const wasm: Backend = {
    name: 'wasm',
    create: async (grid, options) => createWasmSolver(grid, { threads: 1, ...options }, source),
  };
  return [js, wasm];
}

const oneCell: FloodGrid = {
  ...{ width: 1, height: 1, cellM: 1 },
  ...{ zM: new Float32Array(1), manning: new Float32Array(1) },
};

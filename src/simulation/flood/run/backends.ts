// Which backends there are and when each is there. Each is loaded when it is first asked for.

import type { Backends } from './create-solver.ts';

export const installedBackends: Backends = {
  webgpu: {
    isThere: async (scheme) =>
      scheme === 'shallow-water' && (await import('../webgpu/index.ts')).hasWebGpu(),
    // A card made in software is slower than WASM.
    isFast: async () => (await import('../webgpu/index.ts')).hasGraphicsCard(),
    create: async (grid, options) => {
      const { createWebGpuSolver } = await import('../webgpu/index.ts');
      return createWebGpuSolver(grid, options);
    },
  },
  js: {
    isThere: () => true,
    create: async (grid, options) => {
      const { createJsSolver } = await import('../js/index.ts');
      return createJsSolver(grid, options);
    },
  },
  reference: {
    isThere: () => true,
    create: async (grid, options) => {
      const { createReferenceSolver } = await import('../reference/index.ts');
      return createReferenceSolver(grid, options);
    },
  },
};

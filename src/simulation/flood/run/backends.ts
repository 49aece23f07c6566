// Which backends there are and when each is there. Each is loaded when it is first asked for.

import type { Backends } from './create-solver.ts';

export const installedBackends: Backends = {
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

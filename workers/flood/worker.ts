import { installedBackends } from '#simulation/flood/run/backends.ts';
import { createFloodSolver } from '#simulation/flood/run/create-solver.ts';
import { type Endpoint, serve } from '../port.ts';
import { readGround } from './ground/read-ground.ts';
import { openObserver } from './impact/open-observer.ts';
import { loadKernel } from './kernel/load-kernel.ts';
import { wasmBackend } from './kernel/wasm-backend.ts';
import { openForcing } from './open-forcing.ts';
import type { FloodProtocol } from './protocol.ts';
import { createFloodService } from './service.ts';

serve<FloodProtocol>(
  self as unknown as Endpoint,
  createFloodService({
    ...{ readGround, openForcing, openObserver },
    createSolver: (grid, wish) =>
      createFloodSolver(grid, wish, { ...installedBackends, wasm: wasmBackend }),
    warmSolvers: async () => {
      const hasCard = await installedBackends.webgpu?.isFast?.();
      return hasCard === true ? undefined : loadKernel();
    },
    now: () => performance.now(),
  }),
);

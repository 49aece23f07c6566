import { createFloodSolver } from '#simulation/flood/run/create-solver.ts';
import { type Endpoint, serve } from '../port.ts';
import { readGround } from './ground/read-ground.ts';
import { openObserver } from './impact/open-observer.ts';
import { openForcing } from './open-forcing.ts';
import type { FloodProtocol } from './protocol.ts';
import { createFloodService } from './service.ts';

serve<FloodProtocol>(
  self as unknown as Endpoint,
  createFloodService({
    ...{ readGround, openForcing, openObserver },
    createSolver: createFloodSolver,
    now: () => performance.now(),
  }),
);

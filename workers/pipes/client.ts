import { connect, type Port } from '../port.ts';
import type { PipesProtocol } from './protocol.ts';

export type PipesWorker = Port<PipesProtocol>;
/** What screens ask; a question that a dying worker left open goes to the next one. */
export type PipesLine = Pick<PipesWorker, 'call'>;
export type {
  OpenedNetworks,
  OpenFailure,
  PipePaint,
  PipesProtocol,
  StreetSource,
} from './protocol.ts';

export const startPipesWorker = (): PipesWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'pipes' }),
    'pipes',
  );

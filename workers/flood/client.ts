import { connect, type Port } from '../port.ts';
import type { FloodProtocol } from './protocol.ts';

export type FloodWorker = Port<FloodProtocol>;
/** What screens ask; a question that a dying worker left open goes to the next one. */
export type FloodLine = Pick<FloodWorker, 'call' | 'stream'>;
export type {
  FloodCity,
  FloodDifference,
  FloodHits,
  FloodNews,
  FloodProtocol,
  FloodSeries,
  KeptRun,
  LoggedSteering,
  Steering,
} from './protocol.ts';

export const startFloodWorker = (): FloodWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'flood' }),
    'flood',
  );

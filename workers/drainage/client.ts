import { connect, type Port } from '../port.ts';
import type { DrainageProtocol } from './protocol.ts';

export type DrainageWorker = Port<DrainageProtocol>;
export type { DrainageProtocol } from './protocol.ts';

export const startDrainageWorker = (): DrainageWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'drainage' }),
    'drainage',
  );

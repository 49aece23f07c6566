import { connect, type Port } from '../port.ts';
import type { HydraulicsProtocol } from './protocol.ts';

export type HydraulicsWorker = Port<HydraulicsProtocol>;
export type { HydraulicsProtocol } from './protocol.ts';

export const startHydraulicsWorker = (): HydraulicsWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'hydraulics' }),
    'hydraulics',
  );

import { connect, type Port } from '../port.ts';
import type { IfcProtocol } from './protocol.ts';

export { WorkerDiedError } from '../port.ts';
export type { IfcStep } from './protocol.ts';

export type IfcWorker = Port<IfcProtocol>;

/** A worker for one file: close it afterwards, so that its memory and whatever the file did go with it. */
export const startIfcWorker = (): IfcWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'ifc' }),
    'ifc',
  );

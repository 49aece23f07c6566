import { connect, type Port } from '../port.ts';
import type { EvacuationProtocol } from './protocol.ts';

export type EvacuationWorker = Port<EvacuationProtocol>;
/** What screens ask; the first question starts the worker. */
export type EvacuationLine = Pick<EvacuationWorker, 'call' | 'stream'>;
export type {
  ClosedStreet,
  EvacuationLack,
  EvacuationNews,
  EvacuationPlace,
  EvacuationProtocol,
} from './protocol.ts';

export const startEvacuationWorker = (): EvacuationWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: 'fire-evacuation',
    }),
    'fire-evacuation',
  );

import { connect, type Port } from '../port.ts';
import type { ImportProtocol } from './protocol.ts';

export type { ImportStep, NetworkStep } from './protocol.ts';

/** A worker for one import: close it afterwards, so that its memory goes with it. */
export const startImportWorker = (): Port<ImportProtocol> =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'import' }),
    'import',
  );

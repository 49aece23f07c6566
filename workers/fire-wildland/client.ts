import { connect, type Port } from '../port.ts';
import type { WildlandProtocol } from './protocol.ts';

export type WildlandWorker = Port<WildlandProtocol>;
export type { WildlandProtocol } from './protocol.ts';

export const startWildlandWorker = (): WildlandWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'fire-wildland' }),
    'fire-wildland',
  );

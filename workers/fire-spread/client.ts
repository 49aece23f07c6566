import { connect, type Port } from '../port.ts';
import type { SpreadProtocol } from './protocol.ts';

export type SpreadWorker = Port<SpreadProtocol>;
/** What screens ask; a question that a dying worker left open goes to the next one. */
export type SpreadLine = Pick<SpreadWorker, 'call' | 'stream'>;
export type { SecondaryProgress, SpreadNews, SpreadProtocol } from './protocol.ts';

export const startSpreadWorker = (): SpreadWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'fire-spread' }),
    'fire-spread',
  );

import { connect, type Port } from '../port.ts';
import type { FireProtocol } from './protocol.ts';

export type FireWorker = Port<FireProtocol>;
/** What screens ask over `FIRE_LINE`; a question that a dying worker left open goes to the next one. */
export type FireLine = Pick<FireWorker, 'call' | 'stream'>;
export type { FireProtocol, OpenRisk, RiskNews, RiskTable } from './protocol.ts';

export const startFireWorker = (): FireWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'fire' }),
    'fire',
  );

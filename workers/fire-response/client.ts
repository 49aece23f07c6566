import { connect, type Port } from '../port.ts';
import type { FireResponseProtocol } from './protocol.ts';

export type FireResponseWorker = Port<FireResponseProtocol>;
/** What screens ask; a question that a dying worker left open goes to the next one. */
export type FireResponseLine = Pick<FireResponseWorker, 'call' | 'stream'>;
export type {
  FireResponseProtocol,
  OpenedTown,
  PlaceNews,
  PlaceRow,
  PlaceWish,
  ResponseWish,
  StandBy,
} from './protocol.ts';

export const startFireResponseWorker = (): FireResponseWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'fire-response' }),
    'fire-response',
  );

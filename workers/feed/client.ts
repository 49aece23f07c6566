import { connect, type Port } from '../port.ts';
import type { FeedProtocol } from './protocol.ts';

export type FeedWorker = Port<FeedProtocol>;
export type {
  AlarmNews,
  Connection,
  FeedItem,
  FeedSummary,
  HistoryParams,
  LatestColumns,
  Series,
  Shown,
} from './protocol.ts';

/** One serves one city: `open` comes first, `follow` after it. */
export const startFeedWorker = (): FeedWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'feed' }),
    'feed',
  );

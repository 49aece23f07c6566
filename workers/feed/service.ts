// Answers the calls of the feed's protocol: one city at a time.

import { toColumns } from '#features/sensors/kernel/columns.ts';
import { type Service, Transfer } from '../port.ts';
import { Feed } from './feed.ts';
import { openSocket } from './open-socket.ts';
import type { FeedItem, FeedProtocol, LatestColumns } from './protocol.ts';
import { createServerRequests, type ServerRequests } from './server-requests.ts';

/** What a test puts in the place of the browser's. */
export interface FeedWorld {
  readonly fetch: typeof fetch;
  readonly WebSocket: typeof WebSocket;
}

export interface FeedService extends Service<FeedProtocol> {
  /** Connects now where it waits to try again: the machine has a network again. */
  readonly hurry: () => void;
  readonly stop: () => void;
}

export function createFeedService(world: FeedWorld): FeedService {
  let open: { readonly feed: Feed; readonly server: ServerRequests } | undefined;

  function opened() {
    if (!open) throw new Error('The feed was asked before it was opened.');
    return open;
  }

  return {
    calls: {
      async open(params) {
        open?.feed.stop();
        open = undefined;
        const { origin, city } = params;
        const server = createServerRequests(params, world.fetch);
        const catalogue = await server.catalogue();
        const feed = new Feed({
          catalogue,
          server,
          connect: (since, listener) =>
            openSocket(world.WebSocket, { origin, city, since }, listener),
        });
        open = { feed, server };
        feed.start();
        // Made here, since it takes the page longer than a frame for ten thousand sensors.
        return toColumns(catalogue);
      },
      show(shown) {
        opened().feed.show(shown);
        return undefined;
      },
      async history(params, { signal }) {
        const series = await opened().feed.history(params, signal);
        return new Transfer(
          series,
          series.flatMap(({ timeMs, value, quality }) => buffersOf(timeMs, value, quality)),
        );
      },
      async snapshotAt({ atMs }, { signal }) {
        const columns = await opened().feed.snapshotAt(atMs, signal);
        return new Transfer(columns, buffersOfColumns(columns));
      },
      setClock: (change) => opened().server.setClock(change),
      alarms: (params, { signal }) => opened().server.alarms(params, signal),
      acknowledge: ({ id, ...by }) => opened().server.acknowledge(id, by),
      setThresholds: async ({ number, thresholds }) => {
        await opened().server.setThresholds(number, thresholds);
        return undefined;
      },
    },
    streams: {
      async *follow(_params, { signal }) {
        for await (const item of opened().feed.follow(signal)) {
          yield new Transfer(item, buffersOfItem(item));
        }
      },
    },
    hurry: () => open?.feed.hurry(),
    stop: () => open?.feed.stop(),
  };
}

const buffersOf = (...columns: readonly (Float64Array | Uint32Array | Uint8Array)[]) =>
  columns.map(({ buffer }) => buffer as ArrayBuffer);

const buffersOfColumns = ({ value, timeMs, quality, isStale }: LatestColumns) =>
  buffersOf(value, timeMs, quality, isStale);

const buffersOfItem = ({ latest, changedRows }: FeedItem) => [
  ...(latest ? buffersOfColumns(latest) : []),
  ...(changedRows ? buffersOf(changedRows) : []),
];

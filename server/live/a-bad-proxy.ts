// A TCP proxy for tests that cuts, swallows and slows what passes through it.

import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface BadProxy {
  readonly port: number;
  /** Ends every connection. */
  cut(): void;
  /** Swallows what the server sends on the connections of now, without a word, for as long as they last. */
  swallow(): void;
  /** Lets so many bytes a second through; Infinity for all there are. */
  slow(bytesPerSecond: number): void;
  /** Connections so far. */
  readonly connections: number;
  close(): Promise<void>;
}

export async function aBadProxy(target: number): Promise<BadProxy> {
  const open = new Set<Socket>();
  const swallowed = new WeakSet<Socket>();
  let bytesPerSecond = Number.POSITIVE_INFINITY;
  let connections = 0;

  const server = createServer((client) => {
    connections += 1;
    const upstream = connect(target, '127.0.0.1');
    open.add(client);
    client.pipe(upstream);
    client.on('close', () => {
      open.delete(client);
      upstream.destroy();
    });
    upstream.on('close', () => client.destroy());
    for (const socket of [client, upstream]) socket.on('error', () => {});
    void forward(upstream, client);
  });

  async function forward(upstream: Socket, client: Socket): Promise<void> {
    try {
      for await (const data of upstream) {
        if (swallowed.has(client)) continue;
        client.write(data);
        if (Number.isFinite(bytesPerSecond)) await sleep((data.length / bytesPerSecond) * 1000);
      }
    } catch {
      // Whoever ended it has what it wanted.
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const cut = () => {
    for (const client of open) client.destroy();
  };
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut,
    swallow: () => {
      for (const client of open) swallowed.add(client);
    },
    slow: (rate) => {
      bytesPerSecond = rate;
    },
    get connections() {
      return connections;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}

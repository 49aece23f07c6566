import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromServer, ToServer } from './bench-server.ts';

export interface BenchServer {
  readonly url: string;
  feed(readingsPerSecond: number): void;
  /** Resident memory of the server's process, MB. */
  close(): Promise<void>;
}

/** Starts `bench-server.ts` beside the bench. */
export async function startBenchServer(
  dataFolder: string,
  appFolder: string,
): Promise<BenchServer> {
  const child = fork(
    fileURLToPath(new URL('bench-server.ts', import.meta.url)),
    [dataFolder, appFolder],
    { execArgv: ['--import', 'tsx'] },
  );
  const [first] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The bench's server ended with code ${code}.`);
    }),
  ]);
  const { url }: FromServer = first;
  return {
    url,
    feed: (readingsPerSecond) => {
      child.send({ readingsPerSecond } satisfies ToServer);
    },
    close: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

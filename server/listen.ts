import { once } from 'node:events';
import { createServer } from 'node:net';
import { createApp } from './app.ts';
import { createOperations } from './operations/operations.ts';
import { type Settings, toOperationsOptions } from './settings.ts';

export interface RunningServer {
  /** Where a person reaches it, without a closing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the server; throws one sentence where the port can't be had. */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const { host, port } = settings;
  const operations = createOperations(toOperationsOptions(settings, console.error));
  const app = await createApp({ ...settings, operations });
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw new Error(explainListenError(error, settings), { cause: error });
  }
  operations.start();
  const address = app.server.address();
  const listening = typeof address === 'object' && address ? address.port : port;
  return { url: `http://${toBrowserHost(host)}:${listening}`, close: () => app.close() };
}

/** Throws one sentence where the port can't be had; for who has long work to do before it listens. */
export async function checkPort(settings: Settings): Promise<void> {
  const probe = createServer();
  probe.listen({ host: settings.host, port: settings.port });
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw new Error(explainListenError(error, settings), { cause: error });
  }
  probe.close();
  await once(probe, 'close');
}

function explainListenError(error: unknown, { host, port }: Settings): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program; choose another one, e.g. PORT=${port + 1} npm start.`;
    case 'EACCES':
      return `Port ${port} needs more rights than this user has; choose one above 1023, e.g. PORT=8080 npm start.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is “${host}”, which is no address of this machine; leave it out for this machine alone, or set 0.0.0.0 for all its networks.`;
    default:
      return `The server can't listen on ${host}:${port}: ${error instanceof Error ? error.message : error}`;
  }
}

function toBrowserHost(host: string): string {
  if (['localhost', '127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

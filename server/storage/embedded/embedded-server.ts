// PostgreSQL as part of Panopolis: its programs come with npm, its data lies in a folder, and it runs as
// long as some process of Panopolis uses that folder. See docs/decisions/0012-embedded-postgresql.md.

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, lstatSync } from 'node:fs';
import {
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, canReach, findAccount } from './account.ts';
import { findBinaries, prepareBinaries } from './binaries.ts';
import { type Cluster, initialise, SUPERUSER, startPostmaster, stopPostmaster } from './cluster.ts';
import { holdLock } from './folder-lock.ts';
import { findPostmaster } from './postmaster.ts';
import { isRunning } from './processes.ts';

/** How to connect, in the words of node-postgres. */
export interface Connection {
  /** An address, or the folder of the socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
}

export interface EmbeddedServer {
  readonly connection: Connection;
  /** Stops the server unless another process uses it. */
  stop(): Promise<void>;
}

/** Longest path of a socket: macOS takes 103 bytes, Linux 107. */
const LONGEST_SOCKET_BYTES = 100;
const SOCKET_PORT = 5432;
const WATCH_MS = 1000;
let uses = 0;

/**
 * Starts PostgreSQL on the data in `folder`, which is made where it is missing, or takes the server that
 * runs there already. A server that dies while in use is started again. Throws one sentence, or the reason
 * of `signal`, which leaves nothing running.
 */
export async function startEmbedded(
  folder: string,
  report: (sentence: string) => void = console.error,
  signal?: AbortSignal,
): Promise<EmbeddedServer> {
  const cluster = await prepareCluster(folder, report);
  const lock = join(cluster.folder, 'lock');
  uses += 1;
  const use = join(cluster.folder, 'users', `${process.pid}-${uses}`);
  const listeningPort = cluster.socketFolder ? SOCKET_PORT : await findFreePort();
  let isStopped = false;
  const start = () =>
    holdLock(lock, async () => {
      if (isStopped) throw new Error('The database was stopped while it started.');
      await mkdir(dirname(use), { recursive: true });
      await writeFile(use, '');
      signal?.throwIfAborted();
      await initialise(cluster, signal);
      return startPostmaster(cluster, listeningPort, signal);
    });
  const leave = () =>
    holdLock(lock, async () => {
      await rm(use, { force: true });
      if (!(await isUsed(cluster.folder))) await stopPostmaster(cluster);
    });
  const { port, socketFolder } = await start().catch(async (error: unknown) => {
    await leave();
    throw error;
  });

  let isLooking = false;
  const watch = setInterval(async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      if (await findPostmaster(cluster.dataFolder)) return;
      if (isStopped) return;
      report('PostgreSQL ended unexpectedly; it is started again.');
      await start();
    } catch (error) {
      if (!isStopped) report(error instanceof Error ? error.message : String(error));
    } finally {
      isLooking = false;
    }
  }, WATCH_MS);
  watch.unref();

  return {
    connection: {
      host: cluster.socketFolder ? socketFolder : '127.0.0.1',
      port,
      user: SUPERUSER,
      ...(cluster.password && { password: cluster.password }),
    },
    stop: () => {
      isStopped = true;
      clearInterval(watch);
      return leave();
    },
  };
}

/** Makes the folders, chooses who runs the programs and how they are reached. */
async function prepareCluster(
  wanted: string,
  report: (sentence: string) => void,
): Promise<Cluster> {
  const found = findBinaries();
  const account = findAccount(wanted);
  const folder = await makeFolder(wanted, account, report);
  const hasSocket = process.platform !== 'win32';
  return {
    binaries: await prepareBinaries(found, join(folder, 'programs'), account),
    account,
    folder,
    dataFolder: join(folder, 'data'),
    socketFolder: hasSocket ? await makeSocketFolder(folder, account) : undefined,
    password: hasSocket ? undefined : await keepPassword(join(folder, 'password')),
    logFile: join(folder, 'postgresql.log'),
  };
}

async function makeFolder(
  wanted: string,
  account: Account | undefined,
  report: (sentence: string) => void,
): Promise<string> {
  if (!account || canReach(account, wanted)) {
    await mkdir(wanted, { recursive: true });
    return realpath(wanted);
  }
  // PostgreSQL does not run as root, and nobody else gets into what lies below a folder of root's own.
  const folder = join('/var/lib/panopolis', shorten(wanted));
  await mkdir(folder, { recursive: true });
  report(`The user ${account.name} can't enter ${wanted}, so the database lies in ${folder}.`);
  return folder;
}

/** A folder that nobody else may enter, with a path short enough for a socket. */
async function makeSocketFolder(folder: string, account: Account | undefined): Promise<string> {
  const near = join(folder, 'socket');
  const isShort =
    Buffer.byteLength(join(near, `.s.PGSQL.${SOCKET_PORT}.lock`)) <= LONGEST_SOCKET_BYTES;
  const path = isShort ? near : join(tmpdir(), `panopolis-${shorten(folder)}`);
  const owner = account?.uid ?? process.getuid?.();
  if (!existsSync(path)) {
    // Owned by the right one from the moment it is there: others may start at the same time.
    const draft = await mkdtemp(`${path}-`);
    if (account) await chown(draft, account.uid, account.gid);
    await rename(draft, path).catch(() => rm(draft, { recursive: true }));
  }
  const found = lstatSync(path);
  if (found.isDirectory() && found.uid === owner && (found.mode & 0o77) === 0) return path;
  throw new Error(
    `${path} is to hold the database's socket and is open to others; remove it and start again.`,
  );
}

/** The password in the file, made up at the first start. */
async function keepPassword(path: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await writeFile(path, password, { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return readFile(path, 'utf8');
}

/** Whether a living process has said that it uses the database. */
async function isUsed(folder: string): Promise<boolean> {
  let isUsed = false;
  // Called off before it began, a start leaves no such folder.
  for (const name of await readdir(join(folder, 'users')).catch(() => [])) {
    const pid = Number(name.split('-')[0]);
    if (isRunning(pid)) isUsed = true;
    else await rm(join(folder, 'users', name), { force: true });
  }
  return isUsed;
}

const shorten = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 12);

function findFreePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

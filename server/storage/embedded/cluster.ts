// One cluster of PostgreSQL on disk, and its server process.

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { findPostmaster, type Postmaster, removeStaleLocks } from './postmaster.ts';
import { isRunning } from './processes.ts';

export interface Cluster {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** Absolute folders; `folder` holds `data` and the log. */
  readonly folder: string;
  readonly dataFolder: string;
  /** Where the socket lies; undefined where the system has none: then a port of this machine. */
  readonly socketFolder: string | undefined;
  /** Asked for where the server listens on a port. */
  readonly password: string | undefined;
  readonly logFile: string;
}

export const SUPERUSER = 'panopolis';
const START_PATIENCE_MS = 60_000;
/** A server that ends at once is tried again until so long before the end of patience. */
const RETRY_MS = 50_000;
const STOP_PATIENCE_MS = 30_000;
const isWindows = process.platform === 'win32';
const LARGEST_LOG_BYTES = 10_000_000;

/** Makes an empty cluster; what an interrupted first start left behind is made anew. */
export async function initialise(cluster: Cluster, signal?: AbortSignal): Promise<void> {
  const { binaries, account, folder, dataFolder, password } = cluster;
  if (existsSync(join(dataFolder, 'PG_VERSION'))) return checkVersion(cluster);
  const half = join(folder, 'data.new');
  const passwordFile = join(folder, 'password.new');
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  if (account) await chown(half, account.uid, account.gid);
  if (password) await writeFile(passwordFile, password, { mode: 0o600 });
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = password
    ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    : ['--auth-local=trust', '--auth-host=reject'];
  const parameters = ['-D', half, '-U', SUPERUSER, '-E', 'UTF8', ...locale, ...access];
  const child = run(cluster, 'initdb', [...parameters, '--no-instructions']);
  const interrupt = () => killGroup(child);
  signal?.addEventListener('abort', interrupt);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => signal?.removeEventListener('abort', interrupt));
  await rm(passwordFile, { force: true });
  signal?.throwIfAborted();
  if (exitCode !== 0) {
    throw new Error(`initdb of PostgreSQL ${binaries.version} failed: ${readLogEnd(cluster)}`);
  }
  await rename(half, dataFolder);
}

function checkVersion({ binaries, dataFolder }: Cluster): void {
  const made = readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8').trim();
  const own = binaries.version.split('.')[0];
  if (made === own) return;
  throw new Error(
    `The database in ${dataFolder} was made by PostgreSQL ${made} and this is ${own}; move it away to begin anew, or upgrade it with pg_upgrade.`,
  );
}

/** Starts the server and waits until it takes connections; takes the one that runs already where there is one. */
export async function startPostmaster(
  cluster: Cluster,
  port: number,
  signal?: AbortSignal,
): Promise<Postmaster> {
  const deadline = Date.now() + START_PATIENCE_MS;
  let child: ChildProcess | undefined;
  while (Date.now() < deadline) {
    const postmaster = await findPostmaster(cluster.dataFolder);
    if (postmaster?.isReady) return postmaster;
    signal?.throwIfAborted();
    if (!postmaster && (child === undefined || hasEnded(child))) {
      // Orphaned backends of a killed server need a moment to notice before a new one may start.
      if (child) await sleep(250);
      await removeStaleLocks(cluster.dataFolder, cluster.socketFolder ?? cluster.folder);
      child = spawnPostmaster(cluster, port);
      child.once('error', () => undefined);
      child.unref();
    }
    await sleep(10);
    if (child && hasEnded(child) && Date.now() > deadline - RETRY_MS) break;
  }
  throw new Error(`PostgreSQL does not start: ${readLogEnd(cluster)}`);
}

/** Stops the server and waits until it is gone; connections still open are broken off. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const postmaster = await findPostmaster(cluster.dataFolder);
  if (!postmaster) return;
  // SIGINT is PostgreSQL's fast shutdown; on Windows, which has no signals, Node would kill instead.
  if (isWindows) run(cluster, 'pg_ctl', ['stop', '-D', cluster.dataFolder, '-m', 'fast']);
  else process.kill(postmaster.pid, 'SIGINT');
  const deadline = Date.now() + STOP_PATIENCE_MS;
  while (isRunning(postmaster.pid) && Date.now() < deadline) await sleep(10);
}

/** On Windows `pg_ctl` starts the server, since only it sheds the rights of an administrator. */
function spawnPostmaster(cluster: Cluster, port: number): ChildProcess {
  const { dataFolder } = cluster;
  const settings = serverSettings(cluster, port);
  if (!isWindows) return run(cluster, 'postgres', ['-D', dataFolder, ...settings]);
  return run(cluster, 'pg_ctl', ['start', '-D', dataFolder, '-W', '-o', settings.join(' ')]);
}

function serverSettings({ socketFolder }: Cluster, port: number): string[] {
  const settings: Readonly<Record<string, string | number>> = {
    unix_socket_directories: socketFolder ?? '',
    listen_addresses: socketFolder ? '' : '127.0.0.1',
    port,
    max_connections: 60,
    shared_buffers: '128MB',
    // A burst of history is then one checkpoint, not ten.
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    log_checkpoints: 'off',
    // What a statement got wrong is told to who sent it; every duplicate of a replay would stand in the log.
    log_min_messages: 'log',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Runs one of PostgreSQL's programs, its words in the log; it outlives this process. */
function run(cluster: Cluster, program: string, parameters: readonly string[]): ChildProcess {
  const { binaries, account, folder, logFile } = cluster;
  const isFull = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG_BYTES;
  const log = openSync(logFile, isFull ? 'w' : 'a', 0o600);
  try {
    return spawn(join(binaries.folder, 'bin', program), parameters, {
      cwd: folder,
      detached: true,
      stdio: ['ignore', log, log],
      // Nothing of PGDATA, PGPORT and their kin may reach it.
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
      ...(account && { uid: account.uid, gid: account.gid }),
    });
  } finally {
    closeSync(log);
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null;

/** A program and those that it started, which are a group of their own. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(isWindows ? pid : -pid, 'SIGTERM');
  } catch {
    // It ended between the look and the signal.
  }
}

function readLogEnd({ logFile }: Cluster): string {
  const text = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
  const lines = text.trim().split('\n').slice(-4).join(' ');
  return `${lines || 'it wrote nothing'} (${logFile}).`;
}

// The process that PostgreSQL names in `postmaster.pid`: whether it is alive and this folder's.

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning, isWorkedIn, readCommandLine } from './processes.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Folder of its socket; empty where it listens on an address only. */
  readonly socketFolder: string;
  readonly isReady: boolean;
}

/** What `postmaster.pid` says; undefined where there is none or it is half written. */
export async function readPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(dataFolder), 'utf8').catch(() => '');
  const [pid, , , port, socketFolder, , , status] = text.split('\n').map((line) => line.trim());
  if (!pid || Number.isNaN(Number(pid))) return undefined;
  return {
    pid: Number(pid),
    port: Number(port),
    socketFolder: socketFolder ?? '',
    isReady: status === 'ready',
  };
}

/** The living postmaster of the folder, whoever started it. */
export async function findPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  const postmaster = await readPostmaster(dataFolder);
  if (!postmaster || !isRunning(postmaster.pid)) return undefined;
  const commandLine = await readCommandLine(postmaster.pid);
  const isOurs = commandLine === undefined || commandLine.includes(`-D ${dataFolder} `);
  return isOurs ? postmaster : undefined;
}

/**
 * Takes away `postmaster.pid` and the socket's lock where they name a process that is not this folder's: a
 * zombie or one that got the same number later. PostgreSQL would take it for a running server. What names
 * no process at all stays: PostgreSQL removes it itself, after looking for shared memory still in use.
 */
export async function removeStaleLocks(dataFolder: string, socketFolder: string): Promise<void> {
  const named = await readPostmaster(dataFolder);
  if (named && !(await findPostmaster(dataFolder)) && isSignalled(named.pid)) {
    if (await isWorkedIn(dataFolder)) return;
    await rm(pidFile(dataFolder), { force: true });
  }
  const lock = join(socketFolder, '.s.PGSQL.5432.lock');
  const holder = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0]);
  if (holder > 0 && !(await findPostmaster(dataFolder)) && isSignalled(holder)) {
    await rm(lock, { force: true });
  }
}

/** PostgreSQL's own test of whether the holder of a lock is there, which zombies pass. */
function isSignalled(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const pidFile = (dataFolder: string) => join(dataFolder, 'postmaster.pid');

// One process at a time starts or stops the database of a folder. Held for a second at most, so a file
// that names its holder will do; a holder that died is found by its pid.

import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './processes.ts';

const RETRY_MS = 15;
const PATIENCE_MS = 60_000;
const held = new Set<string>();

/** Runs `work` while no other process and no other call of this one runs under the same file. */
export async function holdLock<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  await mkdir(dirname(path), { recursive: true });
  const content = `${process.pid} ${Math.random().toString(36).slice(2)}`;
  held.add(content);
  try {
    await take(path, content);
    return await work().finally(() => rm(path, { force: true }));
  } finally {
    held.delete(content);
  }
}

async function take(path: string, content: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    if (await tryCreate(path, content)) return;
    const holder = await readFile(path, 'utf8').catch(() => '');
    if (holder !== '' && isDead(holder)) await removeStale(path, holder);
    else if (Date.now() > deadline) {
      throw new Error(`${path} is held by process ${holder.split(' ')[0]} for more than a minute.`);
    } else await sleep(RETRY_MS);
  }
}

/** Creates the file with its content in one step, so that nobody reads it half written. */
async function tryCreate(path: string, content: string): Promise<boolean> {
  const own = `${path}.${content.replace(' ', '-')}`;
  const file = await open(own, 'wx');
  await file.writeFile(content).finally(() => file.close());
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** A container gives the same pid again: our own pid on a lock that we don't hold is a dead one's. */
function isDead(holder: string): boolean {
  const pid = Number(holder.split(' ')[0]);
  return pid === process.pid ? !held.has(holder) : !isRunning(pid);
}

/** Takes a dead holder's file away, and puts back what another process may have made in between. */
async function removeStale(path: string, holder: string): Promise<void> {
  const aside = `${path}.stale-${process.pid}-${Math.random().toString(36).slice(2)}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8')) !== holder) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

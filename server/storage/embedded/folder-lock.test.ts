import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdLock } from './folder-lock.ts';
import { isRunning } from './processes.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('the lock of a folder', { timeout: 60_000 }, () => {
  let folder: string;
  let lock: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'panopolis-lock-'));
    lock = join(folder, 'lock');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('lets one call at a time work, and goes when it is done or failed', async () => {
    let working = 0;
    let done = 0;
    const work = async (n: number) => {
      working += 1;
      expect(working).toBe(1);
      await sleep(2);
      working -= 1;
      done += 1;
      if (n % 2 === 0) throw new Error('failed');
      return n;
    };
    const all = Array.from({ length: 9 }, (_, n) => holdLock(lock, () => work(n)));
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    expect(done).toBe(9);
    expect(await readdir(folder)).toEqual([]);
  });

  it('lets one process at a time work', async () => {
    const script = `
      import { appendFileSync } from 'node:fs';
      import { setTimeout as sleep } from 'node:timers/promises';
      import { holdLock } from './server/storage/embedded/folder-lock.ts';
      for (let n = 0; n < 8; n += 1) await holdLock(process.argv[1], async () => {
        appendFileSync(process.argv[2], 'in ');
        await sleep(1);
        appendFileSync(process.argv[2], 'out ');
      });`;
    const log = join(folder, 'log');
    const children = [1, 2, 3].map(() =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, lock, log], {
        cwd: root,
        stdio: 'inherit',
      }),
    );
    await Promise.all(children.map((child) => once(child, 'close')));
    expect(await readFile(log, 'utf8')).toBe('in out '.repeat(24));
  });

  it('is taken from a process that died holding it, by one only', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'close');
    await writeFile(lock, `${gone.pid} abc`);
    let working = 0;
    const all = [1, 2, 3, 4].map(() =>
      holdLock(lock, async () => {
        working += 1;
        expect(working).toBe(1);
        await sleep(2);
        working -= 1;
      }),
    );
    await Promise.all(all);
    expect(existsSync(lock)).toBe(false);
  });

  it('is taken from an earlier process with our own number, as containers give them', async () => {
    await writeFile(lock, `${process.pid} of-another-life`);
    expect(await holdLock(lock, async () => 'done')).toBe('done');
  });
});

describe('a process', () => {
  it.each([0, -1, Number.NaN, 1.5, 2 ** 30])('with the number %d does not run', (pid) =>
    expect(isRunning(pid)).toBe(false),
  );

  it('runs while it does', () => expect(isRunning(process.pid)).toBe(true));

  it.runIf(process.platform === 'linux')('that nobody has buried does not run', async () => {
    // The shell starts a child that ends, and then becomes a program that never asks after it.
    const parent: ChildProcess = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 30']);
    const [text] = await once(parent.stdout!, 'data');
    const pid = Number(String(text));
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => isRunning(pid), { timeout: 5000 }).toBe(false);
    parent.kill();
    await once(parent, 'close');
  });
});

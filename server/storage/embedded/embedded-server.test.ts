import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { openDatabase } from '../open-database.ts';
import { findPostmaster, readPostmaster } from './postmaster.ts';
import { isRunning } from './processes.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

// The processes of a machine with much else to do are slow to start.
describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  let place: string;
  let folder: string;
  const reports: string[] = [];
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'panopolis-embedded-'));
    await chmod(place, 0o755);
    folder = join(place, 'database');
    reports.length = 0;
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    // Takes over what a test that failed has left running.
    if (existsSync(join(folder, 'data'))) await open().then((database) => database.close());
    expect(await findPostmaster(join(folder, 'data'))).toBeUndefined();
    await rm(place, { recursive: true });
  }, 60_000);

  const open = () => openDatabase({ databaseFolder: folder }, (sentence) => reports.push(sentence));
  const pidNow = async () => (await findPostmaster(join(folder, 'data')))?.pid;
  const countRows = async (database: Database) =>
    (await database.query<{ count: number }>('select count(*)::int as count from act'))[0]?.count;

  /** A process of its own that opens the database and writes rows, telling the number of each once it is stored. */
  async function aWriter(): Promise<{ child: ChildProcess; acknowledged: () => number }> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', writer, folder],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    children.push(child);
    let last = 0;
    const lines = createInterface({ input: child.stdout! });
    lines.on('line', (line) => {
      last = Number(line);
    });
    await once(lines, 'line');
    return { child, acknowledged: () => last };
  }

  it('keeps what it was given from one start to the next and leaves no process behind', async () => {
    const first = await open();
    await first.query('create table act as select 1 as n');
    const pid = await pidNow();
    await first.close();
    expect(pid && isRunning(pid)).toBe(false);
    const second = await open();
    expect(await countRows(second)).toBe(1);
    await second.close();
    expect(reports).toEqual([]);
  });

  it('loses nothing acknowledged when Node is killed, and takes the orphan over', async () => {
    const { child, acknowledged } = await aWriter();
    while (acknowledged() < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await once(child, 'close');
    const orphan = await pidNow();
    expect(orphan).toBeDefined();
    const database = await open();
    expect(await pidNow()).toBe(orphan);
    expect(await countRows(database)).toBeGreaterThanOrEqual(acknowledged());
    await database.close();
    expect(isRunning(orphan!)).toBe(false);
  });

  it('loses nothing acknowledged when PostgreSQL is killed with Node', async () => {
    const { child, acknowledged } = await aWriter();
    const postmaster = await pidNow();
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    process.kill(postmaster!, 'SIGKILL');
    await closed;
    const database = await open();
    expect(await countRows(database)).toBeGreaterThanOrEqual(acknowledged());
    await database.close();
  });

  it('starts again under whoever uses it when it is killed', async () => {
    const database = await open();
    await database.query('create table act as select 1 as n');
    const first = await pidNow();
    process.kill(first!, 'SIGKILL');
    // A connection may outlive the server that it came from for a moment: only then is it known to be another one.
    await expect
      .poll(() => reports.join(), { timeout: 20_000 })
      .toContain('PostgreSQL ended unexpectedly; it is started again.');
    await expect.poll(() => countRows(database).catch(() => 0), { timeout: 20_000 }).toBe(1);
    expect(await pidNow()).not.toBe(first);
    await database.close();
  });

  it('stops only when the last of its users leaves', async () => {
    const [first, second] = [await open(), await open()];
    await first.close();
    expect(await second.query('select 1 as one')).toEqual([{ one: 1 }]);
    await second.close();
    expect(await pidNow()).toBeUndefined();
  });

  it('is made once when several start it at the same time', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(open));
    await all[0]!.query('create table act as select 1 as n');
    expect(await Promise.all(all.map(countRows))).toEqual([1, 1, 1, 1]);
    for (const one of all) await one.close();
  });

  it('does not take another living process for its server', async () => {
    await (await open()).close();
    const pidFile = join(folder, 'data', 'postmaster.pid');
    await writeFile(pidFile, `${process.pid}\n${folder}/data\n0\n5432\n${folder}/socket\n`);
    await writeFile(join(folder, 'socket', '.s.PGSQL.5432.lock'), `${process.pid}\n`);
    const database = await open();
    expect((await readPostmaster(join(folder, 'data')))?.pid).not.toBe(process.pid);
    await database.close();
  });

  it('starts over a pid file of a process that is gone', async () => {
    await (await open()).close();
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'close');
    const text = `${gone.pid}\n${folder}/data\n0\n5432\n${folder}/socket\n`;
    await writeFile(join(folder, 'data', 'postmaster.pid'), text);
    await (await open()).close();
  });

  it('begins anew after a first start that was cut off', async () => {
    await mkdir(join(folder, 'data.new'), { recursive: true });
    await writeFile(join(folder, 'data.new', 'PG_VERSION'), '18');
    await (await open()).close();
    expect(existsSync(join(folder, 'data.new'))).toBe(false);
  });

  it.each([0, 60, 300])(
    'leaves nothing running when it is called off after %i ms',
    async (delayMs) => {
      const stopping = new AbortController();
      const opening = openDatabase({ databaseFolder: folder }, undefined, stopping.signal);
      setTimeout(() => stopping.abort(new Error('called off')), delayMs);
      const outcome = await opening.then((database) => database.close(), String);
      if (outcome !== undefined) expect(outcome).toBe('Error: called off');
      expect(await pidNow()).toBeUndefined();
    },
  );

  it('says what to do with data of another PostgreSQL', async () => {
    await (await open()).close();
    const file = join(folder, 'data', 'PG_VERSION');
    const version = await readFile(file, 'utf8');
    await writeFile(file, '12\n');
    await expect(open()).rejects.toThrow(/was made by PostgreSQL 12 and this is \d+; move it away/);
    await writeFile(file, version);
  });

  it('works in a folder whose path is too long for a socket', async () => {
    folder = join(place, 'a'.repeat(60), 'b'.repeat(60));
    const database = await open();
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
  });

  it.runIf(process.getuid?.() === 0)('goes where its user can enter', async () => {
    await chmod(place, 0o700);
    const database = await open();
    const [row] = await database.query('show data_directory');
    await database.close();
    await chmod(place, 0o755);
    expect(reports).toEqual([expect.stringMatching(/^The user \w+ can't enter .* lies in \//)]);
    const elsewhere = reports[0]!.match(/lies in (\S+)\.$/)?.[1] ?? '';
    expect(row).toEqual({ data_directory: join(elsewhere, 'data') });
    await rm(elsewhere, { recursive: true });
  });

  it('says what failed where the folder cannot be made', async () => {
    const file = join(place, 'file');
    await writeFile(file, '');
    await expect(openDatabase({ databaseFolder: join(file, 'database') })).rejects.toThrow(
      'ENOTDIR',
    );
  });
});

const writer = `
  import { openDatabase } from './server/storage/open-database.ts';
  const database = await openDatabase({ databaseFolder: process.argv[1] });
  await database.query('create table act (n integer)');
  for (let n = 1; ; n += 1) {
    await database.query('insert into act values ($1)', [n]);
    console.log(n);
  }
`;

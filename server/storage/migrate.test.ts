import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { aTestDatabase } from './test-database.ts';

describe('migrations', () => {
  let database: Database;
  let folder: string;
  beforeAll(async () => {
    database = await aTestDatabase({ isMigrated: false });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'panopolis-migrations-'));
    await database.query('drop schema public cascade');
    await database.query('create schema public');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (name: string, sql: string) => writeFile(join(folder, name), sql);
  const applied = async () =>
    (await database.query<{ name: string }>('select name from migration order by number')).map(
      ({ name }) => name,
    );

  it('runs each file once, in order, and later ones when they come', async () => {
    await write('0002-fill.sql', 'insert into thing values (1)');
    await write('0001-make.sql', 'create table thing (id integer); create index on thing (id);');
    await write('notes.txt', 'no SQL at all');
    await migrate(database, folder);
    await migrate(database, folder);
    await write('0003-more.sql', 'insert into thing values (2)');
    await migrate(database, folder);
    expect(await database.query('select id from thing order by id')).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
    expect(await applied()).toEqual(['0001-make.sql', '0002-fill.sql', '0003-more.sql']);
  });

  it('leaves nothing of a file that fails, keeps those before it and says which', async () => {
    await write('0001-make.sql', 'create table kept (id integer)');
    await write(
      '0002-broken.sql',
      'create table half (id integer); insert into nowhere values (1)',
    );
    await expect(migrate(database, folder)).rejects.toThrow(
      'Migration 0002-broken.sql failed and changed nothing: relation "nowhere" does not exist.',
    );
    expect(await applied()).toEqual(['0001-make.sql']);
    const [row] = await database.query(
      `select to_regclass('kept') as kept, to_regclass('half') as half`,
    );
    expect(row).toEqual({ kept: 'kept', half: null });
    await write('0002-broken.sql', 'create table half (id integer)');
    await migrate(database, folder);
    expect(await applied()).toHaveLength(2);
  });

  it('refuses a database that a newer version made', async () => {
    await write('0001-make.sql', 'create table thing (id integer)');
    await migrate(database, folder);
    await database.query(`insert into migration (number, name) values (7, '0007-newer.sql')`);
    await expect(migrate(database, folder)).rejects.toThrow(
      'The database is at step 7 and this version of Panopolis knows 1;',
    );
  });

  it('refuses two files of one number', async () => {
    await write('0001-a.sql', 'select 1');
    await write('0001-b.sql', 'select 1');
    await expect(migrate(database, folder)).rejects.toThrow('Two migrations have the number 1');
  });

  it('runs each file once when several servers start at the same time', async () => {
    await write('0001-make.sql', 'create table thing (id integer); insert into thing values (1);');
    await Promise.all([1, 2, 3, 4].map(() => migrate(database, folder)));
    expect(await database.query('select id from thing')).toEqual([{ id: 1 }]);
  });

  it('makes the tables of Panopolis', async () => {
    await migrate(database);
    expect(await database.query('select count(*)::int as count from observation')).toEqual([
      { count: 0 },
    ]);
  });
});

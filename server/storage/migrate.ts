import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';

const ownFolder = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number that no other program takes; two servers that start at once wait for each other here. */
const LOCK = 6_021_984;

interface Migration {
  readonly number: number;
  readonly file: string;
}

/**
 * Brings the tables to what this version expects: each `NNNN-name.sql` once, in order, all of a file or
 * nothing. Throws one sentence where a file fails or the database is newer than the files.
 */
export async function migrate(database: Database, folder = ownFolder): Promise<void> {
  const migrations = await listMigrations(folder);
  const newest = migrations.at(-1)?.number ?? 0;
  const applied = await database.transact(async ({ query }) => {
    await query(`select pg_advisory_xact_lock(${LOCK})`);
    await query(`create table if not exists migration (
      number integer primary key, name text not null, applied_at timestamptz not null default now())`);
    return (await query<{ number: number }>('select number from migration')).map(
      (row) => row.number,
    );
  });
  const reached = Math.max(0, ...applied);
  if (reached > newest) {
    throw new Error(
      `The database is at step ${reached} and this version of Panopolis knows ${newest}; start the version that made it, or a newer one.`,
    );
  }
  for (const migration of migrations) {
    if (!applied.includes(migration.number)) await apply(database, folder, migration);
  }
}

async function apply(database: Database, folder: string, { number, file }: Migration) {
  const sql = await readFile(join(folder, file), 'utf8');
  try {
    await database.transact(async ({ query }) => {
      await query(`select pg_advisory_xact_lock(${LOCK})`);
      const done = await query('select from migration where number = $1', [number]);
      if (done.length > 0) return;
      await query(sql);
      await query('insert into migration (number, name) values ($1, $2)', [number, file]);
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Migration ${file} failed and changed nothing: ${reason}.`, { cause });
  }
}

async function listMigrations(folder: string): Promise<Migration[]> {
  const migrations = (await readdir(folder))
    .filter((file) => /^\d{4}-[\w-]+\.sql$/.test(file))
    .sort()
    .map((file) => ({ number: Number(file.slice(0, 4)), file }));
  const twice = migrations.find((one, index) => migrations[index - 1]?.number === one.number);
  if (twice)
    throw new Error(`Two migrations have the number ${twice.number}; give ${twice.file} its own.`);
  return migrations;
}

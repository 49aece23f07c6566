import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';
import { startEmbedded } from './embedded/embedded-server.ts';
import { isRunning } from './embedded/processes.ts';
import { migrate } from './migrate.ts';
import { createPool } from './pool.ts';

const folder = fileURLToPath(new URL('../../.cache/test-database', import.meta.url));

/**
 * An empty database with all tables for one test file; `close` takes it away. All test processes share one
 * server, which the last of them stops.
 */
export async function aTestDatabase(
  options: { readonly isMigrated?: boolean } = {},
): Promise<Database> {
  const server = await startEmbedded(folder, () => undefined);
  const maintenance = createPool({ ...server.connection, database: 'postgres', max: 1 });
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const database = createPool({ ...server.connection, database: name });
  const close = async () => {
    await database.close();
    await maintenance.query(`drop database if exists ${name} with (force)`);
    await maintenance.close();
    await server.stop();
  };
  try {
    await dropLeftovers(maintenance);
    await maintenance.query(`create database ${name}`);
    // What a crash would lose is a test's.
    await maintenance.query(`alter database ${name} set synchronous_commit = off`);
    if (options.isMigrated !== false) await migrate(database);
    return { ...database, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Databases of test processes that were killed. */
async function dropLeftovers(maintenance: Database): Promise<void> {
  const found = await maintenance.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^test_[0-9]+_'`,
  );
  for (const { name } of found) {
    const pid = Number(name.split('_')[1]);
    if (!isRunning(pid)) await maintenance.query(`drop database if exists ${name} with (force)`);
  }
}

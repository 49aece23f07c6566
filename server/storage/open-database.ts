import { setTimeout as sleep } from 'node:timers/promises';
import { isConnectionLoss } from './connection-loss.ts';
import type { Database } from './database.ts';
import { startEmbedded } from './embedded/embedded-server.ts';
import { createPool, type PoolOptions } from './pool.ts';

export interface DatabaseSettings {
  /** PostgreSQL that somebody else runs, e.g. `postgres://user:password@host/name`; else the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Absolute folder of the embedded one. */
  readonly databaseFolder: string;
}

const NAME = 'panopolis';
const PATIENCE_MS = 30_000;
const OLDEST_VERSION = 150_000;

/**
 * Opens the database, not yet migrated; throws one sentence where it can't be had, or the reason of `signal`
 * where that is quicker.
 */
export async function openDatabase(
  { databaseUrl, databaseFolder }: DatabaseSettings,
  report: (sentence: string) => void = console.error,
  signal?: AbortSignal,
): Promise<Database> {
  if (!databaseUrl) return openEmbedded(databaseFolder, report, signal);
  const database = createPool({ connectionString: databaseUrl, report });
  try {
    await checkVersion(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openEmbedded(
  folder: string,
  report: (sentence: string) => void,
  signal?: AbortSignal,
): Promise<Database> {
  const server = await startEmbedded(folder, report, signal);
  try {
    await createOnceUp({ ...server.connection, database: 'postgres' });
    const database = createPool({ ...server.connection, database: NAME, report });
    return {
      ...database,
      close: async () => {
        await database.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A server that was found running may be about to end; then it is started again a moment later. */
async function createOnceUp(connection: PoolOptions): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await createDatabase(connection, NAME);
    } catch (error) {
      if (!isConnectionLoss(error) || Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

/** Makes a database on the server unless it is there. */
async function createDatabase(connection: PoolOptions, name: string): Promise<void> {
  const maintenance = createPool({ ...connection, max: 1 });
  try {
    const found = await maintenance.query('select from pg_database where datname = $1', [name]);
    if (found.length > 0) return;
    await maintenance.query(`create database ${name}`);
  } catch (error) {
    // Another process made it between the look and the deed; at the same instant an index says so.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['42P04', '23505'].includes(code)) throw error;
  } finally {
    await maintenance.close();
  }
}

async function checkVersion(database: Database): Promise<void> {
  const [row] = await database
    .query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
    .catch((cause: unknown) => {
      throw new Error(`The database of DATABASE_URL can't be reached: ${reasonOf(cause)}.`, {
        cause,
      });
    });
  if (row && row.version >= OLDEST_VERSION) return;
  throw new Error(
    `The database of DATABASE_URL is PostgreSQL ${Math.floor((row?.version ?? 0) / 10_000)}; Panopolis needs 15 or newer.`,
  );
}

/** Both addresses of a name can refuse; Node then gives an error without a message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}

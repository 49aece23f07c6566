import type { Database } from './database.ts';
import { startEmbedded } from './embedded/embedded-server.ts';
import { createPool } from './pool.ts';

export interface DatabaseSettings {
  /** PostgreSQL that somebody else runs, e.g. `postgres://user:password@host/name`; else the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Absolute folder of the embedded one. */
  readonly databaseFolder: string;
}

const NAME = 'panopolis';
const OLDEST_VERSION = 150_000;

/** Opens the database, not yet migrated; throws one sentence where it can't be had. */
export async function openDatabase(
  { databaseUrl, databaseFolder }: DatabaseSettings,
  report: (sentence: string) => void = console.error,
): Promise<Database> {
  if (!databaseUrl) return openEmbedded(databaseFolder, report);
  const database = createPool({ connectionString: databaseUrl, report });
  try {
    await checkVersion(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openEmbedded(folder: string, report: (sentence: string) => void): Promise<Database> {
  const server = await startEmbedded(folder, report);
  try {
    await createDatabase({ ...server.connection, database: 'postgres' }, NAME);
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

/** Makes a database on the server unless it is there. */
async function createDatabase(
  connection: Parameters<typeof createPool>[0],
  name: string,
): Promise<void> {
  const maintenance = createPool({ ...connection, max: 1 });
  try {
    const found = await maintenance.query('select from pg_database where datname = $1', [name]);
    if (found.length > 0) return;
    await maintenance.query(`create database ${name}`);
  } catch (error) {
    // Another process made it between the look and the deed.
    if (!(error instanceof Error && 'code' in error && error.code === '42P04')) throw error;
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

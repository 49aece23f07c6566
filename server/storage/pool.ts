import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database, Queries } from './database.ts';

export interface PoolOptions extends pg.PoolConfig {
  /** Told once in a while about connections that broke while nobody used them. */
  readonly report?: (sentence: string) => void;
}

/** A database behind a pool of connections; it connects again by itself at the next query. */
export function createPool({ report, ...config }: PoolOptions): Database {
  const pool = new pg.Pool({
    max: 12,
    connectionTimeoutMillis: 10_000,
    application_name: 'panopolis',
    ...config,
  });
  let isClosing = false;
  // An idle connection that breaks would end the process if nobody listened.
  pool.on('error', (error) => {
    if (!isClosing) report?.(`A connection to the database broke: ${error.message}.`);
  });
  return {
    query: async <Row extends object>(sql: string, parameters?: readonly unknown[]) =>
      (await pool.query<Row>(sql, parameters && [...parameters])).rows,
    copyIn: (sql, rows) => withClient(pool, (client) => queriesOf(client).copyIn(sql, rows)),
    transact: (work) =>
      withClient(pool, async (client) => {
        await client.query('begin');
        const value = await work(queriesOf(client));
        await client.query('commit');
        return value;
      }),
    close: () => {
      isClosing = true;
      return pool.end();
    },
  };
}

const queriesOf = (client: pg.PoolClient): Queries => ({
  query: async <Row extends object>(sql: string, parameters?: readonly unknown[]) =>
    (await client.query<Row>(sql, parameters && [...parameters])).rows,
  copyIn: async (sql, rows) => {
    const copy = client.query(copyFrom(sql));
    await pipeline(rows, copy);
    return copy.rowCount;
  },
});

async function withClient<Value>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  // Between two queries of a transaction nobody else listens for a broken connection.
  const ignore = () => undefined;
  client.on('error', ignore);
  let isBroken = false;
  try {
    return await work(client);
  } catch (error) {
    await client.query('rollback').catch(() => {
      isBroken = true;
    });
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(isBroken);
  }
}

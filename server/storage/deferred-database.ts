import type { Database } from './database.ts';

/** What was asked needs the database, and it is not there; the message says why in one sentence. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
  readonly statusCode = 503;
}

/** A database that those who use it may hold before it is there; until then each call is refused. */
export interface DeferredDatabase extends Database {
  /** From now on calls go there. */
  open(database: Database): void;
  /** Why calls are refused. */
  refuse(reason: string): void;
}

export function createDeferredDatabase(reason: string): DeferredDatabase {
  let current: Database | undefined;
  let refusal = reason;
  const use = async <Value>(work: (database: Database) => Promise<Value>): Promise<Value> => {
    if (!current) throw new UnavailableError(refusal);
    return work(current);
  };
  return {
    query: (sql, parameters) => use((database) => database.query(sql, parameters)),
    copyIn: (sql, rows) => use((database) => database.copyIn(sql, rows)),
    transact: (work) => use((database) => database.transact(work)),
    close: async () => {
      const closing = current;
      current = undefined;
      refusal = 'The server is stopping.';
      await closing?.close();
    },
    open: (database) => {
      current = database;
    },
    refuse: (sentence) => {
      refusal = sentence;
    },
  };
}

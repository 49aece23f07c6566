// The one door to PostgreSQL: `DATABASE_URL` or the embedded one behind the same SQL.

import type { Readable } from 'node:stream';

export interface Queries {
  /** Runs one statement; throws the driver's error. */
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Streams rows into `copy … from stdin`; returns how many arrived. */
  copyIn(sql: string, rows: Readable): Promise<number>;
}

export interface Database extends Queries {
  /** All of `work` or none of it. */
  transact<Value>(work: (queries: Queries) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

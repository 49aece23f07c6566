// Queries that no index may answer get a time limit of their own.

import type { Database, Queries } from '../../storage/database.ts';
import type { QueryOptions } from './language/syntax.ts';
import { QueryError } from './query-error.ts';

const LONGEST_MS = 10_000;
/** Rows that are stepped over without a limit. */
const CHEAP_SKIP = 1000;

/** Throws `QueryError` for what PostgreSQL can't compute with the values given, and what takes too long. */
export function guarded<Value>(
  database: Database,
  options: QueryOptions,
  work: (queries: Queries) => Promise<Value>,
): Promise<Value> {
  return isCostly(options) ? withTimeLimit(database, work) : told(work(database));
}

/** Throws `QueryError` for what takes longer than ten seconds. */
export function withTimeLimit<Value>(
  database: Database,
  work: (queries: Queries) => Promise<Value>,
): Promise<Value> {
  const limited = database.transact(async (queries) => {
    await queries.query(`set local statement_timeout = ${LONGEST_MS}`);
    return work(queries);
  });
  return told(limited);
}

async function told<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    throw toQueryError(error) ?? error;
  }
}

const isCostly = ({ filter, orderBy, count, skip = 0, expand = [] }: QueryOptions): boolean =>
  filter !== undefined ||
  orderBy !== undefined ||
  count === true ||
  skip > CHEAP_SKIP ||
  expand.some((one) => isCostly(one.options));

function toQueryError(error: unknown): QueryError | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') {
    return undefined;
  }
  if (error.code === '57014') {
    return new QueryError(
      `This takes longer than ${LONGEST_MS / 1000} s; ask for less, by a time, an id or a shorter page.`,
    );
  }
  // Class 22, data exceptions: numbers out of range, times that no calendar has.
  return error.code.startsWith('22')
    ? new QueryError(`The query can't be computed: ${error.message}.`)
    : undefined;
}

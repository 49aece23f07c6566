// What a model made can be thrown away: a city of 3,000 simulated datastreams writes 2 GB a day. After two
// days, of each five minutes the first, the least, the greatest and the first missing reading are enough for
// charts and replay. What was measured stays as it is.

import { SIMULATED } from '#contract/live-frame.ts';
import type { Database, Queries } from './database.ts';
import { type Day, listDays, startOfDay } from './observation-days.ts';

const DAY_MS = 86_400_000;
const FULL_DAYS = 2;
/** Sorted in memory, and a stop waits for no more than this. */
const DATASTREAMS_AT_ONCE = 50;

/** Thins the days before the last two, and not those that were; returns how many. Throws the reason of `signal`. */
export async function thinDays(
  database: Database,
  nowMs: number,
  signal?: AbortSignal,
): Promise<number> {
  const before = startOfDay(nowMs) - FULL_DAYS * DAY_MS;
  const rows = await database.query<{ day: string }>('select day::text as day from thinned_day');
  const thinned = new Set(rows.map(({ day }) => day));
  const due = (await listDays(database)).filter(
    ({ startMs }) => startMs < before && !thinned.has(toDate(startMs)),
  );
  for (const day of due) await database.transact((queries) => thinDay(queries, day, signal));
  return due.length;
}

async function thinDay(
  { query }: Queries,
  { table, startMs }: Day,
  signal: AbortSignal | undefined,
): Promise<void> {
  // Who reads goes on; who writes to so old a day waits, and writes to what takes its place. Where the two
  // lock each other out, PostgreSQL breaks one off, and each of them tries again.
  await query(`lock table ${table} in share row exclusive mode`);
  const thin = `${table}_thin`;
  await query(`create table ${thin} (like observation including all)`);
  const [range] = await query<{ first: number | null; last: number | null }>(
    `select min(datastream_id) as first, max(datastream_id) as last from ${table}`,
  );
  const last = range?.last ?? -1;
  for (let id = range?.first ?? 0; id <= last; id += DATASTREAMS_AT_ONCE) {
    signal?.throwIfAborted();
    await query(copyFew(table, thin), [id, id + DATASTREAMS_AT_ONCE]);
  }
  await query(`alter table observation detach partition ${table}`);
  await query(`drop table ${table}`);
  await query(`alter table ${thin} rename to ${table}`);
  const [from, to] = [startMs, startMs + DAY_MS].map((timeMs) => new Date(timeMs).toISOString());
  await query(
    `alter table observation attach partition ${table} for values from ('${from}') to ('${to}')`,
  );
  await query('insert into thinned_day values ($1)', [toDate(startMs)]);
}

const copyFew = (from: string, to: string) => `
  insert into ${to}
  select datastream_id, phenomenon_time, result, quality, result_time, feature_of_interest_id, more
  from (
    select *,
      row_number() over (partition by datastream_id, bucket, result is null order by phenomenon_time) as nth,
      row_number() over (partition by datastream_id, bucket order by result, phenomenon_time) as low,
      row_number() over (
        partition by datastream_id, bucket order by result desc nulls last, phenomenon_time) as high
    from (
      select *, date_bin('5 minutes', phenomenon_time, 'epoch') as bucket
      from ${from} where datastream_id >= $1 and datastream_id < $2
    ) as few
  ) as ranked
  where quality & ${SIMULATED} = 0 or more is not null or nth = 1 or low = 1 or high = 1`;

const toDate = (timeMs: number) => new Date(timeMs).toISOString().slice(0, 10);

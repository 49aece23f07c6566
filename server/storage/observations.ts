import { Readable } from 'node:stream';
import type { ObservationBatch } from '../observation-batch.ts';
import type { Database } from './database.ts';
import { isMeasured } from './measured.ts';
import { findLastRows } from './observation-order.ts';
import { formatRows, packedRow, parsePackedRows } from './observation-rows.ts';

const columns = '(datastream_id, phenomenon_time, result, quality)';
const DAY_MS = 86_400_000;

/**
 * Stores readings; one that is there already, by datastream and time, is replaced. Durable within half a
 * second, not at once: a power cut may take the last readings, never anything else.
 */
export async function writeObservations(
  database: Database,
  batch: ObservationBatch,
): Promise<void> {
  if (batch.datastream.length === 0) return;
  try {
    await database.transact(async ({ query, copyIn }) => {
      await query('set local synchronous_commit = off');
      await copyIn(
        `copy observation ${columns} from stdin (format binary)`,
        Readable.from([formatRows(batch)]),
      );
    });
  } catch (error) {
    // What came before comes again only where a clock was set back or a gateway repeats itself, and copying
    // straight in is twice as fast as by way of a stage: 202,000 and 103,000 rows/s (bench/storage.bench.ts).
    if (!(error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION))
      throw error;
    await replaceObservations(database, batch);
  }
}

const UNIQUE_VIOLATION = '23505';

async function replaceObservations(database: Database, batch: ObservationBatch): Promise<void> {
  await database.transact(async ({ query, copyIn }) => {
    await query('set local synchronous_commit = off');
    await query(`create temp table observation_stage (
        datastream_id integer, phenomenon_time timestamptz, result double precision, quality smallint
      ) on commit drop`);
    await copyIn(
      `copy observation_stage ${columns} from stdin (format binary)`,
      Readable.from([formatRows(batch, findLastRows(batch))]),
    );
    // In one order everywhere, so that two writers of the same rows wait and don't lock each other out.
    await query(`insert into observation ${columns}
      select * from observation_stage order by datastream_id, phenomenon_time
      on conflict (datastream_id, phenomenon_time)
      do update set result = excluded.result, quality = excluded.quality`);
  });
}

/** The newest reading of each datastream of a city that measures, at or before `atMs` (ms UTC) where it is given. */
export async function readLatest(
  database: Database,
  city: string,
  atMs?: number,
): Promise<ObservationBatch> {
  const until = atMs === undefined ? 'infinity' : new Date(atMs);
  // Nearly all have reported within a day, and one day is one or two partitions to look into, not fifteen.
  const since = new Date((atMs ?? Date.now()) - DAY_MS);
  const [row] = await database.query<{ rows: Buffer | null }>(
    `with declared as (
      select datastream.id from datastream join thing on thing.id = thing_id
      where city = $1 and ${isMeasured}
    ), recent as materialized (
      select newest.* from declared cross join lateral (
        select datastream_id, phenomenon_time, result, quality from observation
        where datastream_id = declared.id and phenomenon_time <= $2 and phenomenon_time > $3
        order by phenomenon_time desc limit 1) newest
    ), older as (
      select newest.* from declared cross join lateral (
        select datastream_id, phenomenon_time, result, quality from observation
        where datastream_id = declared.id and phenomenon_time <= $3
        order by phenomenon_time desc limit 1) newest
      where declared.id not in (select datastream_id from recent)
    )
    select string_agg(${packedRow}, ''::bytea order by datastream_id) as rows
    from (select * from recent union all select * from older) as found`,
    [city, until, since],
  );
  return parsePackedRows(row?.rows);
}

/** Time of a city's first and last reading of what is measured, ms UTC; undefined where it has none. */
export async function readExtent(
  database: Database,
  city: string,
): Promise<{ readonly fromMs: number; readonly toMs: number } | undefined> {
  const [row] = await database.query<{ first: Date | null; last: Date | null }>(
    `select min(first) as first, max(last) as last
    from datastream join thing on thing.id = thing_id
    cross join lateral (
      select min(phenomenon_time) as first, max(phenomenon_time) as last
      from observation where datastream_id = datastream.id) extent
    where city = $1 and ${isMeasured}`,
    [city],
  );
  if (!row?.first || !row.last) return undefined;
  return { fromMs: row.first.getTime(), toMs: row.last.getTime() };
}

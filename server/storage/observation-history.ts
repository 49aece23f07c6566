import type { ObservationBatch } from '../observation-batch.ts';
import type { Database } from './database.ts';
import { isMeasured } from './measured.ts';
import { createBatch, pickRows, sortByTime } from './observation-order.ts';
import { packedRow, parsePackedRows } from './observation-rows.ts';

export interface HistoryRequest {
  readonly city: string;
  /** All of the city that measure where undefined. */
  readonly datastreams?: readonly number[] | undefined;
  /** ms UTC; `toMs` itself is left out. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Length of a bucket, s; where it is given, few readings stand for all of a bucket. */
  readonly everyS?: number | undefined;
  /** At most so many readings, and more than that only to say that there are more. */
  readonly limit: number;
}

/**
 * Readings in order of time. With `everyS`, of each bucket the first, the least, the greatest and the first
 * that is missing, each at its own time: extremes stay and a gap stays a gap.
 */
export const readHistory = (
  database: Database,
  request: HistoryRequest,
): Promise<ObservationBatch> =>
  request.everyS === undefined ? readAll(database, request) : readThinned(database, request);

const asked = `from observation
  where datastream_id = any(array(
    select datastream.id from datastream join thing on thing.id = thing_id
    where city = $1 and (datastream.id = any($2::integer[]) or $2::integer[] is null and ${isMeasured})
  )) and phenomenon_time >= $3 and phenomenon_time < $4`;
const parametersOf = ({ city, datastreams, fromMs, toMs }: HistoryRequest) => [
  city,
  datastreams ?? null,
  new Date(fromMs),
  new Date(toMs),
];

async function readAll(database: Database, request: HistoryRequest): Promise<ObservationBatch> {
  const [row] = await database.query<{ rows: Buffer | null }>(
    `select string_agg(${packedRow}, ''::bytea order by phenomenon_time, datastream_id) as rows
    from (
      select datastream_id, phenomenon_time, result, quality ${asked} limit ${request.limit + 1}
    ) as found`,
    parametersOf(request),
  );
  return parsePackedRows(row?.rows);
}

// In a bucket, ordered by [time, …] or [value, time, …], the least array is the first or the lowest reading.
const timed = `array[date_part('epoch', phenomenon_time), coalesce(result, 'NaN'), quality]`;
const valued = (time: string) => `array[result, ${time}, quality]`;
const ahead = `date_part('epoch', phenomenon_time)`;
// Of several greatest, the earliest; the greatest array has the least negative time.
const packedBucket = `int4send(datastream_id)
  || float8send(first[1]) || float8send(first[2]) || float8send(first[3])
  || float8send(low[2]) || float8send(low[1]) || float8send(low[3])
  || float8send(-high[2]) || float8send(high[1]) || float8send(high[3])
  || float8send(coalesce(gap[1], 'NaN')) || float8send(coalesce(gap[2], 'NaN'))`;
const none = `array['NaN', 'NaN', 'NaN']::float8[]`;
const BUCKET_BYTES = 4 + 11 * 8;

async function readThinned(database: Database, request: HistoryRequest): Promise<ObservationBatch> {
  const [row] = await database.query<{ rows: Buffer | null }>(
    `select string_agg(${packedBucket}, ''::bytea) as rows from (
      select datastream_id, min(${timed}) as first,
        coalesce(min(${valued(ahead)}) filter (where result is not null), ${none}) as low,
        coalesce(max(${valued(`-${ahead}`)}) filter (where result is not null), ${none}) as high,
        min(array[${ahead}, quality]) filter (where result is null) as gap
      ${asked}
      group by datastream_id, date_bin(make_interval(secs => $5), phenomenon_time, 'epoch')
      limit ${request.limit + 1}
    ) as bucket`,
    [...parametersOf(request), request.everyS],
  );
  return parseBuckets(row?.rows ?? Buffer.alloc(0));
}

function parseBuckets(bytes: Buffer): ObservationBatch {
  const found = createBatch((bytes.length / BUCKET_BYTES) * 4);
  let count = 0;
  for (let at = 0; at < bytes.length; at += BUCKET_BYTES) {
    const start = count;
    const keep = (timeS: number, value: number, quality: number) => {
      const timeMs = Math.round(timeS * 1e6) / 1e3;
      if (Number.isNaN(timeMs)) return;
      for (let row = start; row < count; row += 1) if (found.timeMs[row] === timeMs) return;
      found.datastream[count] = bytes.readInt32BE(at);
      found.timeMs[count] = timeMs;
      found.value[count] = value;
      found.quality[count] = quality;
      count += 1;
    };
    const number = (index: number) => bytes.readDoubleBE(at + 4 + index * 8);
    for (const first of [0, 3, 6]) keep(number(first), number(first + 1), number(first + 2));
    keep(number(9), Number.NaN, number(10));
  }
  const kept = {
    datastream: found.datastream.subarray(0, count),
    timeMs: found.timeMs.subarray(0, count),
    value: found.value.subarray(0, count),
    quality: found.quality.subarray(0, count),
  };
  return pickRows(kept, sortByTime(kept));
}

// New observations go the way of every reading, by the intake; what the intake has no column for is put
// beside it in the same row.

import type { ObservationBatch } from '../../observation-batch.ts';
import type { Database } from '../../storage/database.ts';
import type { NewObservation } from './new-observation.ts';
import { QueryError } from './query-error.ts';
import type { WritesOptions } from './writes.ts';

/** Ids of the observations in their order; undefined where the datastream doesn't exist. */
export async function storeObservations(
  given: readonly NewObservation[],
  { database, intake }: WritesOptions,
): Promise<(string | undefined)[]> {
  const known = await findKnown(given, database);
  const stored = given.filter(({ datastream }) => known.has(datastream));
  const readings = stored.filter(({ more }) => more?.result === undefined);
  if (readings.length > 0) await intake.accept(toBatch(readings));
  await storeExtras(stored.filter(hasExtras), database);
  return given.map(({ datastream, timeMs }) =>
    known.has(datastream) ? `${datastream}@${Math.floor(timeMs)}` : undefined,
  );
}

async function findKnown(
  given: readonly NewObservation[],
  database: Database,
): Promise<ReadonlySet<number>> {
  const features = [...new Set(given.flatMap(({ featureOfInterest = [] }) => featureOfInterest))];
  const [datastreams, found] = await Promise.all([
    database.query<{ id: number }>('select id from datastream where id = any ($1::integer[])', [
      [...new Set(given.map(({ datastream }) => datastream))],
    ]),
    features.length === 0
      ? []
      : database.query<{ id: number }>(
          'select id from feature_of_interest where id = any ($1::integer[])',
          [features],
        ),
  ]);
  const lost = features.find((id) => !found.some((one) => one.id === id));
  if (lost !== undefined) throw new QueryError(`There is no FeatureOfInterest ${lost}.`);
  return new Set(datastreams.map(({ id }) => id));
}

const hasExtras = ({ resultTimeMs, featureOfInterest, more }: NewObservation): boolean =>
  resultTimeMs !== undefined || featureOfInterest !== undefined || more !== undefined;

const toBatch = (readings: readonly NewObservation[]): ObservationBatch => ({
  datastream: Uint32Array.from(readings, ({ datastream }) => datastream),
  timeMs: Float64Array.from(readings, ({ timeMs }) => timeMs),
  value: Float64Array.from(readings, ({ value }) => value),
  quality: Uint8Array.from(readings, (reading) => reading.quality),
});

/** Whoever writes the row first, the intake or this, the other adds its columns. */
async function storeExtras(given: readonly NewObservation[], database: Database): Promise<void> {
  if (given.length === 0) return;
  // Of the same datastream and time the last one stands, as in the intake.
  const byKey = new Map(given.map((one) => [`${one.datastream}@${one.timeMs}`, one]));
  const rows = [...byKey.values()].map((one) => ({
    datastream: one.datastream,
    time: new Date(one.timeMs).toISOString(),
    result: Number.isNaN(one.value) ? null : one.value,
    quality: one.quality,
    result_time: one.resultTimeMs === undefined ? null : new Date(one.resultTimeMs).toISOString(),
    feature: one.featureOfInterest ?? null,
    more: one.more ?? null,
  }));
  await database.query(
    `insert into observation (datastream_id, phenomenon_time, result, quality, result_time,
      feature_of_interest_id, more)
    select datastream, time, result, quality, result_time, feature, more
    from jsonb_to_recordset($1) as given (datastream integer, time timestamptz, result float8,
      quality smallint, result_time timestamptz, feature integer, more jsonb)
    order by datastream, time
    on conflict (datastream_id, phenomenon_time) do update set result = excluded.result,
      quality = excluded.quality, result_time = excluded.result_time,
      feature_of_interest_id = excluded.feature_of_interest_id, more = excluded.more`,
    [JSON.stringify(rows)],
  );
}

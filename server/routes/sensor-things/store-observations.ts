// New observations go the way of every reading, by the intake; what the intake has no column for is put
// beside it in the same row.

import { checkBatch } from '../../intake/check-batch.ts';
import type { Intake } from '../../intake/intake.ts';
import { IntakeFullError } from '../../intake/write-behind.ts';
import type { ObservationBatch } from '../../observation-batch.ts';
import type { Database } from '../../storage/database.ts';
import type { NewObservation } from './new-observation.ts';
import { QueryError } from './query-error.ts';

export interface StoreOptions {
  readonly database: Database;
  readonly intake: Pick<Intake, 'accept'>;
  readonly now: () => number;
}

export type Stored =
  | { readonly id: string }
  /** One sentence; `isLost` where there is no such datastream. */
  | { readonly error: string; readonly isLost: boolean };

/** What became of each observation, in their order; all are stored when it resolves. */
export async function storeObservations(
  given: readonly NewObservation[],
  { database, intake, now }: StoreOptions,
): Promise<Stored[]> {
  const isKnown = await findKnown(given, database);
  const nowMs = now();
  const results = given.map((one): Stored => {
    const { reason } = checkBatch(toBatch([one]), isKnown, nowMs);
    return reason === undefined
      ? { id: `${one.datastream}@${Math.floor(one.timeMs)}` }
      : { error: reason, isLost: !isKnown(one.datastream) };
  });
  const good = given.filter((_, index) => 'id' in (results[index] ?? {}));
  // What is no number has no place in alarms or on a chart.
  const readings = good.filter(({ more }) => more?.result === undefined);
  if (readings.length > 0) {
    const { refused, reason, stored } = intake.accept(toBatch(readings));
    if (refused > 0) throw new QueryError(reason ?? 'Not all of it was taken.', 503);
    await stored.catch((error: unknown) => {
      throw error instanceof IntakeFullError ? new QueryError(error.message, 503) : error;
    });
  }
  await storeExtras(good.filter(hasExtras), database);
  return results;
}

async function findKnown(given: readonly NewObservation[], database: Database) {
  const features = [...new Set(given.flatMap(({ featureOfInterest = [] }) => featureOfInterest))];
  const [datastreams, found] = await Promise.all([
    findIds('datastream', [...new Set(given.map(({ datastream }) => datastream))], database),
    findIds('feature_of_interest', features, database),
  ]);
  const lost = features.find((id) => !found.has(id));
  if (lost !== undefined) throw new QueryError(`There is no FeatureOfInterest ${lost}.`);
  return (datastream: number) => datastreams.has(datastream);
}

async function findIds(
  table: 'datastream' | 'feature_of_interest',
  ids: readonly number[],
  { query }: Database,
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const rows = await query<{ id: number }>(
    `select id from ${table} where id = any ($1::integer[])`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

const hasExtras = ({ resultTimeMs, featureOfInterest, more }: NewObservation): boolean =>
  resultTimeMs !== undefined || featureOfInterest !== undefined || more !== undefined;

/** A result that is no number is no reading either, but its time has to be sane all the same. */
const toBatch = (observations: readonly NewObservation[]): ObservationBatch => ({
  datastream: Uint32Array.from(observations, ({ datastream }) => datastream),
  timeMs: Float64Array.from(observations, ({ timeMs }) => timeMs),
  value: Float64Array.from(observations, ({ value, more }) =>
    more?.result === undefined ? value : 0,
  ),
  quality: Uint8Array.from(observations, ({ quality }) => quality),
});

async function storeExtras(given: readonly NewObservation[], { query }: Database): Promise<void> {
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
  await query(
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

// How fast readings are stored and found again, in the embedded PostgreSQL on this machine's disk.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ObservationBatch } from '#server/observation-batch.ts';
import type { Database } from '#server/storage/database.ts';
import { migrate } from '#server/storage/migrate.ts';
import { createDays } from '#server/storage/observation-days.ts';
import { readHistory } from '#server/storage/observation-history.ts';
import { createBatch } from '#server/storage/observation-order.ts';
import { readLatest, writeObservations } from '#server/storage/observations.ts';
import { openDatabase } from '#server/storage/open-database.ts';
import type { Row } from './row.ts';

const DATASTREAMS = 10_000;
const TICKS = 60;
const START_MS = Date.UTC(2026, 10, 26, 6);
const city = 'bench';

export async function bench(): Promise<Row[]> {
  // Not below a folder that only its owner enters: as root, the database runs as somebody else.
  const folder = await mkdtemp(join(tmpdir(), 'panopolis-bench-'));
  const databaseFolder = `${folder}-database`;
  await rm(folder, { recursive: true });
  const first = await timed(() => openDatabase({ databaseFolder }));
  await first.value.close();
  const again = await timed(() => openDatabase({ databaseFolder }));
  const database = again.value;
  try {
    await migrate(database);
    await declare(database);
    return [
      { case: 'first start of the database', value: first.seconds * 1000, unit: 'ms' },
      { case: 'later start', value: again.seconds * 1000, unit: 'ms' },
      ...(await benchWriting(database)),
      ...(await benchReading(database)),
    ];
  } finally {
    await database.close();
    await rm(databaseFolder, { recursive: true });
  }
}

async function benchWriting(database: Database): Promise<Row[]> {
  const rate = async (fromTick: number, write: (batch: ObservationBatch) => Promise<unknown>) => {
    const { seconds } = await timed(async () => {
      for (let tick = 0; tick < TICKS; tick += 1) await write(aTick(fromTick + tick));
    });
    return (DATASTREAMS * TICKS) / seconds;
  };
  const byArrays = await rate(TICKS, (batch) => insertArrays(database, batch));
  return [
    {
      case: 'new readings, 10,000 a write',
      value: await rate(0, (batch) => writeObservations(database, batch)),
      unit: 'rows/s',
      peer: 'insert from arrays',
      peerValue: byArrays,
    },
    {
      case: 'the same again, as after a rewind',
      value: await rate(0, (batch) => writeObservations(database, batch)),
      unit: 'rows/s',
    },
  ];
}

async function benchReading(database: Database): Promise<Row[]> {
  const endMs = START_MS + 2 * TICKS * 1000;
  const span = { city, fromMs: START_MS, toMs: endMs, limit: 10_000_000 };
  const latest = await timed(() => readLatest(database, city, endMs));
  const one = await timed(() => readHistory(database, { ...span, datastreams: [1] }));
  const all = await timed(() => readHistory(database, span));
  const thinned = await timed(() => readHistory(database, { ...span, everyS: 30 }));
  return [
    { case: 'latest of 10,000', value: latest.seconds * 1000, unit: 'ms' },
    { case: 'history of one, 120 readings', value: one.seconds * 1000, unit: 'ms' },
    {
      case: 'history of all',
      value: all.value.datastream.length / all.seconds,
      unit: 'rows/s',
    },
    {
      case: 'history of all, thinned by 30 s',
      value: all.value.datastream.length / thinned.seconds,
      unit: 'rows read/s',
    },
  ];
}

async function declare(database: Database): Promise<void> {
  await database.query(`
    insert into observed_property (id, name, definition, description) values (1, 'p', 'urn:p', '');
    insert into sensor (id, name, description, encoding_type, metadata) values (1, 's', '', '', '""');
    insert into thing (id, city, asset, name, description) values (1, '${city}', 'a', 'a', '');
    insert into datastream (id, thing_id, sensor_id, observed_property_id, name, description,
        observation_type, unit_of_measurement)
      select id, 1, 1, 1, 'd', '', '', '{}' from generate_series(1, ${DATASTREAMS}) as id`);
  await createDays(database, [START_MS], { nowMs: START_MS, keepDays: 14 });
}

function aTick(tick: number): ObservationBatch {
  const batch = createBatch(DATASTREAMS);
  for (let row = 0; row < DATASTREAMS; row += 1) {
    batch.datastream[row] = row + 1;
    batch.timeMs[row] = START_MS + tick * 1000;
    batch.value[row] = Math.sin(row + tick / 10);
  }
  return batch;
}

const insertArrays = (database: Database, batch: ObservationBatch): Promise<void> =>
  database.transact(async ({ query }) => {
    await query('set local synchronous_commit = off');
    await query(
      `insert into observation (datastream_id, phenomenon_time, result, quality)
      select * from unnest($1::integer[], $2::timestamptz[], $3::float8[], $4::smallint[])
      on conflict (datastream_id, phenomenon_time) do nothing`,
      [
        [...batch.datastream],
        Array.from(batch.timeMs, (timeMs) => new Date(timeMs)),
        [...batch.value],
        [...batch.quality],
      ],
    );
  });

async function timed<Value>(work: () => Promise<Value>) {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

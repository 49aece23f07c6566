import Fastify, { type FastifyInstance } from 'fastify';
import { createIntake } from '../../intake/intake.ts';
import type { Database } from '../../storage/database.ts';
import { aTestDatabase } from '../../storage/test-database.ts';
import { type Reading, readingsOf } from '../../test-batch.ts';
import { registerSensorThings } from './sensor-things.ts';

export interface TestWorld {
  readonly app: FastifyInstance;
  readonly database: Database;
  /** What the intake told its listeners, `[datastream, ms UTC, value, quality]` each. */
  readonly heard: Reading[];
  get(path: string): Promise<TestAnswer>;
  close(): Promise<void>;
}

export interface TestAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export const START = Date.UTC(2026, 0, 1);
export const NOW = Date.UTC(2026, 5, 1, 12);

/** Two things: a bridge with a level and a temperature, a tower with a temperature; 10 readings each, hourly. */
export async function aTestWorld(): Promise<TestWorld> {
  const database = await aTestDatabase();
  await database.query(`
    insert into thing (city, asset, name, description, properties) values
      ('delft', 'bridge', 'Bridge', 'An old one', '{"owner": {"name": "City"}, "floors": 0}'),
      ('delft', 'tower', 'Tower', 'It''s tall', '{"floors": 30}');
    insert into location (name, description, encoding_type, location, bounds) values
      ('At the bridge', 'd', 'application/geo+json',
        '{"type": "Point", "coordinates": [4.36, 52.01, 45]}', box(point(4.36, 52.01), point(4.36, 52.01))),
      ('At the tower', 'd', 'application/geo+json',
        '{"type": "Point", "coordinates": [4.40, 52.02, 80]}', box(point(4.40, 52.02), point(4.40, 52.02)));
    insert into thing_location values (1, 1), (2, 2);
    insert into sensor (name, description, encoding_type, metadata) values
      ('Gauge', 'd', 'application/pdf', '"https://example.org/gauge.pdf"');
    insert into observed_property (name, definition, description) values
      ('Water level', 'urn:x:level', 'd'), ('Air temperature', 'urn:x:temperature', 'd');
    insert into datastream (thing_id, sensor_id, observed_property_id, asset, name, description,
      observation_type, unit_of_measurement, interval_s, thresholds) values
      (1, 1, 1, 'level', 'Level at the bridge', 'd', 'urn:x', '{"name": "metre", "symbol": null}', 60,
        '{"alarmHigh": 2}'),
      (1, 1, 2, 'air', 'Air at the bridge', 'd', 'urn:x', '{"name": "degree", "symbol": "Cel"}', 60, null),
      (2, 1, 2, 'air', 'Air at the tower', 'd', 'urn:x', '{"name": "degree", "symbol": "Cel"}', 60, null);
    insert into observation (datastream_id, phenomenon_time, result, quality)
      select stream, timestamptz '2026-01-01T00:00Z' + n * interval '1 hour', stream * 10 + n / 2.0, 4
      from generate_series(1, 3) stream, generate_series(0, 9) n;
  `);
  const app = Fastify();
  const heard: Reading[] = [];
  const now = () => NOW;
  const intake = createIntake({ database, keepDays: 14, report: () => undefined, now });
  intake.learn('delft', [1, 2, 3]);
  intake.onBatch((batch) => heard.push(...readingsOf(batch)));
  registerSensorThings(app, { database, intake, now });
  return {
    app,
    database,
    heard,
    get: async (path) => {
      const { statusCode, body } = await app.inject({ url: `/v1.1${path}` });
      return { status: statusCode, body: body === '' ? undefined : parseOr(body) };
    },
    close: async () => {
      await app.close();
      await intake.drain();
      await database.close();
    },
  };
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

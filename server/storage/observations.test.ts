import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aBatch, type Reading, readingsOf } from '../test-batch.ts';
import type { Database } from './database.ts';
import { createDays, dropDays } from './observation-days.ts';
import { readHistory } from './observation-history.ts';
import { thinDays } from './observation-thinning.ts';
import { readExtent, readLatest, writeObservations } from './observations.ts';
import { aTestDatabase } from './test-database.ts';

const noon = Date.UTC(2026, 10, 26, 12);
const DAY_MS = 86_400_000;
const all = { city: 'delft', limit: 1000 };
const limits = { nowMs: noon, keepDays: 14 };

describe('observations', () => {
  let database: Database;
  beforeAll(async () => {
    database = await aTestDatabase();
    await database.query(`
      insert into observed_property (id, name, definition, description) values (1, 'p', 'urn:p', '');
      insert into sensor (id, name, description, encoding_type, metadata) values (1, 's', '', '', '""');
      insert into thing (id, city, asset, name, description) values (1, 'delft', 'a', 'a', ''), (2, 'gent', 'b', 'b', '');
      insert into datastream (id, thing_id, sensor_id, observed_property_id, name, description, observation_type, unit_of_measurement)
        select id, case id when 9 then 2 else 1 end, 1, 1, 'd', '', '', '{}' from generate_series(1, 9) as id`);
    await createDays(
      database,
      [0, 1, 2, 3].map((day) => noon - day * DAY_MS),
      limits,
    );
  });
  afterAll(() => database.close());
  afterEach(() => database.query('truncate observation'));

  const readAll = async (datastreams = [1, 2, 3]) =>
    readingsOf(await readHistory(database, { ...all, datastreams, fromMs: 0, toMs: 4e12 }));

  it('come back as they were written, in order of time', async () => {
    await writeObservations(
      database,
      aBatch([2, noon + 0.25, -1.5e-300, 4], [1, noon, 0.1, 1], [1, noon - DAY_MS, null, 7]),
    );
    expect(await readAll()).toEqual([
      [1, noon - DAY_MS, null, 7],
      [1, noon, 0.1, 1],
      [2, noon + 0.25, -1.5e-300, 4],
    ]);
  });

  it('are replaced when they come again, by the last of their own batch too', async () => {
    await writeObservations(database, aBatch([1, noon, 1], [2, noon, 2]));
    await writeObservations(database, aBatch([1, noon, 3], [3, noon, 4], [1, noon, 5]));
    expect(await readAll()).toEqual([
      [1, noon, 5, 0],
      [2, noon, 2, 0],
      [3, noon, 4, 0],
    ]);
  });

  it('of an empty batch are none', async () => {
    await writeObservations(database, aBatch());
    expect(await readAll()).toEqual([]);
  });

  it('reach to the ends of time without a day of their own', async () => {
    const times = [Date.UTC(1999, 11, 31, 23, 59, 59, 999), Date.UTC(2090, 1, 1)];
    await writeObservations(database, aBatch([1, times[0]!, 1], [1, times[1]!, 2]));
    expect((await readAll()).map(([, timeMs]) => timeMs)).toEqual(times);
    expect(await countIn('observation_other')).toBe(2);
  });

  it('keep what is written, whatever the numbers', async () => {
    const reading = fc.tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: noon - 2 * DAY_MS, max: noon }),
      fc.option(fc.double({ noNaN: true })),
      fc.integer({ min: 0, max: 7 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(reading, { maxLength: 20 }), { maxLength: 4 }),
        async (batches) => {
          await database.query('truncate observation');
          const expected = new Map<string, Reading>();
          for (const readings of batches) {
            await writeObservations(database, aBatch(...readings));
            for (const one of readings) expected.set(`${one[1]} ${one[0]}`, one);
          }
          const sorted = [...expected.values()].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
          expect(await readAll()).toEqual(sorted);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('of another city are not among them, and no more come than one over the limit', async () => {
    await writeObservations(
      database,
      aBatch([9, noon, 1], [1, noon, 2], [2, noon, 3], [3, noon, 4]),
    );
    const span = { city: 'delft', fromMs: noon, toMs: noon + 1 };
    const read = async (limit: number, everyS?: number) =>
      readingsOf(await readHistory(database, { ...span, limit, everyS })).length;
    expect(await Promise.all([read(10), read(2), read(1), read(10, 60), read(1, 60)])).toEqual([
      3, 3, 2, 3, 2,
    ]);
    expect(await readAll([9, 1])).toEqual([[1, noon, 2, 0]]);
  });

  describe('the latest', () => {
    it('is told for each datastream of the city, at an instant too', async () => {
      await writeObservations(
        database,
        aBatch([1, noon - 60_000, 1], [1, noon, 2], [2, noon - 3 * DAY_MS, 3], [9, noon, 4]),
      );
      expect(readingsOf(await readLatest(database, 'delft'))).toEqual([
        [1, noon, 2, 0],
        [2, noon - 3 * DAY_MS, 3, 0],
      ]);
      expect(readingsOf(await readLatest(database, 'delft', noon - 1))).toEqual([
        [1, noon - 60_000, 1, 0],
        [2, noon - 3 * DAY_MS, 3, 0],
      ]);
      expect(readingsOf(await readLatest(database, 'nowhere'))).toEqual([]);
    });

    it('and the first span what a city has', async () => {
      await writeObservations(
        database,
        aBatch([1, noon - DAY_MS, 1], [3, noon, null], [9, noon + 1, 1]),
      );
      expect(await readExtent(database, 'delft')).toEqual({ fromMs: noon - DAY_MS, toMs: noon });
      expect(await readExtent(database, 'nowhere')).toBeUndefined();
    });
  });

  it('of a forecast come by its number alone, and never as the city’s latest', async () => {
    const mark = (value: string) =>
      database.query(`update datastream set properties = ${value} where id = 2`);
    await mark(`'{"forecast": true}'`);
    try {
      await writeObservations(
        database,
        aBatch([1, noon, 1], [2, noon, 2], [2, noon + 3_600_000, 3]),
      );
      expect(readingsOf(await readLatest(database, 'delft'))).toEqual([[1, noon, 1, 0]]);
      expect(await readExtent(database, 'delft')).toEqual({ fromMs: noon, toMs: noon });
      const span = { ...all, fromMs: 0, toMs: 4e12 };
      expect(readingsOf(await readHistory(database, span))).toEqual([[1, noon, 1, 0]]);
      expect(await readAll([2])).toHaveLength(2);
    } finally {
      await mark('null');
    }
  });

  describe('thinned', () => {
    const thinned = async (everyS: number, datastreams = [1, 2]) =>
      readingsOf(
        await readHistory(database, {
          ...all,
          datastreams,
          fromMs: noon,
          toMs: noon + DAY_MS,
          everyS,
        }),
      );

    it('keep first, least, greatest and the first gap of each bucket, at their own times', async () => {
      const values = [5, 7, 9, null, 3, null, 9, 6];
      const readings = values.map((value, n): Reading => [1, noon + n * 1000, value]);
      await writeObservations(database, aBatch(...readings, [1, noon + 60_000, 8]));
      expect(await thinned(60)).toEqual([
        [1, noon, 5, 0],
        [1, noon + 2000, 9, 0],
        [1, noon + 3000, null, 3],
        [1, noon + 4000, 3, 0],
        [1, noon + 60_000, 8, 0],
      ]);
    });

    it('say once what never changes', async () => {
      const readings = Array.from({ length: 50 }, (_, n): Reading => [1, noon + n * 1000, 2.5]);
      await writeObservations(database, aBatch(...readings));
      expect(await thinned(60)).toEqual([[1, noon, 2.5, 0]]);
    });

    it('agree with thinning by hand', async () => {
      const value = fc.option(fc.integer({ min: -3, max: 3 }));
      await fc.assert(
        fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 60 }), async (values) => {
          await database.query('truncate observation');
          const readings = values.map((one, n): Reading => [1 + (n % 2), noon + n * 700, one]);
          await writeObservations(database, aBatch(...readings));
          expect(await thinned(10)).toEqual(thinByHand(readings, 10_000));
        }),
        { numRuns: 25 },
      );
    });
  });

  describe('of days', () => {
    const daysNow = async () =>
      (
        await database.query<{ name: string }>(
          `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'observation'::regclass order by 1`,
        )
      ).map(({ name }) => name.replace('observation_', ''));

    it('move into their day when it is made', async () => {
      const later = noon + 5 * DAY_MS;
      await writeObservations(database, aBatch([1, later, 1], [1, later + 9 * DAY_MS, 2]));
      await createDays(database, [later], limits);
      expect(await countIn('observation_20261201')).toBe(1);
      expect(await countIn('observation_other')).toBe(1);
      expect(await readAll()).toHaveLength(2);
    });

    it('are thrown away whole when they are old, and those without a day too', async () => {
      await writeObservations(
        database,
        aBatch([1, noon - 3 * DAY_MS, 1], [1, noon - 90 * DAY_MS, 2], [1, noon, 3]),
      );
      expect(await dropDays(database, { nowMs: noon, keepDays: 2 })).toBe(1);
      expect(await readAll()).toEqual([[1, noon, 3, 0]]);
      expect(await daysNow()).not.toContain('20261123');
    });

    it('are thinned after two of them, where a model made the readings', async () => {
      const old = Date.UTC(2026, 10, 20);
      const fresh = Date.UTC(2026, 10, 24, 1);
      await createDays(database, [old, fresh], limits);
      const values = [5, 7, 9, null, 3, null, 6];
      const given = (from: number, datastream: number, bit: number) =>
        values.map(
          (value, n): Reading => [
            datastream,
            from + n * 10_000,
            value,
            bit + (value === null ? 3 : 0),
          ],
        );
      const made = given(old, 1, 4);
      const measured = given(old, 2, 0);
      const recent = given(fresh, 1, 4);
      const later: Reading = [1, old + 300_000, 6, 4];
      await writeObservations(database, aBatch(...made, ...measured, ...recent, later));
      expect(await thinDays(database, noon)).toBe(1);
      expect(await thinDays(database, noon)).toBe(0);
      const kept = [0, 2, 3, 4].map((n) => made[n]!);
      const byTime = [...kept, ...measured].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
      expect(await readAll()).toEqual([...byTime, later, ...recent]);
      expect(await countIn('observation_20261120')).toBe(kept.length + measured.length + 1);
      await writeObservations(database, aBatch(later, [3, old, 1]));
      expect(await countIn('observation_20261120')).toBe(kept.length + measured.length + 2);
    });

    it('are left as they were where thinning is called off', async () => {
      const old = Date.UTC(2026, 10, 19);
      await createDays(database, [old], limits);
      await writeObservations(
        database,
        aBatch(...[0, 1, 2].map((n): Reading => [1, old + n, 1, 4])),
      );
      const signal = AbortSignal.abort(new Error('called off'));
      await expect(thinDays(database, noon, signal)).rejects.toThrow('called off');
      expect(await readAll()).toHaveLength(3);
      expect(await thinDays(database, noon)).toBe(1);
      expect(await readAll()).toHaveLength(1);
    });

    it('are not made for a clock that is far off', async () => {
      const before = await daysNow();
      await createDays(database, [0, noon - 400 * DAY_MS, noon + 4000 * DAY_MS], limits);
      expect(await daysNow()).toEqual(before);
    });

    it('are made once by several servers at once', async () => {
      const day = noon + 30 * DAY_MS;
      await Promise.all([1, 2, 3].map(() => createDays(database, [day], limits)));
      expect(await daysNow()).toContain('20261226');
    });
  });

  const countIn = async (table: string) =>
    (await database.query<{ count: number }>(`select count(*)::int as count from ${table}`))[0]
      ?.count;
});

function thinByHand(readings: readonly Reading[], everyMs: number): Reading[] {
  const buckets = new Map<string, Reading[]>();
  for (const one of readings) {
    const key = `${one[0]} ${Math.floor(one[1] / everyMs)}`;
    buckets.set(key, [...(buckets.get(key) ?? []), one]);
  }
  const kept = new Set<Reading>();
  for (const bucket of buckets.values()) {
    const valued = bucket.filter(([, , value]) => value !== null);
    const values = valued.map(([, , value]) => Number(value));
    const named = [
      bucket[0],
      valued.find(([, , value]) => value === Math.min(...values)),
      valued.find(([, , value]) => value === Math.max(...values)),
      bucket.find(([, , value]) => value === null),
    ];
    for (const one of named) if (one) kept.add(one);
  }
  return readings
    .filter((one) => kept.has(one))
    .map(([datastream, timeMs, value]) => [datastream, timeMs, value, value === null ? 3 : 0]);
}

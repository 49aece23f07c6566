import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { quality } from '#contract/live-frame.ts';
import type { Database } from '../storage/database.ts';
import { aTestDatabase } from '../storage/test-database.ts';
import { aBatch, type Reading, readingsOf } from '../test-batch.ts';
import { createIntake, type IntakeOptions } from './intake.ts';
import { IntakeFullError } from './write-behind.ts';

const noon = Date.UTC(2026, 10, 26, 12);

describe('the intake', () => {
  let database: Database;
  let reports: string[] = [];
  beforeAll(async () => {
    database = await aTestDatabase();
  });
  afterAll(() => database.close());
  afterEach(async () => {
    reports = [];
    await database.query('truncate observation');
  });

  const anIntake = (change: Partial<IntakeOptions> = {}) => {
    const report = (sentence: string) => reports.push(sentence);
    const intake = createIntake({ database, keepDays: 14, report, now: () => noon, ...change });
    intake.learn('delft', [1, 2, 3]);
    return intake;
  };
  const storedRows = async () =>
    (await database.query<{ n: number }>('select count(*)::int as n from observation'))[0]?.n;

  /** The database with a switch: while it is off, every transaction fails as if nobody listened. */
  function aShakyDatabase() {
    let isOff = false;
    const shaky: Database = {
      ...database,
      transact: (work) =>
        isOff
          ? Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))
          : database.transact(work),
    };
    return { shaky, turn: (state: 'on' | 'off') => (isOff = state === 'off') };
  }

  it('tells who listens at once and stores afterwards', async () => {
    const intake = anIntake();
    const heard: Reading[][] = [];
    intake.onBatch((batch) => heard.push(readingsOf(batch)));
    const { accepted, refused, stored } = intake.accept(aBatch([1, noon, 5], [2, noon, null]));
    expect([accepted, refused]).toEqual([2, 0]);
    expect(heard).toEqual([
      [
        [1, noon, 5, 0],
        [2, noon, null, 3],
      ],
    ]);
    expect(intake.waitingRows).toBe(2);
    await stored;
    expect(await storedRows()).toBe(2);
    expect(intake.waitingRows).toBe(0);
  });

  it.each([
    [[7, noon, 1], 'There is no datastream 7.'],
    [
      [1, Date.UTC(1969, 0, 1), 1],
      'Datastream 1 speaks of 1969-01-01T00:00:00.000Z; expected an instant from 2000 to a year from now.',
    ],
    [[1, noon + 400 * 86_400_000, 1], 'Datastream 1 speaks of 2027-12-31T12:00:00.000Z; expected'],
    [[1, Number.NaN, 1], 'Datastream 1 speaks of NaN; expected'],
    [
      [1, noon, Number.POSITIVE_INFINITY],
      'Datastream 1 says Infinity; expected a number, or the quality “missing”.',
    ],
    [[1, noon, null, quality.bad], 'Datastream 1 says NaN; expected'],
    [[1, noon, 1, 8], 'Datastream 1 has the quality 8; expected 0 to 7.'],
  ] as const)('refuses %j and keeps the rest of the batch', async (reading, sentence) => {
    const intake = anIntake();
    const heard: Reading[][] = [];
    intake.onBatch((batch) => heard.push(readingsOf(batch)));
    const { accepted, refused, reason, stored } = intake.accept(aBatch(reading, [3, noon, 1]));
    await stored;
    expect({ accepted, refused }).toEqual({ accepted: 1, refused: 1 });
    expect(reason).toContain(sentence);
    expect(heard).toEqual([[[3, noon, 1, 0]]]);
    expect(await storedRows()).toBe(1);
  });

  it('takes no value for one that is missing', () => {
    const intake = anIntake();
    const heard: Reading[][] = [];
    intake.onBatch((batch) => heard.push(readingsOf(batch)));
    const given = aBatch([1, noon, 99, quality.missing]);
    intake.accept(given);
    expect(heard).toEqual([[[1, noon, null, 3]]]);
    expect(given.value[0]).toBe(99);
    return intake.drain();
  });

  it('does not know datastreams that a city had before', async () => {
    const intake = anIntake();
    intake.learn('gent', [8]);
    intake.learn('delft', [2]);
    expect(intake.accept(aBatch([1, noon, 1], [2, noon, 1], [8, noon, 1]))).toMatchObject({
      accepted: 2,
    });
    await intake.drain();
  });

  it('goes on when a listener fails', async () => {
    const intake = anIntake();
    const heard: number[] = [];
    intake.onBatch(() => {
      throw new Error('no');
    });
    const stop = intake.onBatch((batch) => heard.push(batch.datastream.length));
    await intake.accept(aBatch([1, noon, 1])).stored;
    stop();
    await intake.accept(aBatch([1, noon + 1, 1])).stored;
    expect(heard).toEqual([1]);
    expect(reports[0]).toBe('A listener failed: no.');
    expect(await storedRows()).toBe(2);
  });

  it('stores what came while the database was away, in whatever order', async () => {
    const { shaky, turn } = aShakyDatabase();
    const intake = anIntake({ database: shaky });
    turn('off');
    const all = Array.from({ length: 40 }, (_, n) => intake.accept(aBatch([1, noon + n, n])));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await storedRows()).toBe(0);
    turn('on');
    await Promise.all(all.map(({ stored }) => stored));
    expect(await storedRows()).toBe(40);
    expect(reports).toEqual([
      'The database is away; readings wait in memory.',
      'The database is back; readings are stored again.',
    ]);
  });

  it('holds no more than it may, says so, and lets listeners hear all the same', async () => {
    const { shaky, turn } = aShakyDatabase();
    const intake = anIntake({ database: shaky, mostRows: 3 });
    let heard = 0;
    intake.onBatch((batch) => {
      heard += batch.datastream.length;
    });
    turn('off');
    const first = intake.accept(aBatch([1, noon, 1], [2, noon, 1]));
    const second = intake.accept(aBatch([1, noon + 1, 1], [2, noon + 1, 1]));
    await expect(second.stored).rejects.toThrow(IntakeFullError);
    expect(heard).toBe(4);
    expect(intake.waitingRows).toBe(2);
    turn('on');
    await first.stored;
    await intake.accept(aBatch([1, noon + 1, 1])).stored;
    expect(await storedRows()).toBe(3);
    expect(reports.at(-1)).toBe('2 readings were left out; all are stored again.');
  });

  it('gives up what the database will never take, and goes on', async () => {
    let isFailing = true;
    const failing: Database = {
      ...database,
      transact: (work) => {
        if (isFailing)
          return Promise.reject(Object.assign(new Error('too odd'), { code: '22003' }));
        return database.transact(work);
      },
    };
    const intake = anIntake({ database: failing });
    await expect(intake.accept(aBatch([1, noon, 1])).stored).rejects.toThrow('too odd');
    isFailing = false;
    await intake.accept(aBatch([1, noon + 1, 1])).stored;
    expect(await storedRows()).toBe(1);
    expect(reports).toEqual(['1 readings were not stored: too odd.']);
  });

  it('stores what waits before it stops, then takes no more', async () => {
    const intake = anIntake();
    for (let n = 0; n < 100; n += 1) intake.accept(aBatch([1, noon + n, n]));
    await intake.drain();
    expect(await storedRows()).toBe(100);
    expect(() => intake.accept(aBatch([1, noon, 1]))).toThrow('The server is stopping');
  });

  it('says how much is lost when it stops and the database stays away', async () => {
    const { shaky, turn } = aShakyDatabase();
    const intake = anIntake({ database: shaky, stopPatienceMs: 50 });
    turn('off');
    const { stored } = intake.accept(aBatch([1, noon, 1], [2, noon, 1]));
    await intake.drain();
    await expect(stored).rejects.toThrow('connect');
    expect(reports.at(-1)).toBe('2 readings were not stored: connect.');
  });

  it('stores once what was accepted twice', async () => {
    const intake = anIntake();
    const again = Array.from({ length: 20 }, () =>
      intake.accept(aBatch([1, noon, 1], [2, noon, 2])),
    );
    await Promise.all(again.map(({ stored }) => stored));
    expect(await storedRows()).toBe(2);
  });
});

import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findMissing, markCovered, type Span } from './covered-history.ts';
import type { Database } from './database.ts';
import { aTestDatabase } from './test-database.ts';

const noon = Date.UTC(2026, 10, 26, 12);
const build = '0123456789ab';
const span = (from: number, to: number): Span => ({ fromMs: noon + from, toMs: noon + to });

describe('the past of a city', () => {
  let database: Database;
  beforeAll(async () => {
    database = await aTestDatabase();
  });
  afterAll(() => database.close());
  afterEach(() => database.query('truncate city_history'));

  const missing = async (from: number, to: number, ofBuild = build) =>
    (await findMissing(database, 'delft', ofBuild, span(from, to))).map(({ fromMs, toMs }) => [
      fromMs - noon,
      toMs - noon,
    ]);
  const mark = (from: number, to: number, ofBuild = build) =>
    markCovered(database, 'delft', ofBuild, span(from, to));

  it('is all missing at first, and then what lies between', async () => {
    expect(await missing(0, 100)).toEqual([[0, 100]]);
    await mark(10, 20);
    await mark(40, 50);
    await mark(15, 25);
    expect(await missing(0, 100)).toEqual([
      [0, 10],
      [25, 40],
      [50, 100],
    ]);
    expect(await missing(12, 24)).toEqual([]);
  });

  it('is another one for another build and another city', async () => {
    await mark(0, 100);
    expect(await missing(0, 100, 'ba9876543210')).toEqual([[0, 100]]);
    await mark(0, 10, 'ba9876543210');
    expect(await missing(0, 100)).toEqual([[0, 100]]);
    expect(await findMissing(database, 'gent', build, span(0, 1))).toHaveLength(1);
  });

  it('is covered instant by instant as it was marked', async () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 8 }), async (marks) => {
        await database.query('truncate city_history');
        const isCovered = new Array<boolean>(40).fill(false);
        for (const [from, to] of marks) {
          await mark(from, to);
          for (let instant = from; instant < to; instant += 1) isCovered[instant] = true;
        }
        const found = await missing(0, 40);
        const isMissing = (instant: number) =>
          found.some(([from, to]) => instant >= from! && instant < to!);
        expect(isCovered.map((_, instant) => !isMissing(instant))).toEqual(isCovered);
      }),
      { numRuns: 30 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { createRandom } from '#model/random.ts';
import { fireFactsOf, type HouseFacts, RECORD_YEARS } from './fire-facts.ts';

const house: HouseFacts = {
  ...{ use: 'mixed', built: 1905, storeys: 4, floorM2: 900, inspectedYear: 2019 },
};
const many = (changes: Partial<HouseFacts> = {}, count = 4000) =>
  Array.from({ length: count }, (_, at) =>
    fireFactsOf({ ...house, ...changes }, createRandom(`house ${at}`)),
  );
const shareOf = (facts: ReturnType<typeof many>, isMeant: (one: (typeof facts)[0]) => boolean) =>
  facts.filter(isMeant).length / facts.length;

describe('fire facts of the invented town', () => {
  it('are the same for the same seed', () => {
    const once = fireFactsOf(house, createRandom('a'));
    expect(fireFactsOf(house, createRandom('a'))).toEqual(once);
    expect(many({}, 50)).not.toEqual(Array.from({ length: 50 }, () => once));
  });

  it('never wire a house before it was built, and a new house when it was built', () => {
    for (const built of [1342, 1905, 1965, 1984])
      for (const { wiringYear } of many({ built }, 500)) {
        expect(wiringYear).toBeGreaterThanOrEqual(Math.max(built, built < 1960 ? 1948 : built));
        expect(wiringYear).toBeLessThanOrEqual(2026);
      }
    for (const { wiringYear } of many({ built: 2003 }, 100)) expect(wiringYear).toBe(2003);
  });

  it('find more violations where nobody has been for years, and in sheds more than in homes', () => {
    const open = (changes: Partial<HouseFacts>) =>
      shareOf(many(changes), ({ openViolations = 0 }) => openViolations > 0);
    expect(open({ inspectedYear: 2014 })).toBeGreaterThan(1.5 * open({ inspectedYear: 2026 }));
    const newHouse = { built: 2000 };
    expect(open({ ...newHouse, use: 'warehouse' })).toBeGreaterThan(
      2 * open({ ...newHouse, use: 'residential' }),
    );
  });

  it('count as many fires as the floor would have in the years of the record', () => {
    const fires = (floorM2: number) =>
      many({ use: 'office', built: 2000, floorM2 }).reduce(
        (sum, { pastFires = 0 }) => sum + pastFires,
        0,
      ) / 4000;
    // 2e-6 a m² and year, raised a little by violations and vacancy.
    expect(fires(10_000)).toBeGreaterThan(2e-6 * 10_000 * RECORD_YEARS);
    expect(fires(10_000)).toBeLessThan(1.3 * 2e-6 * 10_000 * RECORD_YEARS);
    expect(fires(100)).toBeLessThan(0.02);
  });

  it('write nothing of what is not there, and sprinklers where they are asked for', () => {
    const facts = many({ use: 'residential', built: 2000, storeys: 2, floorM2: 150 }, 500);
    for (const one of facts) {
      expect(one.sprinklers).toBeUndefined();
      expect(Object.values(one)).not.toContain(0);
      expect(one.fireRecordYears === undefined).toBe(one.pastFires === undefined);
    }
    const halls = many({ use: 'warehouse', built: 2001, floorM2: 9000 });
    expect(shareOf(halls, ({ sprinklers }) => sprinklers !== undefined)).toBeCloseTo(0.75, 1);
  });

  it('leave a few old houses neglected', () => {
    const share = shareOf(many({}, 20_000), ({ openViolations = 0, wiringYear }) => {
      return openViolations >= 5 && wiringYear < 1967;
    });
    expect(share).toBeGreaterThan(0.003);
    expect(share).toBeLessThan(0.012);
  });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type BudgetedTileset, createTileBudget } from './tile-budget.ts';

const MEBIBYTE = 1024 * 1024;

/** A tileset whose memory follows the square of the detail asked for, as a city's does. */
function aTileset(bytesAtFinest: number): BudgetedTileset {
  return {
    maximumScreenSpaceError: 16,
    cacheBytes: 0,
    maximumCacheOverflowBytes: 0,
    trimLoadedTiles: vi.fn(),
    get totalMemoryUsageInBytes() {
      return bytesAtFinest * (16 / this.maximumScreenSpaceError) ** 2;
    },
  };
}

function aBudget(megabytes: number) {
  let time = 0;
  const report = vi.fn();
  const budget = createTileBudget({
    budgetBytes: megabytes * MEBIBYTE,
    report,
    now: () => time,
  });
  const run = (steps: number) => {
    for (let at = 0; at < steps; at++) {
      time += 250;
      budget.keep();
    }
  };
  return { budget, report, run };
}

describe('the memory budget', () => {
  it('leaves tilesets that fit at the detail they ask for', () => {
    const { budget, report, run } = aBudget(100);
    const small = aTileset(20 * MEBIBYTE);
    budget.add(small);
    run(20);
    expect(small.maximumScreenSpaceError).toBe(16);
    expect(report).toHaveBeenLastCalledWith(20 * MEBIBYTE, false);
  });

  it('is kept over all tilesets together, whatever they want', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 32, max: 2048 }), (wishes, megabytes) => {
        const { budget, run } = aBudget(megabytes);
        const tilesets = wishes.map((wish) => aTileset(wish * MEBIBYTE));
        for (const tileset of tilesets) budget.add(tileset);
        run(200);
        const used = tilesets.reduce((sum, one) => sum + one.totalMemoryUsageInBytes, 0);
        expect(used).toBeLessThanOrEqual(megabytes * MEBIBYTE);
      }),
    );
  });

  it('says so while detail is held back and gives it again when there is room', () => {
    const { budget, report, run } = aBudget(100);
    const big = aTileset(400 * MEBIBYTE);
    budget.add(big);
    run(60);
    expect(report.mock.calls.at(-1)?.[1]).toBe(true);
    expect(big.maximumScreenSpaceError).toBeGreaterThan(16);
    budget.setBudget(1000 * MEBIBYTE);
    run(60);
    expect(big.maximumScreenSpaceError).toBe(16);
    expect(report.mock.calls.at(-1)?.[1]).toBe(false);
  });

  it('settles: detail does not go up and down for ever', () => {
    const { budget, run } = aBudget(100);
    const big = aTileset(700 * MEBIBYTE);
    budget.add(big);
    run(100);
    const settled = big.maximumScreenSpaceError;
    run(100);
    expect(big.maximumScreenSpaceError).toBe(settled);
  });

  it('divides the limits that Cesium knows among the tilesets', () => {
    const { budget } = aBudget(100);
    const [one, two] = [aTileset(MEBIBYTE), aTileset(MEBIBYTE)];
    const remove = budget.add(one);
    budget.add(two);
    const limit = (set: BudgetedTileset) => set.cacheBytes + set.maximumCacheOverflowBytes;
    expect(limit(one) + limit(two)).toBeLessThan(100 * MEBIBYTE);
    remove();
    expect(limit(two)).toBeGreaterThan(50 * MEBIBYTE);
  });
});

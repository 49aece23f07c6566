import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bell, mix, seedOf, unit, wander } from './noise.ts';

const many = Array.from({ length: 20_000 }, (_, place) => place);
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

describe('chance without memory', () => {
  it('gives the same number for the same seed and place, in any order', () => {
    const forwards = many.slice(0, 50).map((place) => mix(7, place));
    const backwards = many
      .slice(0, 50)
      .reverse()
      .map((place) => mix(7, place));
    expect(backwards.reverse()).toEqual(forwards);
    expect(mix(8, 0)).not.toBe(mix(7, 0));
    expect(seedOf('PEG-001')).not.toBe(seedOf('PEG-002'));
  });

  it('spreads evenly over [0, 1)', () => {
    const values = many.map((place) => unit(3, place));
    const tenths = new Array<number>(10).fill(0);
    for (const value of values) tenths[Math.floor(value * 10)]! += 1;
    // Five standard deviations of a count of 2000.
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(215);
  });

  it('has a bell of mean 0 and deviation 1 that never goes beyond 3.5', () => {
    const values = many.map((place) => bell(5, place));
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((value) => value ** 2))).toBeCloseTo(1, 1);
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(3.5);
  });

  it('wanders without a jump and never leaves [−1, 1]', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -1e12, max: 3e12 }), (seed, timeMs) => {
        const here = wander(seed, timeMs, 60_000);
        expect(Math.abs(here)).toBeLessThanOrEqual(1);
        expect(Math.abs(wander(seed, timeMs + 100, 60_000) - here)).toBeLessThan(0.02);
      }),
    );
  });
});

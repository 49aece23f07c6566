import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classOf,
  equalBreaks,
  naturalBreaks,
  quantileBreaks,
  roundest,
  sortFinite,
} from './class-breaks.ts';

const whole = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 11 });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });

function sizes(sorted: Float64Array, breaks: readonly number[]): number[] {
  const counts = new Array<number>(breaks.length + 1).fill(0);
  for (const value of sorted) counts[classOf(breaks, value)]!++;
  return counts;
}

function squaredDeviations(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function deviationsWithin(sorted: Float64Array, breaks: readonly number[]): number {
  const classes = Array.from({ length: breaks.length + 1 }, (): number[] => []);
  for (const value of sorted) classes[classOf(breaks, value)]!.push(value);
  return classes.reduce((sum, one) => sum + (one.length ? squaredDeviations(one) : 0), 0);
}

/** Tries every way to cut the values into `classes` runs. */
function leastDeviations(values: readonly number[], classes: number): number {
  if (classes === 1) return squaredDeviations(values);
  let least = Number.POSITIVE_INFINITY;
  for (let cut = classes - 1; cut < values.length; cut++) {
    const below = leastDeviations(values.slice(0, cut), classes - 1);
    least = Math.min(least, below + squaredDeviations(values.slice(cut)));
  }
  return least;
}

describe('natural breaks', () => {
  it('separate clusters where they are apart', () => {
    const sorted = sortFinite([1, 2, 3, 20, 21, 22, 100, 101]);
    expect(sizes(sorted, naturalBreaks(sorted, 3))).toEqual([3, 3, 2]);
  });

  it('reach the least sum of squared deviations that any partition reaches', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 2, max: 5 }), (values, classes) => {
        const sorted = sortFinite(values);
        const distinct = new Set(values).size;
        const breaks = naturalBreaks(sorted, classes);
        expect(breaks).toHaveLength(Math.min(classes, distinct) - 1);
        const least = leastDeviations([...sorted], Math.min(classes, sorted.length));
        expect(deviationsWithin(sorted, breaks)).toBeCloseTo(least, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('stay exact far from zero, where squares alone would cancel', () => {
    const sorted = sortFinite([1, 2, 3, 20, 21, 22, 100, 101].map((value) => value + 1e9));
    expect(sizes(sorted, naturalBreaks(sorted, 3))).toEqual([3, 3, 2]);
  });
});

describe('quantile breaks', () => {
  it('leave equally many distinct values in each class', () => {
    const sorted = sortFinite(Array.from({ length: 100 }, (_, index) => index));
    expect(sizes(sorted, quantileBreaks(sorted, 4))).toEqual([25, 25, 25, 25]);
  });

  it('keep equal values together and make fewer classes of few values', () => {
    const sorted = sortFinite([0, 0, 0, 0, 0, 0, 0, 1, 2]);
    expect(sizes(sorted, quantileBreaks(sorted, 3))).toEqual([7, 2]);
    expect(quantileBreaks(sortFinite([5, 5, 5]), 4)).toEqual([]);
    expect(quantileBreaks(sortFinite([]), 4)).toEqual([]);
  });

  it('ascend and leave no class empty', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { maxLength: 60 }),
        fc.integer({ min: 2, max: 10 }),
        (values, k) => {
          const sorted = sortFinite(values);
          const breaks = quantileBreaks(sorted, k);
          expect(breaks.length).toBeLessThan(k);
          expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
          if (sorted.length > 0) expect(sizes(sorted, breaks)).not.toContain(0);
        },
      ),
    );
  });
});

describe('equal breaks', () => {
  it('cut the range into equal widths', () => {
    expect(equalBreaks(sortFinite([0, 3, 10]), 5)).toEqual([2, 4, 6, 8]);
  });

  it('are none where all values are equal or there are none', () => {
    expect(equalBreaks(sortFinite([7, 7]), 5)).toEqual([]);
    expect(equalBreaks(sortFinite([Number.NaN]), 5)).toEqual([]);
  });
});

describe('class of a value', () => {
  it('counts the breaks at or below it, as a linear search does', () => {
    fc.assert(
      fc.property(fc.array(finite, { maxLength: 9 }), finite, (unsorted, value) => {
        const breaks = [...unsorted].sort((a, b) => a - b);
        expect(classOf(breaks, value)).toBe(breaks.filter((one) => one <= value).length);
      }),
    );
  });
});

describe('round limits', () => {
  it('are the shortest number in the gap', () => {
    expect(roundest(3.1, 19.7)).toBe(10);
    expect(roundest(1968, 1972)).toBe(1970);
    expect(roundest(0.1234, 0.1239)).toBe(0.1235);
    expect(roundest(4, 5)).toBe(5);
  });

  it('stay above the lower and at most at the upper value', () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        fc.pre(a !== b);
        const [below, upTo] = a < b ? [a, b] : [b, a];
        const limit = roundest(below, upTo);
        expect(limit).toBeGreaterThan(below);
        expect(limit).toBeLessThanOrEqual(upTo);
      }),
    );
  });
});

describe('values without a number', () => {
  it('are left out before anything is sorted', () => {
    expect([...sortFinite([3, Number.NaN, -1, Number.POSITIVE_INFINITY])]).toEqual([-1, 3]);
  });
});

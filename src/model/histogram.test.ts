import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortFinite } from './class-breaks.ts';
import { binSorted, chooseScale } from './histogram.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });

describe('histogram', () => {
  it('has round edges and counts every value', () => {
    const sorted = sortFinite(Array.from({ length: 1000 }, (_, index) => index / 10));
    const { edges, counts } = binSorted(sorted);
    expect(edges.slice(0, 3)).toEqual([0, 10, 20]);
    expect(counts.every((count) => count === 100)).toBe(true);
  });

  it('loses no value, whatever the values and the scale are', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 80 }), (values) => {
        const sorted = sortFinite(values);
        const { edges, counts } = binSorted(sorted);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(sorted.length);
        expect(edges).toHaveLength(counts.length + 1);
        expect(counts.length).toBeLessThanOrEqual(62);
        expect([...edges].sort((a, b) => a - b)).toEqual(edges);
      }),
    );
  });

  it('holds values too small to tell from an edge', () => {
    const { counts } = binSorted(sortFinite([-5e-324, 8.000000008000002]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  it('is logarithmic where a long tail would leave one bin full', () => {
    const areas = sortFinite(Array.from({ length: 500 }, (_, index) => 1.02 ** index));
    expect(chooseScale(areas)).toBe('log');
    const { counts } = binSorted(areas);
    expect(Math.max(...counts)).toBeLessThan(60);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(500);
    expect(chooseScale(sortFinite([1900, 1950, 1970, 2000]))).toBe('linear');
  });

  it('is empty without values and one bin where all are equal', () => {
    expect(binSorted(sortFinite([]))).toMatchObject({ edges: [], counts: [] });
    expect(binSorted(sortFinite([4, 4, 4]))).toMatchObject({ edges: [4, 4], counts: [3] });
  });
});

import { describe, expect, it } from 'vitest';
import { findRange } from './ranges.ts';

const spread = (from: number, to: number) =>
  Float32Array.from({ length: 101 }, (_, at) => from + ((to - from) * at) / 100);

describe('the range of a ramp', () => {
  it('is round and holds nearly all values', () => {
    expect(findRange([spread(0.3, 97)], undefined)).toEqual({ least: 0, greatest: 100 });
    expect(findRange([spread(0, 10), Float32Array.of(1e9)], undefined)?.greatest).toBe(10);
  });

  it('stays while values move little, and follows when they leave it or shrink', () => {
    const before = { least: 0, greatest: 100 };
    expect(findRange([spread(10, 90)], before)).toBe(before);
    expect(findRange([spread(10, 190)], before)?.greatest).toBe(200);
    expect(findRange([spread(1, 9)], before)?.greatest).toBeLessThan(20);
  });

  it('has two ends where all values are one, and none where there is no value', () => {
    const range = findRange([Float32Array.of(5, 5, 5)], undefined);
    expect(range && range.greatest > range.least).toBe(true);
    expect(range && range.least <= 5 && range.greatest >= 5).toBe(true);
    expect(findRange([Float32Array.of(Number.NaN)], undefined)).toBeUndefined();
  });
});

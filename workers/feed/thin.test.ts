import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thin } from './thin.ts';

const columns = (...rows: readonly (readonly [number, number])[]) => ({
  timeMs: Float64Array.from(rows, ([timeS]) => timeS * 1000),
  value: Float64Array.from(rows, ([, value]) => value),
  quality: Uint8Array.from(rows, ([, value]) => (Number.isNaN(value) ? 3 : 0)),
});

describe('thinning', () => {
  it('keeps of each bucket the first, the least, the greatest and the first that is missing', () => {
    const all = columns(
      [0, 5],
      [1, 9],
      [2, 4],
      [3, 9],
      [4, Number.NaN],
      [5, Number.NaN],
      [10, 7],
      [19, 7],
    );
    expect(thin(all, 10)).toEqual(columns([0, 5], [1, 9], [2, 4], [4, Number.NaN], [10, 7]));
  });

  it('finds the extremes of a bucket that begins with a missing reading', () => {
    const all = columns([0, Number.NaN], [1, 3], [2, 1], [3, 2]);
    expect(thin(all, 60)).toEqual(columns([0, Number.NaN], [1, 3], [2, 1]));
  });

  it('keeps everything where no bucket has more than one, and nothing of nothing', () => {
    const all = columns([0, 1], [10, 2], [20, Number.NaN], [1000, 3]);
    expect(thin(all, 10)).toEqual(all);
    expect(thin(columns(), 10)).toEqual(columns());
  });

  it('never loses a peak, a dip or a gap, whatever the readings and the buckets', () => {
    const rows = fc.array(
      fc.tuple(fc.nat(500), fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant(Number.NaN))),
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 120 }), (given, everyS) => {
        const sorted = [...new Map(given)].toSorted(([a], [b]) => a - b);
        const thinned = thin(columns(...sorted), everyS);
        const kept = Array.from(thinned.timeMs, (time, at) => [time / 1000, thinned.value[at]!]);
        for (const bucket of new Set(sorted.map(([timeS]) => Math.floor(timeS / everyS)))) {
          const inside = (row: readonly number[]) => Math.floor((row[0] ?? 0) / everyS) === bucket;
          const before = sorted.filter(inside).map(([, value]) => value);
          const after = kept.filter(inside).map(([, value]) => value ?? 0);
          const numbers = (values: number[]) => values.filter((value) => !Number.isNaN(value));
          expect(after[0]).toBe(before[0]);
          expect(Math.max(...numbers(after))).toBe(Math.max(...numbers(before)));
          expect(Math.min(...numbers(after))).toBe(Math.min(...numbers(before)));
          expect(after.some(Number.isNaN)).toBe(before.some(Number.isNaN));
          expect(after.length).toBeLessThanOrEqual(4);
        }
      }),
    );
  });
});

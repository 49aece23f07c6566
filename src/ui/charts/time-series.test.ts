import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alignSeries,
  rangeOfValues,
  type SeriesLimit,
  type TimeSeries,
  valueAt,
  zoomRange,
} from './time-series.ts';

const aSeries = (...readings: readonly [number, number][]): TimeSeries => ({
  id: 'a',
  name: 'A',
  timeMs: Float64Array.from(readings.map(([time]) => time)),
  value: Float64Array.from(readings.map(([, value]) => value)),
});

describe('series on one axis', () => {
  it('keep their readings, break at their gaps, and are silent where only others spoke', () => {
    const one = aSeries([10, 1], [20, Number.NaN], [40, 3]);
    const other = aSeries([20, 7], [30, 8]);
    expect(alignSeries([one, other])).toEqual([
      Float64Array.of(10, 20, 30, 40),
      [1, null, undefined, 3],
      [undefined, 7, 8, undefined],
    ]);
  });

  it('give every reading back, whatever else is beside it', () => {
    const readings = fc
      .uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 20 })
      .map((times) =>
        times.toSorted((a, b) => a - b).map((time): [number, number] => [time, -time]),
      );
    fc.assert(
      fc.property(readings, readings, (left, right) => {
        const [times, ...columns] = alignSeries([aSeries(...left), aSeries(...right)]);
        for (const [position, readings] of [left, right].entries()) {
          const found = [...times].flatMap((time, row) => {
            const value = columns[position]?.[row];
            return value === undefined || value === null ? [] : [[time, value]];
          });
          expect(found).toEqual(readings);
        }
      }),
    );
  });

  it('are nothing where there are none', () => {
    expect(alignSeries([])).toEqual([new Float64Array()]);
  });
});

describe('the value at a moment', () => {
  const series = aSeries([10, 1], [20, Number.NaN], [30, 3]);

  it('is that of the latest reading up to then', () => {
    expect([10, 19.9, 30, 1e9].map((moment) => valueAt(series, moment))).toEqual([1, 1, 3, 3]);
  });

  it('is none before the first reading and in a gap', () => {
    expect([9, 20, 25].map((moment) => valueAt(series, moment))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the axis of values', () => {
  const limit = (value: number): SeriesLimit => ({ value, name: '', tone: 'warning' });

  it('takes in a limit near the data and leaves out one that would press the line flat', () => {
    const [low, high] = rangeOfValues(1, 2, [limit(3), limit(100)]);
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(3);
    expect(high).toBeLessThan(4);
  });

  it('begins at nothing where no value is negative', () => {
    expect(rangeOfValues(0, 0, [])[0]).toBe(0);
    expect(rangeOfValues(0, 8, [limit(-1)])[0]).toBeLessThan(-1);
    expect(rangeOfValues(-1, 8, [])[0]).toBeLessThan(-1);
  });

  it('has room around a line that is level, and without any data', () => {
    const [low, high] = rangeOfValues(5, 5, []);
    expect(low).toBeLessThan(5);
    expect(high).toBeGreaterThan(5);
    expect(rangeOfValues(null, null, [])).toEqual([0, 1]);
    expect(rangeOfValues(null, null, [limit(4)])[1]).toBeGreaterThan(4);
  });
});

describe('zooming', () => {
  const whole = { fromMs: 0, toMs: 100_000 };

  it('keeps the moment under the pointer where it is', () => {
    expect(zoomRange(whole, 0.5, 20_000, whole)).toEqual({ fromMs: 10_000, toMs: 60_000 });
  });

  it('stays inside the whole and ends where it shows all of it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 3, noNaN: true }), fc.nat(100_000), (factor, at) => {
        const zoomed = zoomRange({ fromMs: 0, toMs: 50_000 }, factor, Math.min(at, 50_000), whole);
        expect(zoomed === undefined).toBe(factor >= 2);
        expect(zoomed?.fromMs ?? 0).toBeGreaterThanOrEqual(0);
        expect(zoomed?.toMs ?? 0).toBeLessThanOrEqual(100_000 + 1e-6);
      }),
    );
  });
});

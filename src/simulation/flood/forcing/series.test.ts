import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  integralOf,
  M2_S,
  meanOver,
  tideLevel,
  tideSeries,
  triangleHydrograph,
  valueAt,
} from './series.ts';

describe('a series', () => {
  it('is linear between its points and holds its ends', () => {
    const series = [
      [10, 2],
      [20, 6],
    ] as const;
    expect([0, 10, 15, 20, 99].map((time) => valueAt(series, time))).toEqual([2, 2, 4, 6, 6]);
    expect(integralOf(series, 0, 30)).toBeCloseTo(20 + 40 + 60, 12);
  });

  it('jumps where two points share a time, and the jump leaks into no span', () => {
    const series = [
      [0, 1],
      [10, 1],
      [10, 5],
      [20, 5],
    ] as const;
    expect(integralOf(series, 0, 10)).toBeCloseTo(10, 12);
    expect(integralOf(series, 10, 20)).toBeCloseTo(50, 12);
    expect(integralOf(series, 5, 15)).toBeCloseTo(30, 12);
  });

  it('has the same integral however it is cut, equal to fine trapezoids', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(
        fc.uniqueArray(point, { minLength: 1, maxLength: 8, selector: ([time]) => time }),
        fc.integer({ min: 1, max: 59 }),
        (points, cut) => {
          const series = points.sort(([a], [b]) => a - b);
          const whole = integralOf(series, 0, 60);
          expect(integralOf(series, 0, cut) + integralOf(series, cut, 60)).toBeCloseTo(whole, 9);
          let sum = 0;
          // Points lie on whole seconds: trapezoids of a second are exact.
          for (let t = 0; t < 60; t++) sum += (valueAt(series, t) + valueAt(series, t + 1)) / 2;
          expect(whole).toBeCloseTo(sum, 9);
          expect(meanOver(series, 7, 7)).toBe(valueAt(series, 7));
        },
      ),
    );
  });

  it('draws a tide that peaks when and as high as it says, with its surge on top', () => {
    const tide = {
      meanLevelM: 0.2,
      constituents: [{ amplitudeM: 1.5, periodS: M2_S, peakS: 7200 }],
      surge: { heightM: 2, peakS: 7200, durationS: 14_400 },
    };
    expect(tideLevel(tide, 7200)).toBeCloseTo(3.7, 12);
    expect(tideLevel(tide, 7200 + M2_S / 2)).toBeCloseTo(-1.3, 12);
    expect(tideLevel(tide, 3600)).toBeCloseTo(
      0.2 + 1.5 * Math.cos((2 * Math.PI * 3600) / M2_S) + 1,
      12,
    );
    const series = tideSeries(tide, 20_000, 600);
    expect(Math.max(...series.map(([, level]) => level))).toBeCloseTo(3.7, 12);
    expect(series.at(-1)?.[0]).toBe(20_000);
  });

  it('makes a triangle of a volume', () => {
    const series = triangleHydrograph(20, 3600, 108_000);
    expect(integralOf(series, 0, 1e6)).toBeCloseTo(108_000, 6);
    expect(valueAt(series, 3600)).toBe(20);
  });
});

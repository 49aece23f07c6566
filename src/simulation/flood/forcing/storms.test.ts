import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Storm } from './parts.ts';
import { CURVE_B_S, CURVE_C, toMassCurve } from './storms.ts';

const storms: readonly Storm[] = [
  { shape: 'block', depthMm: 30, durationS: 3600 },
  { shape: 'chicago', depthMm: 45, durationS: 7200, peak: 0.4 },
  { shape: 'chicago', depthMm: 45, durationS: 7200, peak: 0 },
  { shape: 'scs-ii', depthMm: 100, durationS: 86_400 },
  { shape: 'huff', depthMm: 60, durationS: 10_800, peak: 1 },
  { shape: 'huff', depthMm: 60, durationS: 10_800, peak: 2 },
  { shape: 'huff', depthMm: 60, durationS: 10_800, peak: 3 },
  { shape: 'huff', depthMm: 60, durationS: 10_800, peak: 4 },
  { shape: 'alternating-block', depthMm: 50, durationS: 6000, peak: 0.5 },
];
const lengthOf = (storm: Storm) => (storm.shape === 'series' ? 0 : storm.durationS);
const depthOf = (storm: Storm) => (storm.shape === 'series' ? 0 : storm.depthMm / 1000);

/** Where and how steep a curve is steepest, by brute force. */
function steepest(storm: Storm, stepS: number) {
  const { until } = toMassCurve(storm);
  let most = { rate: 0, atS: 0 };
  for (let timeS = 0; timeS < lengthOf(storm); timeS += stepS) {
    const rate = (until(timeS + stepS) - until(timeS)) / stepS;
    if (rate > most.rate * (1 + 1e-9)) most = { rate, atS: timeS };
  }
  return most;
}

describe('a design storm', () => {
  it.each(storms)('lets all its depth fall within its duration: %o', (storm) => {
    const curve = toMassCurve(storm);
    expect(curve.until(0)).toBe(0);
    expect(curve.until(-10)).toBe(0);
    expect(curve.until(lengthOf(storm))).toBeCloseTo(depthOf(storm), 14);
    expect(curve.until(lengthOf(storm) * 2)).toBeCloseTo(depthOf(storm), 14);
  });

  it.each(storms)('never takes rain back, and the steps add up however it is cut: %o', (storm) => {
    const { until } = toMassCurve(storm);
    const cuts = fc.array(fc.double({ min: 0, max: lengthOf(storm), noNaN: true }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(cuts, (times) => {
        const sorted = [0, ...times.sort((a, b) => a - b), lengthOf(storm)];
        let sum = 0;
        for (let k = 1; k < sorted.length; k++) {
          const fell = until(sorted[k]!) - until(sorted[k - 1]!);
          expect(fell).toBeGreaterThanOrEqual(-1e-15);
          sum += fell;
        }
        expect(sum).toBeCloseTo(depthOf(storm), 12);
      }),
    );
  });

  it.each(storms)('has the peak that it says: %o', (storm) => {
    const { peakMs } = toMassCurve(storm);
    // A Chicago storm is that strong for a moment only.
    const share = steepest(storm, 1).rate / peakMs;
    expect(share).toBeLessThanOrEqual(1 + 1e-6);
    expect(share).toBeGreaterThan(0.99);
  });

  it('peaks as Keifer and Chu say: a/b^c at r of the duration, a from the whole depth', () => {
    const storm: Storm = { shape: 'chicago', depthMm: 45, durationS: 7200, peak: 0.4 };
    const a = (0.045 / 7200) * (7200 + CURVE_B_S) ** CURVE_C;
    expect(toMassCurve(storm).peakMs).toBeCloseTo(a / CURVE_B_S ** CURVE_C, 12);
    expect(steepest(storm, 1).atS).toBeCloseTo(0.4 * 7200, -1);
    // The heaviest half hour holds what the curve says of half an hour: 0.4 of it before the peak.
    const { until } = toMassCurve(storm);
    const halfHour = until(2880 + 0.6 * 1800) - until(2880 - 0.4 * 1800);
    expect(halfHour).toBeCloseTo((a * 1800) / (1800 + CURVE_B_S) ** CURVE_C, 12);
  });

  it('follows the table of SCS type II: 66.3 % at noon, 38 % in the half hour before', () => {
    const { until } = toMassCurve({ shape: 'scs-ii', depthMm: 100, durationS: 86_400 });
    expect(until(12 * 3600)).toBeCloseTo(0.0663, 10);
    expect(until(12 * 3600) - until(11.5 * 3600)).toBeCloseTo(0.038, 10);
    expect(until(6 * 3600)).toBeCloseTo(0.00797, 10);
    expect(until(18 * 3600)).toBeCloseTo(0.09206, 10);
  });

  it('has its heaviest quarter where Huff’s quartile says', () => {
    for (const quartile of [1, 2, 3, 4]) {
      const { until } = toMassCurve({ shape: 'huff', depthMm: 1, durationS: 400, peak: quartile });
      const quarters = [0, 1, 2, 3].map((k) => until(100 * (k + 1)) - until(100 * k));
      expect(quarters.indexOf(Math.max(...quarters))).toBe(quartile - 1);
    }
  });

  it('puts alternating blocks in falling order around the middle', () => {
    const storm: Storm = { shape: 'alternating-block', depthMm: 50, durationS: 3000, peak: 0.5 };
    const { until } = toMassCurve(storm);
    const blocks = Array.from({ length: 10 }, (_, k) => until(300 * (k + 1)) - until(300 * k));
    const byRank = blocks.map((_, k) => k).sort((a, b) => blocks[b]! - blocks[a]!);
    expect(byRank).toEqual([5, 6, 4, 7, 3, 8, 2, 9, 1, 0]);
    // The four heaviest blocks together: 20 minutes of the curve.
    const most = (timeS: number) => timeS / (timeS + CURVE_B_S) ** CURVE_C;
    const four = blocks[5]! + blocks[6]! + blocks[4]! + blocks[7]!;
    expect(four).toBeCloseTo((0.05 * most(1200)) / most(3000), 12);
  });

  it('integrates a series of intensities between its points', () => {
    const curve = toMassCurve({
      shape: 'series',
      intensity: [
        [0, 0],
        [600, 60],
        [1800, 0],
      ],
    });
    expect(curve.until(1800)).toBeCloseTo((0.06 / 3600) * 900, 12);
    expect(curve.until(600)).toBeCloseTo((0.06 / 3600) * 300, 12);
    expect(curve.until(99_999)).toBeCloseTo((0.06 / 3600) * 900, 12);
    expect(curve.peakMs).toBeCloseTo(0.06 / 3600, 15);
  });
});

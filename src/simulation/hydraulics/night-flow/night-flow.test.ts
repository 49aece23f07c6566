import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseNights, type NightFlowOptions, usualNight } from './night-flow.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const options: NightFlowOptions = { ...usualNight, customers: 1000, localMs: (time) => time };

/** Ten-minute flows, l/s: what a day of 0–24 h asks, plus a leak by day. */
function seriesOf(days: number, leakLs: (day: number) => number, useLs = useOf) {
  const timesMs = Float64Array.from({ length: days * 144 }, (_, at) => at * 10 * MINUTE_MS);
  const flowM3s = timesMs.map((time) => {
    const hour = (time % DAY_MS) / (60 * MINUTE_MS);
    return (useLs(hour) + leakLs(Math.floor(time / DAY_MS))) / 1000;
  });
  return { timesMs, flowM3s };
}

/** 2 l/s from 2 to 4 o'clock, 10 l/s otherwise. */
const useOf = (hour: number) => (hour >= 2 && hour < 4 ? 2 : 10);

describe('minimum night flow', () => {
  it('is the least mean of an hour, and its excess what 1,000 customers do not explain', () => {
    const { nights, skipped } = analyseNights(
      seriesOf(3, () => 1),
      options,
    );
    expect(nights).toHaveLength(3);
    expect(skipped).toBe(0);
    for (const night of nights) {
      expect(night.minimumM3s).toBeCloseTo(0.003, 9);
      expect(night.legitimateM3s).toBeCloseTo(1.7 / 3600, 9);
      expect(night.excessM3s).toBeCloseTo(0.003 - 1.7 / 3600, 9);
      expect(night.lossM3ADay).toBeCloseTo((0.003 - 1.7 / 3600) * 86_400, 6);
    }
  });

  it('counts nights by local time', () => {
    const shifted = { ...options, localMs: (time: number) => time + 8 * 60 * MINUTE_MS };
    const { nights } = analyseNights(
      seriesOf(3, () => 0),
      shifted,
    );
    // 1–5 o'clock in China is 17–21 o'clock of the series, where people use 10 l/s.
    for (const night of nights) expect(night.minimumM3s).toBeCloseTo(0.01, 9);
  });

  it('tells from which night on it stands higher, and by how much', () => {
    const { stepAtMs, stepM3s } = analyseNights(
      seriesOf(10, (day) => (day >= 6 ? 1.5 : 0)),
      options,
    );
    expect(stepAtMs).toBe(6 * DAY_MS);
    expect(stepM3s).toBeCloseTo(0.0015, 9);
  });

  it('finds no step in a night that was high once', () => {
    const { stepAtMs } = analyseNights(
      seriesOf(10, (day) => (day === 5 ? 4 : 0)),
      options,
    );
    expect(stepAtMs).toBeUndefined();
  });

  it('follows a leak that grows, whatever the outliers', () => {
    const { trendM3sADay } = analyseNights(
      seriesOf(11, (day) => 0.1 * day + (day === 4 ? 5 : 0)),
      options,
    );
    expect(trendM3sADay).toBeCloseTo(1e-4, 6);
  });

  it('leaves nights with gaps out and says how many', () => {
    const { timesMs, flowM3s } = seriesOf(4, () => 0);
    const holed = flowM3s.map((flow, at) =>
      Math.floor(at / 144) === 2 && at % 5 > 0 ? Number.NaN : flow,
    );
    const { nights, skipped } = analyseNights({ timesMs, flowM3s: holed }, options);
    expect(nights.length + skipped).toBe(4);
    const none = flowM3s.map(() => Number.NaN);
    expect(analyseNights({ timesMs, flowM3s: none }, options)).toMatchObject({
      nights: [],
      skipped: 0,
    });
  });

  it('is never above the mean of the night, nor its excess below 0', () => {
    const flows = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 30,
      maxLength: 60,
    });
    fc.assert(
      fc.property(flows, (values) => {
        const timesMs = Float64Array.from(values, (_, at) => at * 5 * MINUTE_MS + 60 * MINUTE_MS);
        const { nights } = analyseNights({ timesMs, flowM3s: Float64Array.from(values) }, options);
        for (const night of nights) {
          expect(night.minimumM3s).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
          expect(night.minimumM3s).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
          expect(night.excessM3s).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('refuses times that go backwards, arrays of two lengths and nights without hours', () => {
    const series = (times: number[], flows: number[]) => ({
      timesMs: Float64Array.from(times),
      flowM3s: Float64Array.from(flows),
    });
    expect(() => analyseNights(series([2, 1], [0, 0]), options)).toThrow('Time 1 of the flows');
    expect(() => analyseNights(series([1], [0, 0]), options)).toThrow('2 flows at 1 times');
    expect(() => analyseNights(series([], []), { ...options, untilHour: 1 })).toThrow('1–1 h');
  });
});

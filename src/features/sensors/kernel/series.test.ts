import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quality, SIMULATED } from '#contract/live-frame.ts';
import type { SensorSeries } from '../contract.ts';
import { appendReadings, spanMs, thinning, toChart } from './series.ts';
import { toSeriesCsv } from './series-csv.ts';

const aSeries = (
  ...readings: readonly (readonly [seconds: number, value: number])[]
): SensorSeries => ({
  timeMs: Float64Array.from(readings, ([seconds]) => seconds * 1000),
  value: Float64Array.from(readings, ([, value]) => value),
  quality: Uint8Array.from(readings, ([, value]) =>
    Number.isNaN(value) ? quality.missing : quality.good | SIMULATED,
  ),
});

const every = (intervalS: number, everyS = 0) => ({ intervalS, everyS, apartS: () => 0 });

describe('a series for a chart', () => {
  it('is in the shown unit', () => {
    expect([...toChart(aSeries([0, 0.25]), 'waterDepth', every(10)).value]).toEqual([25]);
  });

  it('breaks where a reading is missing and where there was silence of more than three intervals', () => {
    const { timeMs, value } = toChart(
      aSeries([0, 1], [10, Number.NaN], [20, 2], [50, 3], [80.1, 4]),
      'waterLevel',
      every(10),
    );
    expect([...value]).toEqual([1, Number.NaN, 2, 3, Number.NaN, 4]);
    expect(timeMs[4]).toBe(65_050);
  });

  it('does not take thinning for silence', () => {
    expect([...toChart(aSeries([0, 1], [120, 2]), 'waterLevel', every(1, 60)).value]).toEqual([
      1, 2,
    ]);
  });
});

it('takes readings of a past that is kept coarse for no silence, and those of the present for one', () => {
  const apartS = (timeMs: number) => (timeMs < 3_600_000 ? 1800 : 0);
  const series = aSeries([0, 1], [1800, 2], [3600, 3], [3700, 4]);
  const { value } = toChart(series, 'waterLevel', { intervalS: 10, everyS: 0, apartS });
  expect([...value]).toEqual([1, 2, 3, Number.NaN, 4]);
});

describe('thinning', () => {
  it('leaves an hour of a gauge every ten seconds whole, and makes a week fit', () => {
    expect(thinning(spanMs['1h'], 10)).toBe(0);
    const everyS = thinning(spanMs['7d'], 10);
    expect((spanMs['7d'] / 1000 / everyS) * 3).toBeLessThanOrEqual(1500);
  });

  it('never asks for more than a chart can show', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 604_800 }),
        fc.double({ min: 0.1, max: 3600, noNaN: true }),
        (rangeS, intervalS) => {
          const everyS = thinning(rangeS * 1000, intervalS);
          const points = everyS === 0 ? rangeS / intervalS : (rangeS / everyS) * 3;
          expect(points).toBeLessThanOrEqual(1512);
        },
      ),
    );
  });
});

describe('appending', () => {
  it('takes what is new and lets go of what is too old', () => {
    const joined = appendReadings(
      aSeries([0, 1], [10, 2], [20, 3]),
      aSeries([20, 9], [30, 4]),
      10_000,
    );
    expect([...joined.timeMs]).toEqual([10_000, 20_000, 30_000]);
    expect([...joined.value]).toEqual([2, 3, 4]);
    expect(joined.quality).toHaveLength(3);
  });

  it('is the same object where nothing changed', () => {
    const series = aSeries([0, 1], [10, 2]);
    expect(appendReadings(series, aSeries([10, 2]), 0)).toBe(series);
    expect(appendReadings(series, aSeries(), -5)).toBe(series);
  });

  it('gives a whole series back from its parts, wherever it was cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 5 }),
        (cut, overlap) => {
          const whole = Array.from({ length: 20 }, (_, at) => [at, at * at] as const);
          const joined = appendReadings(
            aSeries(...whole.slice(0, cut)),
            aSeries(...whole.slice(Math.max(0, cut - overlap))),
            0,
          );
          expect(joined).toEqual(aSeries(...whole));
        },
      ),
    );
  });
});

describe('the export', () => {
  it('has a line for each reading with unit, quality and what made it, and no value where one is missing', () => {
    const csv = toSeriesCsv(
      [
        {
          sensor: 'R-1',
          name: '=Old, bridge',
          property: 'waterDepth',
          series: aSeries([0, 0.253], [1, Number.NaN]),
        },
      ],
      'en',
    );
    expect(csv.split('\r\n')).toEqual([
      '\uFEFFtime,sensor,name,property,value,unit,quality,simulated',
      '1970-01-01T00:00:00.000Z,R-1,"\'=Old, bridge",Water depth,25.3,cm,good,yes',
      '1970-01-01T00:00:01.000Z,R-1,"\'=Old, bridge",Water depth,,cm,missing,no',
      '',
    ]);
  });
});

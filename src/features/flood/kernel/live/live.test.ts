import { describe, expect, it } from 'vitest';
import type { WaterReading } from '#model/water-reading.ts';
import { levelAhead, type Observed, rainAhead, thinned, trendOf } from './forecast-series.ts';
import { meanRain, rainOf, stageOf } from './live-sources.ts';
import { levelAt, Residuals } from './residuals.ts';

const rising: Observed = Array.from({ length: 61 }, (_, k) => [k * 60, 2 + k * 0.01] as const);

const gauge: WaterReading = {
  ...{ sensor: 'PEG-1', name: 'Bridge', kind: 'river', longitudeDeg: 10, latitudeDeg: 54 },
  ...{ property: 'waterLevel', value: 2.6, timeMs: 0, intervalS: 60, isSimulated: true },
  isStale: false,
};

describe('what a boundary does next', () => {
  it('goes on with the trend of the last half hour, which fades within an hour', () => {
    expect(trendOf(rising)).toBeCloseTo(0.01 / 60, 12);
    const series = levelAhead(rising, 7200);
    expect(series.slice(0, 61)).toEqual(rising);
    expect(series.at(-1)?.[0]).toBe(3600 + 7200);
    expect(series.at(-1)?.[1]).toBeCloseTo(2.6 + (0.01 / 60) * 3600 * (1 - Math.exp(-2)), 12);
    // Never more than an hour's worth of the trend.
    expect(levelAhead(rising, 1e6).at(-1)?.[1]).toBeLessThan(2.6 + 0.6 + 1e-9);
  });

  it('stands still with one reading and is nothing with none', () => {
    expect(trendOf([[0, 2]])).toBe(0);
    expect(levelAhead([[0, 2]], 600)).toEqual([
      [0, 2],
      [600, 2],
    ]);
    expect(levelAhead([], 600)).toEqual([]);
    expect(stageOf(gauge, [], 600, 0)).toBeUndefined();
    expect(rainOf('r', [], 600)).toBeUndefined();
  });

  it('rains on for half an hour and stops', () => {
    const rate = 10 / 3.6e6;
    const series = rainAhead([[0, rate]], 7200);
    expect(series.map(([time]) => time)).toEqual([0, 1800, 1800]);
    expect(series[1]?.[1]).toBeCloseTo(10, 9);
    expect(series[2]?.[1]).toBe(0);
  });

  it('keeps a long watch short, with its first and last reading', () => {
    const often: Observed = Array.from({ length: 100 }, (_, k) => [k * 10, k] as const);
    const kept = thinned(often);
    expect(kept[0]).toEqual([0, 0]);
    expect(kept.at(-1)).toEqual([990, 99]);
    expect(kept.length).toBeLessThan(20);
  });
});

describe('the sources of a live forecast', () => {
  it('hold the gauge’s level at the water beside it and name its datastream', () => {
    const stage = stageOf(gauge, [[0, 2.6]], 600, 0);
    expect(stage).toMatchObject({ kind: 'stage', id: 'live-PEG-1', datastream: 'PEG-1' });
    if (stage?.kind !== 'stage') throw new Error('A stage was expected.');
    for (const [x, y] of stage.line) {
      expect(Math.abs(x - 10) * 111_320 * Math.cos((54 * Math.PI) / 180)).toBeLessThan(26);
      expect(Math.abs(y - 54) * 111_320).toBeLessThan(26);
    }
  });

  it('take the mean of the rain gauges that speak', () => {
    const rain = (value: number, isStale: boolean): WaterReading => ({
      ...{ ...gauge, kind: 'rain', property: 'rainfallRate' },
      ...{ value, isStale },
    });
    expect(meanRain([rain(2e-6, false), rain(4e-6, false), rain(9, true), gauge])).toEqual({
      ...{ fresh: 2, all: 3 },
      meanMs: 3e-6,
    });
    expect(meanRain([rain(1, true)]).meanMs).toBeNaN();
  });
});

describe('residuals', () => {
  it('count each reading once', () => {
    const residuals = new Residuals();
    expect(residuals.rmsM).toBeUndefined();
    residuals.add(1000, 0.3);
    residuals.add(1000, 0.3);
    residuals.add(2000, -0.4);
    residuals.add(3000, Number.NaN);
    expect(residuals.rmsM).toBeCloseTo(Math.sqrt((0.09 + 0.16) / 2), 12);
  });

  it('compare with the level between two samples, and with none where it is dry or long past', () => {
    const times = Float64Array.of(0, 60, 120);
    const levels = Float32Array.of(1, 2, 4);
    const wet = Float32Array.of(1, 1, 1);
    expect(levelAt(times, levels, wet, 90)).toBeCloseTo(3, 6);
    expect(levelAt(times, levels, wet, 60)).toBe(2);
    expect(levelAt(times, levels, Float32Array.of(1, 0, 0), 90)).toBeUndefined();
    expect(levelAt(times, levels, wet, 9999)).toBeUndefined();
    expect(levelAt(new Float64Array(), levels, wet, 0)).toBeUndefined();
  });
});

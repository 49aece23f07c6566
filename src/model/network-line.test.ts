import { describe, expect, it } from 'vitest';
import { lineLengthM, placeAlong, planDistanceM } from './network-line.ts';

describe('lines of networks', () => {
  it('have the length of the meridian and shrink with the latitude', () => {
    expect(planDistanceM(10, 54, 10, 55)).toBeCloseTo(111_195, 0);
    expect(planDistanceM(10, 60, 11, 60)).toBeCloseTo(111_195 / 2, 0);
  });

  it('count the rise, where heights are known', () => {
    const step = 30 / 111_195;
    expect(lineLengthM([10, 0, 0, 10, step, 40])).toBeCloseTo(50, 6);
    expect(lineLengthM([10, 0, Number.NaN, 10, step, 40])).toBeCloseTo(30, 6);
    expect(lineLengthM([10, 0, 0])).toBe(0);
  });

  it('have a place at each share of their way, also past bends and standing points', () => {
    const line = [0, 0, 0, 0, 0, 0, 0, 0.001, 10, 0.003, 0.001, 10];
    expect(placeAlong(line, 0)).toEqual([0, 0, 0]);
    expect(placeAlong(line, 1)).toEqual([0.003, 0.001, 10]);
    const [longitude, latitude, height] = placeAlong(line, 0.5);
    expect(longitude).toBeCloseTo(0.001, 6);
    expect([latitude, height]).toEqual([0.001, 10]);
    expect(placeAlong([5, 6, 7, 5, 6, 7], 0.5)).toEqual([5, 6, 7]);
    expect(placeAlong(line, 0.5, 2, 4)).toEqual([0.0015, 0.001, 10]);
  });
});

import { describe, expect, it } from 'vitest';
import { toAge, toReading } from './reading.ts';

describe('a reading', () => {
  it('is in the unit that people use, or named where it is a state', () => {
    expect(toReading('waterPressure', 412_000)).toMatchObject({
      value: 4.12,
      unit: 'bar',
      decimals: 2,
    });
    expect(toReading('liftState', 2)).toMatchObject({ kind: 'state', isFault: true });
    expect(toReading('liftState', 7)).toMatchObject({ kind: 'amount', value: 7 });
  });
});

describe('an age', () => {
  it.each([
    [0, 0, 's'],
    [59, 59, 's'],
    [60, 1, 'min'],
    [7199, 1, 'h'],
    [172_800, 2, 'd'],
    [-5, 0, 's'],
  ])('of %d seconds is %d %s', (seconds, amount, unit) => {
    expect(toAge(0, seconds * 1000)).toEqual({ amount, unit });
  });

  it('is none of what never came', () => {
    expect(toAge(Number.NaN, 0)).toBeUndefined();
  });
});

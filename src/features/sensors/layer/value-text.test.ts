import { describe, expect, it } from 'vitest';
import { toMoreText, toValueText } from './value-text.ts';

describe('the value below a pin', () => {
  it('is in the unit that people read, with the digits that the property has', () => {
    expect(toValueText(2.357, 'waterLevel', false, 'en')).toBe('2.36 m');
    expect(toValueText(0.0123, 'pipeFlow', false, 'en')).toBe('12.3 L/s');
    expect(toValueText(-4.25, 'airTemperature', false, 'zh')).toBe('−4.3 °C');
  });

  it('has no minus before zero', () => {
    expect(toValueText(-0.04, 'airTemperature', false, 'en')).toBe('0.0 °C');
  });

  it('is a word where the value stands for a state', () => {
    expect(toValueText(2, 'liftState', false, 'en')).toBe('Person trapped');
    expect(toValueText(0, 'doorOpen', false, 'zh')).toBe('关闭');
  });

  it('is a dash where there is none and says when it is old', () => {
    expect(toValueText(Number.NaN, 'soundLevel', false, 'en')).toBe('—');
    expect(toValueText(2, 'waterLevel', true, 'en')).toBe('2.00 m · no news');
    expect(toValueText(Number.NaN, 'waterLevel', true, 'zh')).toBe('— · 无新数据');
  });
});

describe('what a badge says', () => {
  it('is how many more there are, never too many, in at most five characters', () => {
    expect([1, 99, 999, 1000, 1290, 9999, 10_000, 15_999].map(toMoreText)).toEqual([
      '+1',
      '+99',
      '+999',
      '+1.0k',
      '+1.2k',
      '+9.9k',
      '+10k',
      '+15k',
    ]);
  });
});

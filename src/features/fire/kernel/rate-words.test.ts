import { describe, expect, it } from 'vitest';
import { factorWords, rateWords } from './rate-words.ts';

describe('fires a year in words', () => {
  it.each([
    [1 / 2400, 'one in 2,400 years'],
    [1 / 2_437, 'one in 2,400 years'],
    [1 / 33, 'one in 33 years'],
    [0.4, 'one in 2.5 years'],
    [0.49, 'one in 2 years'],
    [0.5, '0.5 a year'],
    [0.912, '0.91 a year'],
    [0.999, '1 a year'],
    [1.34, '1.3 a year'],
    [47.2, '47 a year'],
    [0, 'none'],
    [Number.NaN, 'not known'],
  ])('%s a year is “%s”', (rate, words) => {
    expect(rateWords(rate).en).toBe(words);
  });

  it('speak Chinese with the same number', () => {
    expect(rateWords(1 / 2400).zh).toBe('每 2,400 年一次');
    expect(rateWords(3).zh).toBe('每年 3 次');
  });

  it.each([
    [1, '×1.00'],
    [9.97, '×9.97'],
    [2.406, '×2.41'],
    [12.4, '×12'],
    [1486, '×1,486'],
    [0.67, '×0.67'],
    [0.0312, '×0.03'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('a factor of %s is %s', (factor, words) => {
    expect(factorWords(factor)).toBe(words);
  });
});

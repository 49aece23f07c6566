import { expect, test } from 'vitest';
import { clockText, sinceText, spanText } from './span.ts';

/** As read: gaps that hold a line together are gaps. */
const read = (words: string) => words.replace(/\s/g, ' ');

test('writes hours and minutes with their units, and neither where it is none', () => {
  const spans = [0, 59, 60, 47 * 60, 3600, 3660, 26 * 3600 + 300];
  expect(spans.map((seconds) => read(spanText(seconds).en))).toEqual([
    ...['0 min', '0 min', '1 min', '47 min', '1 h', '1 h 1 min', '26 h 5 min'],
  ]);
  expect(read(spanText(3660).zh)).toBe('1 小时 1 分钟');
});

test('never breaks a line within a span', () => {
  expect(sinceText(4800).en).not.toContain(' ');
  expect(clockText(245).en).not.toContain(' ');
});

test('says that it counts from the beginning, and takes what was before it as the beginning', () => {
  expect(read(sinceText(4800).en)).toBe('T+1 h 20 min');
  expect(read(sinceText(-5).zh)).toBe('T+0 分钟');
});

test('writes minutes and seconds, to the nearest second, and a dash for never', () => {
  expect(read(clockText(245).en)).toBe('4:05 min');
  expect(read(clockText(59.7).zh)).toBe('1:00 分');
  expect(clockText(Infinity).en).toBe('–');
  expect(clockText(Number.NaN).en).toBe('–');
});

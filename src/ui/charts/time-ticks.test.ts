import { expect, it } from 'vitest';
import { momentText, timeTicks } from './time-ticks.ts';

const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 26, hour, minute);

it('names the day at the city’s midnight and the time elsewhere', () => {
  const ticks = [at(22), at(23), at(24)];
  expect(timeTicks(ticks, 3_600_000, 'Europe/Amsterdam', 'en-GB')).toEqual([
    '23:00',
    '27 Nov',
    '01:00',
  ]);
  expect(timeTicks(ticks, 3_600_000, 'Asia/Shanghai', 'zh-CN')).toEqual([
    '06:00',
    '07:00',
    '08:00',
  ]);
});

it('has seconds where ticks are closer than a minute, and days where they are a day apart', () => {
  expect(timeTicks([at(9, 30) + 10_000], 10_000, 'UTC', 'en-GB')).toEqual(['09:30:10']);
  expect(timeTicks([at(9, 30)], 86_400_000, 'UTC', 'en-GB')).toEqual(['26 Nov']);
});

it('says a moment with its zone', () => {
  expect(momentText(at(13, 5), 'Europe/Amsterdam', 'en-GB')).toBe('26 Nov, 14:05:00 CET');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#model/time.ts';
import { addDays, dateIn, dayAround, startOfDate, timeOfDay } from './zone-time.ts';

const zones = ['Europe/Amsterdam', 'Asia/Shanghai', 'America/St_Johns'];
const at = (text: string) => instant(Date.parse(text));
const HOUR_MS = 3_600_000;

test('reads date and time in the city’s zone, not the browser’s', () => {
  const moment = at('2026-06-21T22:30:00Z');
  expect(dateIn(moment, 'Europe/Amsterdam')).toBe('2026-06-22');
  expect(timeOfDay(moment, 'Europe/Amsterdam')).toBe('00:30');
  expect(timeOfDay(moment, 'Asia/Shanghai')).toBe('06:30');
});

test('knows days of 23 and 25 hours', () => {
  const [springStart, springEnd] = dayAround(at('2026-03-29T10:00:00Z'), 'Europe/Amsterdam');
  expect((springEnd - springStart) / HOUR_MS).toBe(23);
  const [autumnStart, autumnEnd] = dayAround(at('2026-10-25T10:00:00Z'), 'Europe/Amsterdam');
  expect((autumnEnd - autumnStart) / HOUR_MS).toBe(25);
});

test('keeps the wall-clock time over a change of clocks', () => {
  const moment = at('2026-03-28T11:15:00Z');
  expect(timeOfDay(addDays(moment, 1, 'Europe/Amsterdam'), 'Europe/Amsterdam')).toBe('12:15');
});

test('refuses what is no date', () => {
  expect(startOfDate('2026-13-40', 'UTC')).toBeUndefined();
  expect(startOfDate('', 'UTC')).toBeUndefined();
});

test('starts every day at midnight or, where clocks skip it, within the same date', () => {
  const dates = fc.integer({ min: 0, max: 20_000 }).map((day) => instant(day * 24 * HOUR_MS));
  fc.assert(
    fc.property(dates, fc.constantFrom(...zones), (moment, zone) => {
      const [start, end] = dayAround(moment, zone);
      expect(start).toBeLessThanOrEqual(moment);
      expect(end).toBeGreaterThan(moment);
      expect(dateIn(start, zone)).toBe(dateIn(moment, zone));
      expect(dateIn(instant(start - 1), zone)).not.toBe(dateIn(moment, zone));
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { formatInstant, instant, parseInstant } from './time.ts';

describe('instants', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2026-11-26T14:05:00+01:00', Date.UTC(2026, 10, 26, 13, 5)],
    ['2026-11-26T14:05-0330', Date.UTC(2026, 10, 26, 17, 35)],
  ])('are read from %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  it.each(['2026-11-26T14:05:00', '2026-11-26', 'yesterday', '', '2026-13-40T00:00:00Z', 'Z'])(
    'are not read from “%s”, which carries no zone or no time',
    (text) => expect(parseInstant(text)).toBeUndefined(),
  );

  it('are printed with the zone of the city, summer and winter', () => {
    const winter = formatInstant(instant(Date.UTC(2026, 10, 26, 13, 5)), 'Europe/Amsterdam', 'en');
    const summer = formatInstant(instant(Date.UTC(2026, 6, 1, 13, 5)), 'Europe/Amsterdam', 'en');
    expect(winter).toContain('14:05');
    expect(winter).toContain('GMT+1');
    expect(summer).toContain('15:05');
    expect(summer).toContain('GMT+2');
  });

  it('print midnight as the first minute of the day', () => {
    const midnight = formatInstant(instant(Date.UTC(2026, 10, 26)), 'UTC', 'en');
    expect(midnight).toContain('26');
    expect(midnight).toMatch(/\b00:00\b/);
  });
});

import { describe, expect, it } from 'vitest';
import { patternTimeOf } from './pattern-time.ts';

const HOUR = 3600;

describe('the time of patterns', () => {
  it('counts from midnight of Monday in the city, not in Greenwich', () => {
    expect(patternTimeOf(Date.parse('2026-11-22T23:30:00Z'), 'Europe/Berlin')).toBe(HOUR / 2);
    expect(patternTimeOf(Date.parse('2026-11-22T23:30:00Z'), 'UTC')).toBe(6 * 86_400 + 23.5 * HOUR);
  });

  it('says the same hour of the clock on both sides of the change to summer time', () => {
    const noon = (text: string) => patternTimeOf(Date.parse(text), 'Europe/Berlin') % 86_400;
    expect(noon('2026-03-28T11:00:00Z')).toBe(12 * HOUR);
    expect(noon('2026-03-29T10:00:00Z')).toBe(12 * HOUR);
  });

  it('throws where the zone is none', () => {
    expect(() => patternTimeOf(0, 'Europe/Atlantis')).toThrow(RangeError);
  });
});

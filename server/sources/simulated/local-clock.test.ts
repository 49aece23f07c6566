import { describe, expect, it } from 'vitest';
import { createLocalClock, HOUR, isWeekend, weekdayOf } from './local-clock.ts';

const berlin = createLocalClock('Europe/Berlin');
const at = (iso: string) => Date.parse(iso);

describe('the local clock', () => {
  it('shows the wall clock in winter and in summer', () => {
    expect(berlin.hourOf(at('2026-01-15T11:30:00Z'))).toBe(12.5);
    expect(berlin.hourOf(at('2026-07-15T11:30:00Z'))).toBe(13.5);
    expect(berlin.hourOf(at('2026-07-15T22:00:00Z'))).toBe(0);
  });

  it('counts a new day from local midnight', () => {
    const day = berlin.dayOf(at('2026-07-15T21:59:59Z'));
    expect(berlin.dayOf(at('2026-07-15T22:00:00Z'))).toBe(day + 1);
    expect(berlin.startOf(day + 1)).toBe(at('2026-07-15T22:00:00Z'));
  });

  it('gives the days on which clocks change 23 and 25 hours', () => {
    const lengthOf = (iso: string) => {
      const day = berlin.dayOf(at(iso));
      return (berlin.startOf(day + 1) - berlin.startOf(day)) / HOUR;
    };
    expect(lengthOf('2026-03-29T12:00Z')).toBe(23);
    expect(lengthOf('2026-10-25T12:00Z')).toBe(25);
    expect(lengthOf('2026-10-26T12:00Z')).toBe(24);
  });

  it('keeps zones with odd offsets apart', () => {
    expect(createLocalClock('Asia/Kathmandu').hourOf(at('2026-01-01T00:00Z'))).toBe(5.75);
  });

  it('knows Monday and the weekend', () => {
    expect(weekdayOf(berlin.dayOf(at('2026-11-23T12:00Z')))).toBe(0);
    expect(isWeekend(berlin.dayOf(at('2026-11-28T12:00Z')))).toBe(true);
    expect(isWeekend(berlin.dayOf(at('2026-11-27T12:00Z')))).toBe(false);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => createLocalClock('Europe/Marenholm')).toThrow();
  });
});

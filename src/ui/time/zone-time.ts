// Days and times of day in a zone, with days of 23 and 25 hours where clocks change.

import { timeFormat } from '#model/formats.ts';
import { type Instant, instant } from '#model/time.ts';
import { fromWallClock, zoneOffsetMs } from '#model/wall-clock.ts';

const DAY_MS = 86_400_000;

/** Date in `timeZone`, `YYYY-MM-DD`. */
export function dateIn(moment: Instant, timeZone: string): string {
  return new Date(moment + zoneOffsetMs(moment, timeZone)).toISOString().slice(0, 10);
}

/** First instant of the date `YYYY-MM-DD` in `timeZone`; undefined where that is no date. */
export function startOfDate(date: string, timeZone: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const wall = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(wall)) return undefined;
  return instant(fromWallClock(wall, timeZone));
}

/** First instant of the day of `moment` and of the day after. */
export function dayAround(moment: Instant, timeZone: string): readonly [Instant, Instant] {
  const start = startOfDate(dateIn(moment, timeZone), timeZone) ?? moment;
  // Noon of the next day is in it whatever the clocks do at night.
  const next = dateIn(instant(start + 1.5 * DAY_MS), timeZone);
  return [start, startOfDate(next, timeZone) ?? instant(start + DAY_MS)];
}

/** The same wall-clock time `days` later (or earlier). */
export function addDays(moment: Instant, days: number, timeZone: string): Instant {
  const wall = moment + zoneOffsetMs(moment, timeZone) + days * DAY_MS;
  return instant(fromWallClock(wall, timeZone));
}

/** Time of day `HH:MM` in `timeZone`. */
export function timeOfDay(moment: Instant, timeZone: string): string {
  return new Date(moment + zoneOffsetMs(moment, timeZone)).toISOString().slice(11, 16);
}

/** Time of day with the zone printed, e.g. `18:40 CEST`. */
export function formatTime(moment: Instant, timeZone: string, locale: string): string {
  return timeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
  }).format(moment);
}

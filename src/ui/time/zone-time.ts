// Wall-clock time of a zone ⇄ instants, with days of 23 and 25 hours where clocks change.

import { type Instant, instant } from '#model/time.ts';

const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

/** Milliseconds that `timeZone` is ahead of UTC at `moment`. */
function zoneOffset(moment: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: string) => parts.get(type as Intl.DateTimeFormatPartTypes) ?? 0;
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(moment / 1000) * 1000;
}

/** Date in `timeZone`, `YYYY-MM-DD`. */
export function dateIn(moment: Instant, timeZone: string): string {
  return new Date(moment + zoneOffset(moment, timeZone)).toISOString().slice(0, 10);
}

/** First instant of the date `YYYY-MM-DD` in `timeZone`; undefined where that is no date. */
export function startOfDate(date: string, timeZone: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const wall = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(wall)) return undefined;
  // The offset at the guess may be the one before a change of clocks; a second look settles it.
  const guess = wall - zoneOffset(wall, timeZone);
  return instant(wall - zoneOffset(guess, timeZone));
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
  const wall = moment + zoneOffset(moment, timeZone) + days * DAY_MS;
  const guess = wall - zoneOffset(wall, timeZone);
  return instant(wall - zoneOffset(guess, timeZone));
}

/** Time of day `HH:MM` in `timeZone`. */
export function timeOfDay(moment: Instant, timeZone: string): string {
  return new Date(moment + zoneOffset(moment, timeZone)).toISOString().slice(11, 16);
}

/** Time of day with the zone printed, e.g. `18:40 CEST`. */
export function formatTime(moment: Instant, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
  }).format(moment);
}

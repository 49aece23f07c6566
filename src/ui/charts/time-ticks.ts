// Labels of a time axis in the zone of the city.

import { timeFormat } from '#model/formats.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Words for ticks `stepMs` apart: seconds, minutes or days; midnight is the day that begins. */
export function timeTicks(
  timesMs: readonly number[],
  stepMs: number,
  timeZone: string,
  locale: string,
): string[] {
  const day = formatOf(locale, timeZone, 'day');
  const clock = formatOf(locale, timeZone, stepMs < MINUTE_MS ? 'second' : 'minute');
  const midnight = formatOf('en-GB', timeZone, 'second');
  return timesMs.map((time) =>
    stepMs >= DAY_MS || midnight.format(time) === '00:00:00'
      ? day.format(time)
      : clock.format(time),
  );
}

/** A moment with date, seconds and zone, e.g. `26 Nov, 14:05:10 CET`. */
export const momentText = (timeMs: number, timeZone: string, locale: string): string =>
  formatOf(locale, timeZone, 'moment').format(timeMs);

type Kind = 'day' | 'minute' | 'second' | 'moment';

const parts = {
  day: { day: 'numeric', month: 'short' },
  minute: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  moment: {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  },
} as const satisfies Record<Kind, Intl.DateTimeFormatOptions>;

const formatOf = (locale: string, timeZone: string, kind: Kind): Intl.DateTimeFormat =>
  timeFormat(locale, { ...parts[kind], timeZone });

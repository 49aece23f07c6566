// What clocks of a zone show ⇄ instants, with days of 23 and 25 hours where they change.

import { timeFormat } from './formats.ts';

const two = '2-digit';
const parts = {
  ...({ year: 'numeric', month: two, day: two } as const),
  ...({ hour: two, minute: two, second: two, hourCycle: 'h23' } as const),
};

/** Milliseconds that `timeZone` (IANA name) is ahead of UTC at `timeMs`. */
export function zoneOffsetMs(timeMs: number, timeZone: string): number {
  const read = new Map(
    timeFormat('en-CA', { timeZone, ...parts })
      .formatToParts(timeMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => read.get(type) ?? 0;
  const [year, month, day] = [part('year'), part('month') - 1, part('day')];
  const wallMs = Date.UTC(year, month, day, part('hour'), part('minute'), part('second'));
  return wallMs - Math.floor(timeMs / 1000) * 1000;
}

/** The instant at which clocks show `wallMs`, their reading as if it were UTC; the second one of an hour that comes twice. */
export function fromWallClock(wallMs: number, timeZone: string): number {
  // The offset at the guess may be the one before a change of clocks; a second look settles it.
  const guess = wallMs - zoneOffsetMs(wallMs, timeZone);
  return wallMs - zoneOffsetMs(guess, timeZone);
}

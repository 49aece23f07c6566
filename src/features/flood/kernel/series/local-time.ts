// Times as tables of forecasts write them → ms UTC: with their zone, or by the clock of the city.

import { parseInstant } from '#model/time.ts';

export interface ReadTime {
  readonly timeMs: number;
  readonly hasZone: boolean;
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
/** Day first, as Germany writes it; with slashes it could be a month as well, and is not read. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** Undefined where the text is no moment. `timeZone` is an IANA name. */
export function readTime(text: string, timeZone: string): ReadTime | undefined {
  const zoned = parseInstant(
    text.replace(/^(\d{4}-\d{2}-\d{2}) +/, '$1T').replace(/ +(?=Z|[+-])/, ''),
  );
  if (zoned !== undefined) return { timeMs: zoned, hasZone: true };
  const iso = ISO.exec(text);
  const dotted = iso ? undefined : DOTTED.exec(text);
  const found = iso ?? dotted;
  if (!found) return undefined;
  const [first, month, third, hour, minute, second] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const [year, day] = iso ? [first, third] : [third, first];
  const wallMs = Date.UTC(
    year ?? 0,
    (month ?? 1) - 1,
    day ?? 1,
    hour ?? 0,
    minute ?? 0,
    second ?? 0,
  );
  const isDate =
    new Date(wallMs).getUTCMonth() === (month ?? 0) - 1 && (hour ?? 0) < 24 && (minute ?? 0) < 60;
  return isDate ? { timeMs: fromWall(wallMs, timeZone), hasZone: false } : undefined;
}

/** A clock's reading in a zone → the instant; of an hour that comes twice the second one. */
function fromWall(wallMs: number, timeZone: string): number {
  // The offset at the guess may be the one before a change of clocks; a second look settles it.
  const guess = wallMs - offsetMs(wallMs, timeZone);
  return wallMs - offsetMs(guess, timeZone);
}

function offsetMs(timeMs: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(timeMs)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const [year, month, day] = [part('year'), part('month') - 1, part('day')];
  const wallMs = Date.UTC(year, month, day, part('hour'), part('minute'), part('second'));
  return wallMs - Math.floor(timeMs / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const two = '2-digit';
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

// Times as tables of forecasts write them → ms UTC: with their zone, or by the clock of the city.

import { parseInstant } from '#model/time.ts';
import { fromWallClock } from '#model/wall-clock.ts';

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
  return isDate ? { timeMs: fromWallClock(wallMs, timeZone), hasZone: false } : undefined;
}

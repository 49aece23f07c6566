// Instants are milliseconds UTC since 1970; simulated time is seconds since the start of a run.

import { timeFormat } from './formats.ts';

declare const kind: unique symbol;

/** Milliseconds UTC since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [kind]: 'instant' };

export const instant = (millisecondsUtc: number) => millisecondsUtc as Instant;

/** Parses an ISO 8601 instant that carries its zone; undefined where it doesn't. */
export function parseInstant(text: string): Instant | undefined {
  if (!/(Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : instant(milliseconds);
}

/** Date and time in `timeZone` (IANA name) with the zone printed, e.g. `26 Nov 2026, 14:05 GMT+1`. */
export function formatInstant(moment: Instant, timeZone: string, locale: string): string {
  return timeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  }).format(moment);
}

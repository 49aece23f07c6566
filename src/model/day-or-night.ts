// Which of the two head counts of a building holds at an hour: people are at work and school by day, at home by night.

import { timeFormat } from './formats.ts';

const DAY_FROM = 7;
const DAY_UNTIL = 19;

/** Of the city's own time; throws where the zone has no such name. */
export function isDaytime(timeMs: number, timeZone: string): boolean {
  const hour = Number(
    timeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(timeMs),
  );
  return hour >= DAY_FROM && hour < DAY_UNTIL;
}

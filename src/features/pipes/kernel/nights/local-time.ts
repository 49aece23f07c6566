import { zoneOffsetMs } from '#model/wall-clock.ts';

const QUARTER_MS = 900_000;

/** Local time of an instant as if it were UTC, ms. Zones change at whole quarters: each is looked up once. */
export function createLocalTime(timeZone: string): (timeMs: number) => number {
  const offsets = new Map<number, number>();
  return (timeMs) => {
    const quarter = Math.floor(timeMs / QUARTER_MS);
    const known = offsets.get(quarter) ?? zoneOffsetMs(quarter * QUARTER_MS, timeZone);
    offsets.set(quarter, known);
    return timeMs + known;
  };
}

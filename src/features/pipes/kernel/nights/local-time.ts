const QUARTER_MS = 900_000;

/** Local time of an instant as if it were UTC, ms. Zones change at whole quarters: each is looked up once. */
export function createLocalTime(timeZone: string): (timeMs: number) => number {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...({ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' } as const),
    ...({ hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
  });
  const offsets = new Map<number, number>();
  return (timeMs) => {
    const quarter = Math.floor(timeMs / QUARTER_MS);
    const known = offsets.get(quarter) ?? offsetAt(quarter * QUARTER_MS, format);
    offsets.set(quarter, known);
    return timeMs + known;
  };
}

function offsetAt(timeMs: number, format: Intl.DateTimeFormat): number {
  const parts = new Map(format.formatToParts(timeMs).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type) ?? 0);
  const [year, month, day] = [part('year'), part('month') - 1, part('day')];
  return Date.UTC(year, month, day, part('hour'), part('minute'), part('second')) - timeMs;
}

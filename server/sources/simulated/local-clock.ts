// The city's own time: which day and hour it is there, by the zone's rules of daylight saving.

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface LocalClock {
  /** Days from 1970-01-01 to the local date. */
  dayOf(timeMs: number): number;
  /** Hours since local midnight as a clock on the wall shows them, 0 ≤ h < 24. */
  hourOf(timeMs: number): number;
  /** The instant at which the local day begins, ms UTC. */
  startOf(day: number): number;
}

/** 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;
export const isWeekend = (day: number): boolean => weekdayOf(day) >= 5;

/** Every change of offset on Earth falls on a quarter of an hour. */
const QUARTER = 15 * MINUTE;
const KEPT = 20_000;

/** `timeZone` is an IANA name; throws where it is none. */
export function createLocalClock(timeZone: string): LocalClock {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    hourCycle: 'h23',
    timeZone,
  });
  const known = new Map<number, number>();
  let lastQuarter = Number.NaN;
  let lastOffset = 0;

  function ask(quarter: number): number {
    const parts = new Map(
      format.formatToParts(quarter * QUARTER).map(({ type, value }) => [type, Number(value)]),
    );
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const wall = Date.UTC(
      ...([part('year'), part('month') - 1, part('day')] as const),
      ...([part('hour'), part('minute'), part('second')] as const),
    );
    return wall - quarter * QUARTER;
  }
  function offsetAt(timeMs: number): number {
    const quarter = Math.floor(timeMs / QUARTER);
    if (quarter === lastQuarter) return lastOffset;
    let offset = known.get(quarter);
    if (offset === undefined) {
      if (known.size >= KEPT) known.clear();
      offset = ask(quarter);
      known.set(quarter, offset);
    }
    lastQuarter = quarter;
    lastOffset = offset;
    return offset;
  }

  return {
    dayOf: (timeMs) => Math.floor((timeMs + offsetAt(timeMs)) / DAY),
    hourOf(timeMs) {
      const wall = timeMs + offsetAt(timeMs);
      return (wall - Math.floor(wall / DAY) * DAY) / HOUR;
    },
    startOf(day) {
      const guess = day * DAY - offsetAt(day * DAY);
      return day * DAY - offsetAt(guess);
    },
  };
}

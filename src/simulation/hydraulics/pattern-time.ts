// The time of demand patterns: seconds since midnight of Monday in the network's time zone.

const WEEK_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Throws a `RangeError` where `timeZone` is no IANA name. */
export function patternTimeOf(timeMs: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(timeMs);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? '0';
  const day = Math.max(0, WEEK_DAYS.indexOf(read('weekday')));
  const seconds =
    Number(read('hour')) * 3600 + Number(read('minute')) * 60 + Number(read('second'));
  return day * 86_400 + seconds;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

// Dates, times of day and durations of SWMM files. ms UTC and seconds.

/** `MM/DD/YYYY` (or `MM-DD-YYYY`, or with the month's name) as UTC; undefined where it is no date. */
export function parseDate(token: string): number | undefined {
  const [, month = '', day = '', year = ''] = /^(\w+)[/-](\d+)[/-](\d{4})$/.exec(token) ?? [];
  const number = /^\d+$/.test(month)
    ? Number(month) - 1
    : MONTHS.indexOf(month.slice(0, 3).toUpperCase());
  if (year === '' || number < 0 || number > 11) return undefined;
  return Date.UTC(Number(year), number, Number(day));
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** `HH:MM:SS`, `HH:MM` or decimal hours, in seconds; undefined where it is neither. */
export function parseClock(token: string): number | undefined {
  const [, hours, minutes, seconds = '0'] = /^(\d+):(\d+)(?::(\d+(?:\.\d*)?))?$/.exec(token) ?? [];
  if (hours !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const decimal = Number(token);
  return token === '' || Number.isNaN(decimal) ? undefined : decimal * 3600;
}

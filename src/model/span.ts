// Spans of simulated time in words with their units: `47 min` could else be read as seconds where `0:47` stands.

import type { Text } from './text.ts';

/** Between a number and its unit, and between hours and minutes: a line breaks at neither. */
const GAP = '\u202f';
const WIDE_GAP = '\u00a0';

/** Hours and whole minutes, rounded down: `47 min`, `2 h`, `26 h 5 min`. */
export function spanText(seconds: number): Text {
  const whole = Math.floor(Math.max(0, seconds) / 60);
  const hours = Math.floor(whole / 60);
  const minutes = whole % 60;
  const write = (hour: string, minute: string) =>
    [
      ...(hours > 0 ? [`${hours}${GAP}${hour}`] : []),
      ...(minutes > 0 || hours === 0 ? [`${minutes}${GAP}${minute}`] : []),
    ].join(WIDE_GAP);
  return { en: write('h', 'min'), zh: write('小时', '分钟') };
}

/** Time since a simulation began: `T+47 min`, `T+1 h 20 min`. */
export function sinceText(seconds: number): Text {
  const { en, zh } = spanText(seconds);
  return { en: `T+${en}`, zh: `T+${zh}` };
}

/** Minutes and seconds, for what counts in seconds: `4:05 min`; a dash where it never comes. */
export function clockText(seconds: number): Text {
  if (!(seconds < Infinity)) return { en: '–', zh: '–' };
  const whole = Math.round(Math.max(0, seconds));
  const clock = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return { en: `${clock}${GAP}min`, zh: `${clock}${GAP}分` };
}

// Bands of arrival and duration, and how their borders are written.

import type { Text } from '#model/text.ts';

const MINUTE_S = 60;
const HOUR_S = 3600;

export const arrivalBreaks = [
  ...[15, 30].map((minutes) => minutes * MINUTE_S),
  ...[1, 2, 4, 8].map((hours) => hours * HOUR_S),
];

export const durationBreaks = [0.5, 1, 3, 6, 12, 24].map((hours) => hours * HOUR_S);

/** Minutes below an hour, else hours. */
export function durationText(timeS: number): Text {
  if (timeS < HOUR_S) {
    return { en: `${timeS / MINUTE_S} min`, zh: `${timeS / MINUTE_S} 分钟` };
  }
  return { en: `${timeS / HOUR_S} h`, zh: `${timeS / HOUR_S} 小时` };
}

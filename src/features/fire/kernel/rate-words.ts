// Fires a year as a person grasps them: “one in 2,400 years” rather than 0.000417.

import type { Text } from '#model/text.ts';

/** Two digits are more than the model can say. */
const round = (value: number): number => Number(value.toPrecision(2));

const write = (value: number): string => round(value).toLocaleString('en');

/** Fires a year from which “one in 1.4 years” says less than “0.7 a year”. */
const OFTEN = 0.5;

/** Years between two fires, rounded to two digits. */
export const yearsBetween = (firesPerYear: number): string => write(1 / firesPerYear);

/** `firesPerYear` of one building or of a city; 0 and what is no number say so. */
export function rateWords(firesPerYear: number): Text {
  if (!(firesPerYear >= 0)) return { en: 'not known', zh: '未知' };
  if (firesPerYear === 0) return { en: 'none', zh: '无' };
  if (firesPerYear >= OFTEN)
    return { en: `${write(firesPerYear)} a year`, zh: `每年 ${write(firesPerYear)} 次` };
  const years = yearsBetween(firesPerYear);
  return { en: `one in ${years} years`, zh: `每 ${years} 年一次` };
}

/** How much more or less often: `×2.4`. */
export function factorWords(factor: number): string {
  if (!Number.isFinite(factor) || factor < 0) return '–';
  if (factor >= 100 || factor === 0) return `×${Math.round(factor).toLocaleString('en')}`;
  if (factor >= 10) return `×${factor.toFixed(0)}`;
  return `×${factor.toPrecision(factor < 0.1 ? 1 : factor < 1 ? 2 : 3)}`;
}

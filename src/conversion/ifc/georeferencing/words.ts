// Numbers and distances as a surveyor reads them.

import type { Text } from '#model/text.ts';

/** With commas between thousands: `5,438,232.250`. */
export function toNumberText(value: number, digits = 3): string {
  const [whole = '', part] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = Number(value.toFixed(digits)) === 0 ? grouped.replace('-', '') : grouped;
  return part === undefined ? sign : `${sign}.${part}`;
}

/** Up to `digits` of them, no zeros at the end. */
export const toShortText = (value: number, digits = 9): string =>
  String(Number(value.toPrecision(digits)));

/** `12 mm`, `3.2 m`, `850 m`, `6.9 km`, `6,913 km`. */
export function toDistanceText(metres: number): string {
  if (metres < 0.1) return `${Math.round(metres * 1000)} mm`;
  if (metres < 10) return `${toNumberText(metres, 2)} m`;
  if (metres < 1000) return `${Math.round(metres)} m`;
  return `${toNumberText(metres / 1000, metres < 100000 ? 1 : 0)} km`;
}

export const toDegreeText = (degrees: number, digits = 7): string => `${degrees.toFixed(digits)}°`;

export const say = (en: string, zh: string): Text => ({ en, zh });

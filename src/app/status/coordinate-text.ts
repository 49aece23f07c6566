// A position in words, in the style that the person chose.

import type { Geodetic } from '#model/position.ts';
import { type Radians, toDegrees } from '#model/units.ts';

/** `51.90877° N, 4.45123° E`: about a metre. */
export function toDegreesText({ latitude, longitude }: Geodetic): string {
  return `${degrees(latitude, 'NS')}, ${degrees(longitude, 'EW')}`;
}

/** `51°54′31.6″ N, 4°27′4.4″ E`: about three metres. */
export function toMinutesText({ latitude, longitude }: Geodetic): string {
  return `${minutes(latitude, 'NS')}, ${minutes(longitude, 'EW')}`;
}

/** `51.9087700, 4.4512300`, to be pasted into other programs. */
export function toPastedText({ latitude, longitude }: Geodetic): string {
  return `${toDegrees(latitude).toFixed(7)}, ${toDegrees(longitude).toFixed(7)}`;
}

function degrees(angle: Radians, letters: string): string {
  return `${Math.abs(toDegrees(angle)).toFixed(5)}° ${letters[angle < 0 ? 1 : 0]}`;
}

function minutes(angle: Radians, letters: string): string {
  // Tenths of a second are counted first, so that 59.96″ carries into the minutes.
  const tenths = Math.round(Math.abs(toDegrees(angle)) * 36_000);
  const whole = Math.floor(tenths / 36_000);
  const minute = Math.floor((tenths % 36_000) / 600);
  const second = ((tenths % 600) / 10).toFixed(1);
  return `${whole}°${pad(minute)}′${second.padStart(4, '0')}″ ${letters[angle < 0 ? 1 : 0]}`;
}

const pad = (value: number) => String(value).padStart(2, '0');

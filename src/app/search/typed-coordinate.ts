// A position typed by a person: decimal degrees or degrees, minutes and seconds, latitude first unless a
// letter says otherwise.

import { fromDegrees, type Radians } from '#model/units.ts';

export interface TypedPosition {
  readonly longitude: Radians;
  readonly latitude: Radians;
}

const BODY =
  /([+-]?\d{1,3}(?:\.\d+)?)(?:\s*[°º])?(?:\s*(\d{1,2}(?:\.\d+)?)\s*['′](?:\s*(\d{1,2}(?:\.\d+)?)\s*["″])?)?/
    .source;
const LETTER_FIRST = new RegExp(`([NSEW])\\s*${BODY}`, 'iy');
const LETTER_LAST = new RegExp(`${BODY}(?:\\s*([NSEW]))?`, 'iy');

interface Angle {
  readonly degrees: number;
  readonly axis: 'latitude' | 'longitude' | undefined;
}

/** Reads `51.91, 4.45`, `4.45E 51.91N` or `51°54'36"N 4°27'0"E`; undefined where the text is none of them. */
export function parseTypedCoordinate(text: string): TypedPosition | undefined {
  const trimmed = text.trim();
  const first = readAngle(trimmed, 0);
  if (!first) return undefined;
  const gap = /^(?:\s*[,;]\s*|\s+)?/.exec(trimmed.slice(first.end))?.[0] ?? '';
  if (gap === '' && !first.angle.axis) return undefined;
  const second = readAngle(trimmed, first.end + gap.length);
  if (!second || second.end !== trimmed.length) return undefined;
  return toPosition(first.angle, second.angle);
}

function readAngle(text: string, start: number): { angle: Angle; end: number } | undefined {
  const isLetterFirst = /[a-z]/i.test(text[start] ?? '');
  const pattern = isLetterFirst ? LETTER_FIRST : LETTER_LAST;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole = '', minutes = '0', seconds = '0'] = match.slice(isLetterFirst ? 2 : 1);
  const letter = match[isLetterFirst ? 1 : 4]?.toUpperCase();
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
  const size = Math.abs(Number(whole)) + Number(minutes) / 60 + Number(seconds) / 3600;
  const isNegative = whole.startsWith('-') !== (letter === 'S' || letter === 'W');
  const axis = !letter ? undefined : 'NS'.includes(letter) ? 'latitude' : 'longitude';
  return { angle: { degrees: isNegative ? -size : size, axis }, end: pattern.lastIndex };
}

function toPosition(first: Angle, second: Angle): TypedPosition | undefined {
  if (first.axis && first.axis === second.axis) return undefined;
  const isLongitudeFirst = first.axis === 'longitude' || second.axis === 'latitude';
  const latitude = (isLongitudeFirst ? second : first).degrees;
  const longitude = (isLongitudeFirst ? first : second).degrees;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { longitude: fromDegrees(longitude), latitude: fromDegrees(latitude) };
}

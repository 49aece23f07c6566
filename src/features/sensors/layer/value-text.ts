import type { ObservedPropertyId } from '#model/observed-property.ts';
import type { Language } from '#model/text.ts';
import { toReading } from '../kernel/reading.ts';
import { statusNames } from '../messages.ts';

/** A reading as it stands below a pin: `2.4 m`, `—` where there is none, and a word where it is old. */
export function toValueText(
  value: number,
  property: ObservedPropertyId,
  isStale: boolean,
  language: Language,
): string {
  const text = Number.isNaN(value) ? '—' : amountOf(value, property, language);
  return isStale ? `${text} · ${statusNames.stale[language]}` : text;
}

function amountOf(value: number, property: ObservedPropertyId, language: Language): string {
  const reading = toReading(property, value);
  if (reading.kind === 'state') return reading.name[language];
  const digits = reading.value.toFixed(reading.decimals);
  const number = (Number(digits) === 0 ? digits.replace('-', '') : digits).replace('-', '−');
  return reading.unit === '' ? number : `${number} ${reading.unit}`;
}

/** How many more a pin stands for, in at most five characters: +87, +940, +1.2k, +15k. */
export function toMoreText(count: number): string {
  return `+${toShortCount(count)}`;
}

function toShortCount(count: number): string {
  if (count < 1000) return String(count);
  if (count < 10_000) return `${(Math.floor(count / 100) / 10).toFixed(1)}k`;
  return `${Math.floor(count / 1000)}k`;
}

// Values as cities write them: `300`, `"300 mm"`, `12"`, `0.3 m`, `900x600`, 9999 for nobody knows.

import { type LengthUnit, lengthUnits } from './schema-fields.ts';

const UNIT_WORDS: readonly (readonly [RegExp, LengthUnit])[] = [
  [/^(mm|millimet(er|re)s?|毫米)$/i, 'mm'],
  [/^(cm|centimet(er|re)s?|厘米)$/i, 'cm'],
  [/^(m|met(er|re)s?|米)$/i, 'm'],
  [/^(in|inch|inches|"|”|″)$/i, 'in'],
  [/^(ft|foot|feet|'|’|′)$/i, 'ft'],
];

/** Whether a value stands for none; `missing` are the spellings, zero is judged by its field. */
export function isMissing(
  value: unknown,
  missing: readonly (string | number)[],
  isZeroNone: boolean,
): boolean {
  if (value === null || value === undefined) return true;
  const text = String(value).trim().toLowerCase();
  const number = text === '' ? Number.NaN : Number(text);
  if (isZeroNone && number === 0) return true;
  return missing.some((one) =>
    typeof one === 'number' ? number === one : text === one.trim().toLowerCase(),
  );
}

export interface ReadLength {
  readonly metres: number;
  /** Of `900x600`: the second number, m. */
  readonly second?: number | undefined;
}

/** Undefined for what is no length. `unit` counts where the text has none of its own. */
export function readLength(value: unknown, unit: LengthUnit): ReadLength | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { metres: value * lengthUnits[unit] } : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const text = value
    .trim()
    .replace(/^(dn|ø|⌀)\s*/i, '')
    .replace(/(\d),(\d)/g, '$1.$2');
  const [, first = '', unitA = '', second, unitB = ''] =
    /^([+-]?\d+(?:\.\d+)?)\s*([^\d\s.x×*+-]*)(?:\s*[x×*]\s*(\d+(?:\.\d+)?)\s*([^\d\s.]*))?$/i.exec(
      text,
    ) ?? [];
  if (first === '') return undefined;
  const own = unitOf(unitA) ?? unitOf(unitB);
  if ((unitA !== '' && !unitOf(unitA)) || (unitB !== '' && !unitOf(unitB))) return undefined;
  const scale = lengthUnits[own ?? unit];
  return {
    metres: Number(first) * scale,
    ...(second === undefined ? {} : { second: Number(second) * scale }),
  };
}

const unitOf = (word: string): LengthUnit | undefined =>
  UNIT_WORDS.find(([pattern]) => pattern.test(word))?.[1];

/** Year of `1998`, `1998-05-01`, `05/01/1998`, milliseconds since 1970; undefined for what is none. */
export function readYear(value: unknown): string | undefined {
  if (typeof value === 'number' && Math.abs(value) > 10_000) {
    return String(new Date(value).getUTCFullYear());
  }
  const found = /(?:^|\D)(1[5-9]\d\d|20\d\d|21\d\d)(?:\D|$)/.exec(String(value));
  return found?.[1];
}

/** How full a column is and what its numbers are like, to guess its unit. */
export function guessSizeUnit(values: readonly unknown[]): {
  readonly unit: LengthUnit;
  readonly confidence: number;
} {
  const numbers = values.flatMap((value) => {
    const length = readLength(value, 'm');
    return length && length.metres > 0 && !/[a-z"”″']/i.test(String(value)) ? [length.metres] : [];
  });
  if (numbers.length === 0) return { unit: 'mm', confidence: 0.3 };
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  if (middle >= 75) return { unit: 'mm', confidence: 0.9 };
  if (middle < 3.5 && numbers.some((one) => !Number.isInteger(one)))
    return { unit: 'm', confidence: 0.85 };
  if (middle >= 3.5) return { unit: 'in', confidence: middle <= 48 ? 0.8 : 0.5 };
  return { unit: 'm', confidence: 0.4 };
}

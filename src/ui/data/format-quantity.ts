// Numbers as people of the chosen language write them, with SI spacing between value and unit.

import { numberFormat } from '#model/formats.ts';
import type { Language } from '#model/text.ts';
import { localeOf } from '../kit-context.ts';

export interface NumberFormat {
  /** Digits after the decimal point; without it, as many as show four significant digits. */
  readonly decimals?: number | undefined;
  /** False for what is counted but not grouped, such as years. */
  readonly isGrouped?: boolean | undefined;
  /** Short for a wall or a small place: 1.2M, 120万. */
  readonly isCompact?: boolean | undefined;
}

const DASH = '–';
const MINUS = '\u2212';
const NARROW_NO_BREAK_SPACE = '\u202f';
const HUGE = 1e15;
const TINY = 1e-4;

/** Units that touch their number: angles by SI, percent by the habit of both languages. */
const touching = new Set(['°', '′', '″', '%', '‰']);

/** The number alone; a dash for what is no finite number. */
export function formatNumber(
  value: number | undefined | null,
  language: Language,
  { decimals, isGrouped = true, isCompact = false }: NumberFormat = {},
): string {
  if (value === undefined || value === null || Number.isNaN(value)) return DASH;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  const size = Math.abs(value);
  if (!isCompact && size !== 0 && (size >= HUGE || (size < TINY && decimals === undefined))) {
    return formatScientific(value);
  }
  const fixed =
    decimals !== undefined
      ? { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
      : { maximumFractionDigits: isCompact ? 1 : fractionDigits(size) };
  // British English shortens million to m, which reads as metres.
  const locale = isCompact && language === 'en' ? 'en-US' : localeOf(language);
  return numberFormat(locale, {
    ...fixed,
    useGrouping: isGrouped,
    ...(isCompact && { notation: 'compact' }),
    signDisplay: 'negative',
  })
    .format(value)
    .replace('-', MINUS);
}

/** Value and unit; the dash stands without a unit. */
export function formatQuantity(
  value: number | undefined | null,
  unit: string,
  language: Language,
  format: NumberFormat = {},
): string {
  const number = formatNumber(value, language, format);
  return number === DASH ? number : `${number}${unitGap(unit)}${unit}`;
}

/** What stands between a number and `unit`. */
export const unitGap = (unit: string): string =>
  unit === '' || touching.has(unit) ? '' : NARROW_NO_BREAK_SPACE;

function fractionDigits(size: number): number {
  if (size === 0) return 0;
  return Math.min(8, Math.max(0, 3 - Math.floor(Math.log10(size))));
}

function formatScientific(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(2).split('e');
  const digits: Record<string, string> = { '-': '⁻', '+': '' };
  const raised = [...exponent]
    .map((digit) => digits[digit] ?? '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))
    .join('');
  return `${mantissa.replace('-', MINUS)}${NARROW_NO_BREAK_SPACE}×${NARROW_NO_BREAK_SPACE}10${raised}`;
}

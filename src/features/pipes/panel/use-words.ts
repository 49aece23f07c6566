import { useMemo } from 'react';
import { spanText } from '#model/span.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { formatQuantity, localeOf, momentText, type NumberFormat } from '#ui';
import { measureOf } from '../messages/measures.ts';

/** The city's zone. */
export const useTimeZone = (): string =>
  useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');

/** Writes a moment with its zone, in the city's time. */
export function useMoment(): (timeMs: number) => string {
  const timeZone = useTimeZone();
  const locale = localeOf(useAppState(({ preferences }) => preferences.language));
  return (timeMs) => momentText(timeMs, timeZone, locale);
}

/** Writes a value of the tables, in SI, as people read it: `0.15`, `m` of a diameter as `150 mm`. */
export function useMeasure(): (value: number, unit: string, name?: string) => string {
  const language = useAppState(({ preferences }) => preferences.language);
  return useMemo(
    () => (value, unit, name) => {
      const { factor, offset, symbol, decimals, isGrouped } = measureOf(unit, name);
      return formatQuantity(value * factor + offset, symbol, language, { decimals, isGrouped });
    },
    [language],
  );
}

/** Writes a number with its unit, as it is. */
export function useQuantity(): (value: number, unit: string, format?: NumberFormat) => string {
  const language = useAppState(({ preferences }) => preferences.language);
  return (value, unit, format) => formatQuantity(value, unit, language, format);
}

/** Writes a time span: `1 h 5 min`, `45 s`. */
export function useSpan(): (seconds: number) => string {
  const say = useText();
  return (seconds) => {
    const whole = Math.max(0, Math.round(seconds));
    return say(whole < 60 ? { en: `${whole}\u202fs`, zh: `${whole}\u202f秒` } : spanText(whole));
  };
}

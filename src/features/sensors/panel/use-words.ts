import { useMemo } from 'react';
import type { ObservedPropertyId } from '#model/observed-property.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { formatQuantity, localeOf, momentText } from '#ui';
import { toAge, toReading } from '../kernel/reading.ts';
import { ageUnits, messages } from '../messages.ts';

/** The city's zone. */
export const useTimeZone = (): string =>
  useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');

/** Writes a moment with its zone, in the city's time. */
export function useMoment(): (timeMs: number) => string {
  const timeZone = useTimeZone();
  const locale = localeOf(useAppState(({ preferences }) => preferences.language));
  return (timeMs) => momentText(timeMs, timeZone, locale);
}

/** Writes a stored value as a person reads it, with its unit. */
export function useReadingText(): (property: ObservedPropertyId, stored: number) => string {
  const language = useAppState(({ preferences }) => preferences.language);
  return useMemo(
    () => (property, stored) => {
      const reading = toReading(property, stored);
      if (reading.kind === 'state') return reading.name[language];
      const { value, unit, decimals } = reading;
      return formatQuantity(value, unit, language, { decimals });
    },
    [language],
  );
}

/** Writes how long ago something was. */
export function useAgeText(): (timeMs: number, nowMs: number) => string {
  const say = useText();
  return (timeMs, nowMs) => {
    const age = toAge(timeMs, nowMs);
    return age ? `${age.amount} ${say(ageUnits[age.unit])}` : say(messages.never);
  };
}

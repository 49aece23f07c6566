// What the fire's screens read: the fire that is shown, what burns now, the time in words.

import { findObservedProperty, type ObservedPropertyId } from '#model/observed-property.ts';
import { sinceText } from '#model/span.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useText } from '#store/use-store.tsx';
import { formatNumber, formatQuantity, localeOf, momentText } from '#ui';
import { FIRE_MOMENT, FIRE_SPREAD, type FireMoment, type FireSpread } from '../contract/spread.ts';
import type { FireScenario, FireStatus } from '../contract.ts';
import { shownFireOf, timeOf } from '../state/clock.ts';
import { selectFire } from '../state.ts';

export { windNameOf } from '../messages/wind.ts';

export const useShownFire = (): FireScenario | undefined => useAppState(shownFireOf);

/** Whole seconds since the shown fire began. */
export const useFireTimeS = (): number => useAppState((state) => Math.round(timeOf(state) ?? 0));

/** Undefined before the worker has said anything. */
export const useFireStatus = (scenario: string): FireStatus | undefined =>
  useAppState((state) => selectFire(state).status[scenario]);

/** The latest good spread of the shown fire: of another scenario it is none. */
export function useSpread(): FireSpread | undefined {
  const spread = useFrame<FireSpread>(FIRE_SPREAD);
  const shown = useAppState((state) => selectFire(state).shown);
  return spread?.scenario === shown ? spread : undefined;
}

export function useFireMoment(): FireMoment | undefined {
  const moment = useFrame<FireMoment>(FIRE_MOMENT);
  const shown = useAppState((state) => selectFire(state).shown);
  return moment?.scenario === shown ? moment : undefined;
}

export const useLanguage = () => useAppState(({ preferences }) => preferences.language);

/** Writes whole numbers with the language's grouping. */
export function useCount(): (value: number) => string {
  const language = useLanguage();
  return (value) => formatNumber(value, language, { decimals: 0 });
}

/** Writes a wind's speed. */
export function useSpeed(): (speedMs: number) => string {
  const language = useLanguage();
  return (speedMs) => formatQuantity(speedMs, 'm/s', language, { decimals: 1 });
}

/** Writes a flow of water. */
export function useFlow(): (flowLs: number) => string {
  const language = useLanguage();
  return (flowLs) => formatQuantity(flowLs, 'L/s', language, { decimals: 0 });
}

/** Writes a time since the fire began, `T+1 h 20 min`. */
export function useSince(): (seconds: number) => string {
  const say = useText();
  return (seconds) => say(sinceText(seconds));
}

/** Writes a moment with its zone, in the city's time. */
export function useMomentText(): (timeMs: number) => string {
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const locale = localeOf(useLanguage());
  return (timeMs) => momentText(timeMs, timeZone, locale);
}

/** Writes a detector's stored value as a person reads it. */
export function useReadingText(): (property: ObservedPropertyId, value: number) => string {
  const language = useLanguage();
  const say = useText();
  return (property, value) => {
    const { name, shown, states } = findObservedProperty(property);
    const state = states?.find((one) => one.value === value);
    const { symbol, factor, digits } = shown;
    const words = state
      ? say(state.name)
      : formatQuantity(value * factor, symbol, language, { decimals: digits });
    return `${say(name)} ${words}`;
  };
}

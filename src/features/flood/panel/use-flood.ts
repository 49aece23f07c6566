// What the flood's screens read: the line to the worker, the run that is shown, the time in words.

import { sinceText } from '#model/span.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useText } from '#store/use-store.tsx';
import { localeOf, momentText } from '#ui';
import type { FloodLine } from '#workers/flood/client.ts';
import { FLOOD_LINE, type FloodStatus } from '../contract.ts';
import { shownRunOf, shownTimeS } from '../state/clock.ts';
import type { FloodRun } from '../state/initial.ts';
import { selectFlood } from '../state.ts';

/** The line to the worker; undefined until the session has one. */
export const useFloodLine = (): FloodLine | undefined => useFrame<FloodLine>(FLOOD_LINE);

export const useShownRun = (): FloodRun | undefined => useAppState(shownRunOf);

export const useRun = (id: string): FloodRun | undefined =>
  useAppState((state) => selectFlood(state).runs.find((run) => run.id === id));

/** How a run stands; undefined before the worker has said so. */
export const useFloodStatus = (run: string): FloodStatus | undefined =>
  useAppState((state) => selectFlood(state).status[run]);

/** Seconds since the start of the shown run that its water, numbers and lists are of. */
export const useShownTimeS = (): number | undefined => useAppState(shownTimeS);

export const useLocale = (): string =>
  localeOf(useAppState(({ preferences }) => preferences.language));

/** Writes simulated time since the start, `T+1 h 20 min`. */
export function useSince(): (seconds: number) => string {
  const say = useText();
  return (seconds) => say(sinceText(seconds));
}

/** Writes a moment of a run with its zone, in the city's time. */
export function useMoment(): (timeMs: number) => string {
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const locale = useLocale();
  return (timeMs) => momentText(timeMs, timeZone, locale);
}

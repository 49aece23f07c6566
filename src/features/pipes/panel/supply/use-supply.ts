// What the supply tool reads: reports, matches and the run that the session publishes.

import { useFrame } from '#scene/use-frames.tsx';
import { useAppState } from '#store/use-store.tsx';
import { localeOf, momentText } from '#ui';
import { HYDRAULICS_LINE } from '../../contract/channels.ts';
import {
  type SupplyReport,
  WATER_MATCHES,
  WATER_RUN,
  WATER_SUPPLY,
  type WaterMatch,
  type WaterRun,
} from '../../contract/water.ts';
import type { HydraulicsLine } from '../../session/water/line.ts';

const NO_REPORTS: ReadonlyMap<string, SupplyReport> = new Map();
const NO_MATCHES: readonly WaterMatch[] = [];

export const useReports = () =>
  useFrame<ReadonlyMap<string, SupplyReport>>(WATER_SUPPLY) ?? NO_REPORTS;

export const useMatches = () => useFrame<readonly WaterMatch[]>(WATER_MATCHES) ?? NO_MATCHES;

export const useHydraulicsLine = () => useFrame<HydraulicsLine>(HYDRAULICS_LINE);

/** The latest run of this network, if that is the one kept. */
export function useRun(network: string): WaterRun | undefined {
  const run = useFrame<WaterRun>(WATER_RUN);
  return run?.network === network ? run : undefined;
}

export const useTimeZone = (): string =>
  useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');

/** Writes a moment with its zone, in the city's time. */
export function useMoment(): (timeMs: number) => string {
  const timeZone = useTimeZone();
  const locale = localeOf(useAppState(({ preferences }) => preferences.language));
  return (timeMs) => momentText(timeMs, timeZone, locale);
}

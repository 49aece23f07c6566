// The buildings whose detectors are beyond a limit, each with the reading that says most; alarms first, then the latest.

import type { FireReading } from '#model/fire-reading.ts';

export interface WorstReading {
  readonly reading: FireReading;
  readonly level: 'warning' | 'alarm';
  readonly count: number;
}

export function worstReadings(readings: readonly FireReading[]): readonly WorstReading[] {
  const worst = new Map<string, WorstReading>();
  for (const reading of readings) {
    const { level, building, isStale } = reading;
    if (level === 'normal' || isStale || building === '') continue;
    const known = worst.get(building);
    const count = (known?.count ?? 0) + 1;
    const isWorse = !known || isBefore(reading, known.reading);
    worst.set(building, { ...(isWorse || !known ? { reading, level } : known), count });
  }
  return [...worst.values()].toSorted((a, b) => (isBefore(a.reading, b.reading) ? -1 : 1));
}

function isBefore(a: FireReading, b: FireReading): boolean {
  if (a.level !== b.level) return a.level === 'alarm';
  if (a.timeMs !== b.timeMs) return a.timeMs > b.timeMs;
  return a.building < b.building;
}

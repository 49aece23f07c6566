// How fast an engine drives, m/s, and what a run costs beside, s. RAND's T = 0.65 + 1.7 D (min, miles; Kolesar and Walker
// 1974, taken over by ISO): 35 mph on the way, 0.65 min to get up to speed and down again. On a street with a lower limit
// that limit counts: an engine under blue lights may pass it, a planner doesn't count on it.

/** 35 mph. */
export const MOST_ENGINE_MS = 35 * 0.44704;
/** Traffic-calmed lanes have limits at walking pace, which engines pass at this (assumed). */
export const LEAST_ENGINE_MS = 15 / 3.6;
/** 0.65 min. */
export const START_STOP_S = 39;
/** Crew with hose, from where the engine can't go on (assumed; SFPE gives 1.2 m/s unhindered). */
export const ON_FOOT_MS = 1;

/** km/h where a street names no limit, by its class; others 50. */
export const limitByClassKmh: Readonly<Record<string, number>> = {
  ...{ motorway: 100, trunk: 80, arterial: 50, primary: 50, secondary: 50, collector: 50 },
  ...{ tertiary: 50, residential: 30, unclassified: 30, quay: 30, service: 20, lane: 15 },
};

/** m/s; `limitKmh` NaN or 0: the usual one of the class. */
export function engineSpeedMs(limitKmh: number, streetClass: string): number {
  const limit = limitKmh > 0 ? limitKmh : (limitByClassKmh[streetClass] ?? 50);
  return Math.min(MOST_ENGINE_MS, Math.max(LEAST_ENGINE_MS, limit / 3.6));
}

// What stands in figures: of the plan while the incident runs, of the log where another time is shown.

import type { ShownIncident } from './use-incident.ts';

export interface Figures {
  readonly isolatedCustomers: number;
  readonly strandedCustomers: number;
  readonly drainedM: number;
  readonly drainedM3: number;
  readonly water:
    | {
        readonly lowPressureCustomers: number;
        readonly burstFlowM3s: number;
        readonly lostM3: number;
        readonly atMs: number;
      }
    | undefined;
}

export function figuresOf({ state, plan, isReplay, atMs }: ShownIncident): Figures | undefined {
  if (!state) return undefined;
  if (isReplay || state.endedAtMs !== undefined) {
    const { known, knownAtMs } = state;
    if (!known) return undefined;
    const { hydraulics } = known;
    return { ...known, water: hydraulics && { ...hydraulics, atMs: knownAtMs ?? atMs } };
  }
  if (!plan?.isolation) return undefined;
  return { ...plan.isolation, water: plan.hydraulics && lostUntil(plan.hydraulics, atMs) };
}

/** The solver answers each few seconds; in between the burst flows on. */
function lostUntil<Solved extends { atMs: number; burstFlowM3s: number; lostM3: number }>(
  solved: Solved,
  atMs: number,
): Solved {
  const seconds = Math.max(0, (atMs - solved.atMs) / 1000);
  return { ...solved, lostM3: solved.lostM3 + solved.burstFlowM3s * seconds };
}

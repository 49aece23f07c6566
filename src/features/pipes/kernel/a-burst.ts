// A burst for tests, step by step: a minute lies between two acts.

import type { BurstIncident, IncidentAct } from '../contract/burst.ts';

export const noonMs = Date.UTC(2026, 10, 26, 12);
export const minuteMs = 60_000;

export function aBurst(...acts: readonly IncidentAct[]): BurstIncident {
  return {
    key: '00000000-0000-4000-8000-000000000000',
    network: 'water',
    link: 'water/link/P-1',
    share: 0.5,
    sectionM2: 0.02,
    place: 'Domstraße',
    longitudeDeg: 10.64,
    latitudeDeg: 54.3,
    onsetMs: noonMs - 10 * minuteMs,
    steps: [{ kind: 'opened', size: 'hole' } as const, ...acts].map((act, at) => ({
      key: `00000000-0000-4000-8000-00000000000${at}`,
      atMs: noonMs + at * minuteMs,
      act,
    })),
  };
}

export const turn = (
  kind: 'close' | 'open' | 'stuck' | 'turnable',
  valve: string,
): IncidentAct => ({
  kind,
  valve,
  link: `P-of-${valve}`,
});

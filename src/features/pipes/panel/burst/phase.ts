import type { IncidentState } from '../../contract/burst.ts';
import type { Isolation } from '../../contract/incident.ts';

export type Phase = 'closing' | 'closed' | 'repaired' | 'supplied' | 'ended' | 'open';

/** How far an incident has come. */
export function phaseOf(state: IncidentState, isolation: Isolation | undefined): Phase {
  if (state.endedAtMs !== undefined) return 'ended';
  if (state.isRepaired) return state.closed.length === 0 ? 'supplied' : 'repaired';
  if (isolation && !isolation.isIsolable) return 'open';
  const closed = new Set(state.closed.map(({ valve }) => valve));
  return isolation?.valves.every(({ id }) => closed.has(id)) ? 'closed' : 'closing';
}

export const phaseTones = {
  closing: 'critical',
  open: 'critical',
  closed: 'warning',
  repaired: 'info',
  supplied: 'good',
  ended: 'off',
} as const;

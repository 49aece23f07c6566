import { useMemo } from 'react';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState } from '#store/use-store.tsx';
import { type BurstIncident, INCIDENT_PLAN, type IncidentState } from '../../contract/burst.ts';
import type { IncidentPlan } from '../../contract/plan.ts';
import { stateAt } from '../../kernel/incident-log.ts';
import { shownUntilMs } from '../../state/incident.ts';

export interface ShownIncident {
  /** Undefined where a time before the incident is shown. */
  readonly state: IncidentState | undefined;
  /** Undefined until topology has answered for this incident. */
  readonly plan: IncidentPlan | undefined;
  /** Another time than the present is shown: nothing can be done then. */
  readonly isReplay: boolean;
  /** The moment that is shown. */
  readonly atMs: number;
}

/** How the incident stands at the moment that is shown, with the plan for it. */
export function useIncident(incident: BurstIncident): ShownIncident {
  const plan = useFrame<IncidentPlan>(INCIDENT_PLAN);
  const untilMs = useAppState(shownUntilMs);
  const atMs = useAppState(({ clock }) => clock.now);
  const state = useMemo(() => {
    const [first] = incident.steps;
    return first && first.atMs <= untilMs ? stateAt(incident, untilMs) : undefined;
  }, [incident, untilMs]);
  return {
    state,
    plan: plan?.incident === incident.key ? plan : undefined,
    isReplay: Number.isFinite(untilMs),
    atMs,
  };
}

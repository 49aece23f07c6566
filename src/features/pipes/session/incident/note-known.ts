// After each act, what was known then goes into the log: a replay shows that, not what was found out later.

import { presentOf } from '#store/clock.ts';
import {
  type BurstIncident,
  INCIDENT_PLAN,
  type IncidentStep,
  type KnownThen,
} from '../../contract/burst.ts';
import type { IncidentPlan } from '../../contract/plan.ts';
import { stateAt } from '../../kernel/incident-log.ts';
import { addStep, isEnded } from '../../state/incident.ts';
import { selectPipes } from '../../state.ts';
import type { StartPart } from '../part.ts';

/** Hydraulics answer within tenths of a second, or there are none. */
const PATIENCE_MS = 4000;

export const noteKnown: StartPart = ({ store, frames, now }) => {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function consider(isImpatient: boolean): void {
    const { clock } = store.getState();
    const { incident } = selectPipes(store.getState());
    const plan = frames.peek<IncidentPlan>(INCIDENT_PLAN);
    const last = incident && unnoted(incident);
    if (!incident || !last || clock.mode !== 'live' || isEnded(incident)) return;
    if (plan?.incident !== incident.key || !plan.isolation) return;
    const isSolved = plan.hydraulics !== undefined && plan.hydraulics.atMs >= last.atMs;
    if (!isSolved && !isImpatient) {
      clearTimeout(timer);
      timer = setTimeout(() => consider(true), PATIENCE_MS);
      return;
    }
    clearTimeout(timer);
    const atMs = Math.max(presentOf(clock, now()), last.atMs + 1);
    const closed = stateAt(incident, atMs).closed.map(({ valve }) => valve);
    addStep(store, incident.key, atMs, {
      kind: 'known',
      known: toKnown(plan, closed, isSolved),
    });
  }
  const stop = frames.subscribe((channel) => {
    if (channel === INCIDENT_PLAN) consider(false);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
};

const noted = new Set([
  'opened',
  'size',
  'close',
  'open',
  'stuck',
  'turnable',
  'repaired',
  'notRepaired',
]);

/** The latest act that nothing is known of yet. */
function unnoted({ steps }: BurstIncident): IncidentStep | undefined {
  const last = steps.findLast(({ act }) => noted.has(act.kind) || act.kind === 'known');
  return last?.act.kind === 'known' ? undefined : last;
}

function toKnown(
  { isolation, hydraulics, critical }: IncidentPlan,
  closed: readonly string[],
  isSolved: boolean,
): KnownThen {
  return {
    valves: isolation?.valves.map(({ id }) => id) ?? [],
    closed,
    isolatedCustomers: isolation?.isolatedCustomers ?? 0,
    strandedCustomers: isolation?.strandedCustomers ?? 0,
    critical: critical.map(({ name }) => name),
    drainedM: isolation?.drainedM ?? 0,
    drainedM3: isolation?.drainedM3 ?? 0,
    ...(hydraulics &&
      isSolved && {
        hydraulics: {
          lowPressureCustomers: hydraulics.lowPressureCustomers,
          noSupplyCustomers: hydraulics.noSupplyCustomers,
          burstFlowM3s: hydraulics.burstFlowM3s,
          lostM3: hydraulics.lostM3,
        },
      }),
  };
}

// What leaves the broken main, for whoever wants to know where that water goes.

import { BURST_FLOW, type BurstFlow } from '#model/burst-flow.ts';
import { INCIDENT_PLAN } from '../../contract/burst.ts';
import type { IncidentPlan } from '../../contract/plan.ts';
import { selectPipes } from '../../state.ts';
import type { StartPart } from '../part.ts';

export const tellBurst: StartPart = ({ store, frames }) => {
  let told: BurstFlow | undefined;

  function tell(): void {
    const { incident } = selectPipes(store.getState());
    const plan = frames.peek<IncidentPlan>(INCIDENT_PLAN);
    const solved = plan?.incident === incident?.key ? plan?.hydraulics : undefined;
    const next: BurstFlow | undefined =
      incident && solved
        ? {
            ...{ pipe: incident.link, place: incident.place },
            ...{ longitudeDeg: incident.longitudeDeg, latitudeDeg: incident.latitudeDeg },
            ...{ atMs: solved.atMs, flowM3s: solved.burstFlowM3s },
          }
        : undefined;
    if (next?.pipe === told?.pipe && next?.flowM3s === told?.flowM3s) return;
    told = next;
    frames.publish(BURST_FLOW, next);
  }

  const stop = frames.subscribe((channel) => channel === INCIDENT_PLAN && tell());
  tell();
  return () => {
    stop();
    if (told) frames.publish(BURST_FLOW, undefined);
  };
};

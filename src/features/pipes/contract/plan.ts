// What is to be done about a burst at one moment, as the session works it out and screens show it.

import type { CriticalCustomer, IncidentHydraulics, Isolation } from './incident.ts';

/** What `INCIDENT_PLAN` carries. */
export interface IncidentPlan {
  /** Key of the incident. */
  readonly incident: string;
  /** Undefined until topology has answered, or where it can't. */
  readonly isolation: Isolation | undefined;
  /** Id of the link that a valve sits on, by the valve's id. */
  readonly linkOf: Readonly<Record<string, string>>;
  /** Undefined until hydraulics have answered, or where no network model is open. */
  readonly hydraulics: IncidentHydraulics | undefined;
  /** First those that matter most: by the plan, then those that pressure fails. */
  readonly critical: readonly CriticalCustomer[];
  readonly failure: string | undefined;
  /** From question to answer, ms. */
  readonly answeredInMs: number;
}

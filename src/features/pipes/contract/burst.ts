// A burst as a log of what happened and was done, from which everything else follows: what is changed of the
// network, what was known when. Steps are only ever added. Times in ms UTC of the city's own clock.

import type { NetworkChanges } from '#model/network-changes.ts';
import type { PipeKey } from '../contract.ts';

/** Share of the pipe's cross-section that is open. */
export const burstSizes = { crack: 0.02, hole: 0.1, break: 0.25 } as const;
export type BurstSize = keyof typeof burstSizes;

export interface BurstIncident {
  /** UUID, made by the page. */
  readonly key: string;
  readonly network: string;
  readonly link: PipeKey;
  /** Where along the link it broke, from `from` (0) to `to` (1). */
  readonly share: number;
  /** Inner cross-section of the pipe, m². */
  readonly sectionM2: number;
  /** What people call the place: a street, or the pipe's id. */
  readonly place: string;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  /** When it began, as far as is known. */
  readonly onsetMs: number;
  /** In order of time; the first is `opened`. */
  readonly steps: readonly IncidentStep[];
}

export interface IncidentStep {
  readonly key: string;
  readonly atMs: number;
  readonly by?: string | undefined;
  readonly act: IncidentAct;
}

/** A valve by its id with the link that it sits on; a link that was stopped itself has its own id twice. */
export interface TurnedValve {
  readonly valve: string;
  readonly link: string;
}

export type IncidentAct =
  | { readonly kind: 'opened'; readonly size: BurstSize }
  | { readonly kind: 'size'; readonly size: BurstSize }
  | ({ readonly kind: 'close' | 'open' | 'stuck' | 'turnable' } & TurnedValve)
  | { readonly kind: 'repaired' | 'notRepaired' | 'ended' }
  | { readonly kind: 'note' | 'workOrder'; readonly text: string }
  | { readonly kind: 'known'; readonly known: KnownThen };

/** What screens showed at one moment: counts, and the valves that were to be closed then. */
export interface KnownThen {
  readonly valves: readonly string[];
  readonly closed: readonly string[];
  readonly isolatedCustomers: number;
  readonly strandedCustomers: number;
  readonly critical: readonly string[];
  readonly drainedM: number;
  readonly drainedM3: number;
  /** Of the solver; undefined where it had not answered. */
  readonly hydraulics?:
    | {
        readonly lowPressureCustomers: number;
        readonly noSupplyCustomers: number;
        readonly burstFlowM3s: number;
        readonly lostM3: number;
      }
    | undefined;
}

/** How the incident stands after the steps up to one moment. */
export interface IncidentState {
  readonly size: BurstSize;
  /** In order of closing. */
  readonly closed: readonly TurnedValve[];
  readonly stuck: readonly TurnedValve[];
  /** Closed before and opened again, the latest last. */
  readonly reopened: readonly TurnedValve[];
  readonly isRepaired: boolean;
  readonly endedAtMs: number | undefined;
  readonly known: KnownThen | undefined;
  readonly knownAtMs: number | undefined;
  readonly changes: NetworkChanges;
}

/** Channel of `scene/frames.ts` with an `IncidentPlan`; undefined where there is no incident. */
export const INCIDENT_PLAN = 'pipes/incident-plan';
/** Channel with how the log is kept: `IncidentKeeping`. */
export const INCIDENT_KEEPING = 'pipes/incident-keeping';

export interface IncidentKeeping {
  /** Of the incident on screen; undefined where there is none. */
  readonly where: 'server' | 'sending' | 'browser' | undefined;
  /** Its number on the server. */
  readonly number: number | undefined;
  /** Why it is not on the server. */
  readonly reason: string | undefined;
  /** The city's incidents, the latest first; those that this browser alone has among them. */
  readonly incidents: readonly KeptIncident[];
}

export interface KeptIncident {
  readonly key: string;
  readonly number: number | undefined;
  readonly headline: string;
  readonly openedAtMs: number;
  readonly closedAtMs: number | undefined;
}

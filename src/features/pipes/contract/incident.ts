// A burst and what is done about it: what topology says at once and hydraulics a moment later. SI.

import type { PipeKey } from '../contract.ts';

/** One of the valves to close, in this order. */
export interface ValveToClose {
  readonly key: PipeKey;
  readonly id: string;
  readonly index: number;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly diameterM: number;
  readonly turns: number;
  /** What stands in the way of reaching it; '' where nothing. */
  readonly access: string;
  readonly exercisedYear: number;
  /** Way from the valve before it, m: streets are not known to the network, so as the crow flies. */
  readonly fromPreviousM: number;
}

/** A valve that can't help and why the segment became larger. */
export interface ValvePassed {
  readonly key: PipeKey;
  readonly id: string;
  readonly why: 'inoperable' | 'alreadyClosed';
}

export interface CriticalCustomer {
  readonly key: PipeKey;
  readonly id: string;
  readonly name: string;
  readonly why: 'isolated' | 'stranded' | 'lowPressure';
}

/** What topology knows of closing around a broken link. */
export interface Isolation {
  readonly network: string;
  readonly link: PipeKey;
  readonly valves: readonly ValveToClose[];
  readonly passed: readonly ValvePassed[];
  /** Indices (with base) of what is in the segment, and of what loses supply though it is outside. */
  readonly isolated: Uint32Array;
  readonly stranded: Uint32Array;
  readonly isolatedCustomers: number;
  readonly strandedCustomers: number;
  readonly critical: readonly CriticalCustomer[];
  /** Length and volume of the pipes that drain. */
  readonly drainedM: number;
  readonly drainedM3: number;
  /** False where no set of valves isolates it: a source is in the segment. */
  readonly isIsolable: boolean;
}

/** What hydraulics add: pressure-driven, with the burst flowing and valves as they are. */
export interface IncidentHydraulics {
  readonly atMs: number;
  readonly burstFlowM3s: number;
  /** Since the burst, with the valves as they were closed. */
  readonly lostM3: number;
  readonly lowPressureCustomers: number;
  readonly noSupplyCustomers: number;
  readonly lowest: readonly { readonly key: PipeKey; readonly pressurePa: number }[];
  readonly warnings: readonly string[];
}

// What a spread of contamination takes and gives. Mass in kg, concentration in kg/m³, s since the start of the run.

import type { ExtendedOptions } from '../extended.ts';
import type { SolverFailure } from '../parts.ts';

export interface Injection {
  /** Node of the model where it enters. */
  readonly node: string;
  readonly massKg: number;
  readonly startS: number;
  readonly durationS: number;
}

export interface SpreadOptions extends ExtendedOptions {
  readonly injection: Injection;
  /** From here on a node counts as reached, kg/m³. */
  readonly thresholdKgM3: number;
  /** Hydrants that are opened to flush, from when on. */
  readonly flushing: readonly Flushing[];
}

export interface Flushing {
  readonly node: string;
  readonly flowM3s: number;
  readonly fromS: number;
}

/** Flows between instants of a run: the flow of `timesS[i]` lasts until `timesS[i + 1]`. */
export interface FlowHistory {
  readonly timesS: readonly number[];
  readonly endS: number;
  /** By link index − 1, positive from its first node to its second. */
  readonly flowM3s: readonly Float32Array[];
  /** What customers take, by node index − 1. */
  readonly demandM3s: readonly Float32Array[];
}

export interface Spread {
  /** When each node is reached for the first time, by index − 1; NaN where it never is. */
  readonly arrivalS: Float64Array;
  readonly peakKgM3: Float64Array;
  /** Mass that customers took there. */
  readonly takenKg: Float64Array;
  /** Instants of `frames`. */
  readonly frameS: readonly number[];
  /** Concentration by node index − 1, kg/m³. */
  readonly frames: readonly Float32Array[];
  readonly history: FlowHistory;
  /** What entered: less than was asked where no water flows past the node. */
  readonly injectedKg: number;
  /** Mass out and stored by mass in. */
  readonly massBalance: number;
  readonly stepS: number;
  readonly failure: SolverFailure | undefined;
}

export interface SpreadProgress {
  readonly phase: 'hydraulics' | 'quality';
  readonly timeS: number;
}

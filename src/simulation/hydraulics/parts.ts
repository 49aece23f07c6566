// What the parts of the water hydraulics hand to each other. One EPANET 2.3 project per model, opened once; solves
// change status, demand, emitter and level without opening it anew. SI outside, litres a second and metres inside.

import type { Project, Workspace } from 'epanet-js';
import type { NetworkChanges } from '#model/network-changes.ts';

/** A model opened for many solves, its hydraulics open. Built by `open-model.ts`. */
export interface WaterModel {
  readonly workspace: Workspace;
  readonly project: Project;
  readonly nodeIds: readonly string[];
  readonly linkIds: readonly string[];
  /** EPANET's index (from 1) of an id. */
  readonly nodeIndex: IdIndex;
  readonly linkIndex: IdIndex;
  /** Junctions, then tanks and reservoirs, by index − 1. */
  readonly elevationM: Float64Array;
  /** EPANET's types, by index − 1. */
  readonly nodeType: Uint8Array;
  readonly linkType: Uint8Array;
  /** Indices (from 1) of the ends, by link index − 1. */
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  /** Inside, by link index − 1; 0 for pumps. */
  readonly diameterM: Float64Array;
  readonly lengthM: Float64Array;
  readonly durationS: number;
  readonly hydraulicStepS: number;
  readonly patternStepS: number;
  /** Demand multiplier of the file. */
  readonly demandFactor: number;
  /** True where the file gives pipes a leak area (FAVAD). */
  readonly hasLeakage: boolean;
  readonly isPressureDriven: boolean;
  /** Where isolation valves sit, by their id. */
  readonly valves: ReadonlyMap<string, ValvePlace>;
  /** Simple controls by index of the link that they switch. */
  readonly controls: ReadonlyMap<number, readonly number[]>;
  /** Pipes that are cut in two at a burst, by their id. */
  readonly splits: ReadonlyMap<string, PipeSplit>;
  /** How the last cold solve went, to tell when a warm one goes astray. */
  readonly warmth: { isWarm: boolean; coldIterations: number };
  /** What EPANET warned of while opening. */
  readonly warnings: readonly string[];
  /** Warning codes since it was last asked. */
  takeWarnings(): number[];
  close(): void;
}

export type IdIndex = Pick<ReadonlyMap<string, number>, 'get' | 'has'>;

export interface ValvePlace {
  readonly link: string;
  /** Node at whose end of the link it sits. */
  readonly node: string;
}

/** The pipe keeps its id from its first node to the burst; a new pipe goes on from there. */
export interface PipeSplit {
  /** From its first node (0) to its last (1). */
  readonly share: number;
  /** Indices (from 1) of the new junction and of the new pipe. */
  readonly node: number;
  readonly rest: number;
}

/** What is known of the network now, from live readings. */
export interface WaterState {
  /** Seconds since midnight of Monday in the network's time zone, for the demand patterns. */
  readonly patternS: number;
  /** Water above the floor by tank id, m. */
  readonly tankLevelM: ReadonlyMap<string, number>;
  /** Whether it runs and its relative speed, by pump id. */
  readonly pumps: ReadonlyMap<string, { readonly isRunning: boolean; readonly speed: number }>;
  /** All demands times this, so that the sum meets the measured inflow; 1 where nothing is measured. */
  readonly demandFactor: number;
  /** Beside it, demands of these nodes times their own factor, by node id: metered areas. */
  readonly nodeFactor?: ReadonlyMap<string, number> | undefined;
}

export interface SolveOptions {
  readonly changes: NetworkChanges;
  readonly state: WaterState | undefined;
  /**
   * Pressure-driven after Wagner; below `minimumM` nothing is delivered, from `requiredM` on everything. As the
   * file says where undefined.
   */
  readonly pressureDriven: { readonly minimumM: number; readonly requiredM: number } | undefined;
}

/** One instant, by EPANET index − 1; SI. */
export interface WaterSnapshot {
  readonly timeS: number;
  readonly headM: Float64Array;
  /** Head over the node's elevation; of tanks the level of water. */
  readonly pressureM: Float64Array;
  /** What customers get; of tanks and reservoirs what flows in. */
  readonly demandM3s: Float64Array;
  /** What is delivered of what is asked, 0–1; 1 where nothing is asked. */
  readonly deliveredShare: Float64Array;
  readonly flowM3s: Float64Array;
  readonly velocityMps: Float64Array;
  /** 0 closed, 1 open. */
  readonly isOpen: Uint8Array;
  /** What runs out of leaks along each link; all 0 where the model has none. */
  readonly leakM3s: Float64Array;
  /** What runs out of emitters of each node: hydrants, bursts. */
  readonly emitterM3s: Float64Array;
  readonly iterations: number;
  /** EPANET's warning codes of the step; empty where it converged without one. */
  readonly warnings: readonly number[];
}

/** Why a solve gave nothing, as a result: a network that can't be solved is no bug. */
export interface SolverFailure {
  readonly kind: 'failure';
  /** Seconds since the start of the run. */
  readonly timeS: number;
  /** Number of EPANET's list of errors; 0 where it is ours. */
  readonly code: number;
  readonly reason: string;
  /** Ids of nodes and links that EPANET names. */
  readonly where: readonly string[];
}

export const isFailure = (outcome: WaterSnapshot | SolverFailure): outcome is SolverFailure =>
  'kind' in outcome;

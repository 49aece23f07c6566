// What the parts of the water hydraulics hand to each other. One EPANET 2.3 project per model, opened once; solves
// change status, demand, emitter and level without opening it anew. SI outside, litres a second and metres inside.

import type { Project, Workspace } from 'epanet-js';
import type { NetworkChanges } from '#model/network-changes.ts';

/** A model opened for many solves. Built by `open-model.ts`. */
export interface WaterModel {
  readonly workspace: Workspace;
  readonly project: Project;
  readonly nodeIds: readonly string[];
  readonly linkIds: readonly string[];
  /** EPANET's index (from 1) of an id. */
  readonly nodeIndex: ReadonlyMap<string, number>;
  readonly linkIndex: ReadonlyMap<string, number>;
  /** Junctions, then tanks and reservoirs, by index − 1. */
  readonly elevationM: Float64Array;
  /** EPANET's types, by index − 1. */
  readonly nodeType: Uint8Array;
  readonly linkType: Uint8Array;
  /** Indices (from 1) of the ends, by link index − 1. */
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  readonly durationS: number;
  readonly hydraulicStepS: number;
  /** What EPANET warned of while opening. */
  readonly warnings: readonly string[];
  close(): void;
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
}

export interface SolveOptions {
  readonly changes: NetworkChanges;
  readonly state: WaterState | undefined;
  /** Pressure-driven after Wagner; below `minimumM` nothing is delivered, from `requiredM` on everything. */
  readonly pressureDriven: { readonly minimumM: number; readonly requiredM: number } | undefined;
}

/** One instant, by EPANET index − 1; SI. */
export interface WaterSnapshot {
  readonly timeS: number;
  readonly headM: Float64Array;
  readonly pressureM: Float64Array;
  readonly demandM3s: Float64Array;
  /** What is delivered of what is asked, 0–1; 1 where nothing is asked. */
  readonly deliveredShare: Float64Array;
  readonly flowM3s: Float64Array;
  readonly velocityMps: Float64Array;
  /** 0 closed, 1 open. */
  readonly isOpen: Uint8Array;
  readonly leakM3s: Float64Array;
  readonly iterations: number;
  /** EPANET's warning codes of the step; empty where it converged without one. */
  readonly warnings: readonly number[];
}

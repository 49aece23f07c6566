// What `workers/drainage` is asked and what it says of a storm in the city's drains. SI; instants in ms UTC.

import type { DesignStorm } from '#simulation/drainage/design-storm.ts';
import type { Assumption } from '#simulation/drainage/from-network.ts';
import type { NetworkSource, NetworkValues, PipeKey } from '../contract.ts';

/** Channel with the `DrainageMatch`es of the open networks. */
export const DRAINAGE_MATCHES = 'pipes/drainage-matches';
/** Channel with the `DrainageRun` that is shown; the session shows its instant at the city's clock. */
export const DRAINAGE_RUN = 'pipes/drainage-run';

export interface OpenDrains {
  readonly sources: readonly NetworkSource[];
  /** Address of the catchments' GeoJSON lines, where the city has them. */
  readonly catchments: string | undefined;
}

/** What of a network can be solved. */
export interface DrainageMatch {
  readonly network: string;
  readonly links: number;
  readonly nodes: number;
  readonly catchments: number;
  readonly catchmentM2: number;
  readonly pumps: readonly { readonly id: string; readonly key: PipeKey }[];
  readonly assumptions: readonly Assumption[];
}

export interface DrainageRequest {
  readonly network: string;
  readonly startMs: number;
  readonly durationS: number;
  readonly storm: DesignStorm;
  /** Ids of pipes of whose section a tenth is left. */
  readonly blocked: readonly string[];
  readonly stoppedPumps: readonly string[];
  readonly frameS: number;
}

/** A manhole that overflows, or whose pipes stand under pressure longest. */
export interface DrainageNotable {
  readonly key: PipeKey;
  readonly id: string;
  readonly floodedM3: number;
  /** Seconds since the start; NaN where it never did. */
  readonly beganS: number;
  readonly floodedS: number;
  readonly peakM3s: number;
  readonly surchargedS: number;
  readonly depthM: number;
}

export interface DrainageRun {
  readonly network: string;
  readonly run: string;
  readonly model: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly rainM: number;
  readonly rainM3: number;
  readonly runoffM3: number;
  readonly outflowM3: number;
  readonly floodedM3: number;
  readonly storedM3: number;
  /** Share of the water that the balance misses. */
  readonly balanceError: number;
  readonly timesRealTime: number;
  readonly floodedNodes: number;
  readonly surchargedNodes: number;
  readonly flooded: readonly DrainageNotable[];
  readonly surcharged: readonly DrainageNotable[];
  readonly assumptions: readonly Assumption[];
}

export type DrainageNews =
  | {
      readonly kind: 'progress';
      readonly doneS: number;
      readonly totalS: number;
      readonly timesRealTime: number;
      readonly values: NetworkValues;
    }
  | { readonly kind: 'run'; readonly run: DrainageRun };

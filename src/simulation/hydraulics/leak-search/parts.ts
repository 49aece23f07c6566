// What a search for a leak takes and gives. Pressures in m of water, flows in m³/s.

import type { SolveOptions } from '../parts.ts';

export interface LeakSensor {
  /** Node of the model where it measures pressure. */
  readonly node: string;
  /** Standard deviation of what it says here, m: noise of the logger and what the model never gets right. */
  readonly noiseM: number;
}

/** One instant with what the sensors say. */
export interface LeakInstant {
  /** State of the network without the leak that is looked for. */
  readonly options: SolveOptions;
  /** Measured less expected by sensor, m; negative where pressure is lost, NaN where a sensor is silent. */
  readonly changeM: readonly number[];
}

export interface LeakSearchOptions {
  /** Flow that candidates are tried with first, m³/s; the second round takes what fits. */
  readonly firstFlowM3s: number;
  /** How far all demands together may have drifted unseen, as a share (standard deviation). */
  readonly demandDrift: number;
  /** Groups of nodes whose demands may have drifted each by itself, beside all together: metered areas. */
  readonly driftingAreas: readonly (readonly string[])[];
  /** Error of what the model says a leak does, as a share of it (standard deviation). */
  readonly modelError: number;
  /** Share of the probability that the area holds. */
  readonly areaShare: number;
}

export const usualLeakSearch: LeakSearchOptions = {
  firstFlowM3s: 6 / 3600,
  demandDrift: 0.01,
  driftingAreas: [],
  modelError: 0.1,
  areaShare: 0.8,
};

export interface LeakFinding {
  /** Twice the gain in log-likelihood over "there is no leak": below `LEAST_STRENGTH` nothing was found. */
  readonly strength: number;
  readonly isFound: boolean;
  /** By link index − 1; 0 for what is no candidate. They sum to 1. */
  readonly probability: Float64Array;
  /** Flow that fits best at each link, m³/s. */
  readonly flowM3s: Float64Array;
  /** Indices − 1 of the links that hold `areaShare`, the densest first. */
  readonly area: Int32Array;
  readonly areaLengthM: number;
  /** Mean of what fits, and the range that holds 90 %. */
  readonly meanFlowM3s: number;
  readonly lowFlowM3s: number;
  readonly highFlowM3s: number;
  /** Cosine between what is seen and what the best candidate does: 1 is the same shape. */
  readonly match: number;
  readonly solves: number;
}

/** Chance alone exceeds this in about one of 1,000 searches of a network with hundreds of candidates. */
export const LEAST_STRENGTH = 20;

// What a district heating net is and what was solved of it. Pa, kg/s, W, °C, m.

import type { FrictionModel } from './friction.ts';

export interface HeatProblem {
  readonly friction: FrictionModel;
  readonly nodes: { readonly heightM: Float64Array };
  /** Pipes, and valves as pipes of no length. */
  readonly pipes: {
    readonly from: Uint32Array;
    readonly to: Uint32Array;
    readonly lengthM: Float64Array;
    readonly innerM: Float64Array;
    readonly roughnessM: Float64Array;
    readonly lossCoefficient: Float64Array;
    /** Heat lost for each metre and kelvin above what lies around it, W/(m K). */
    readonly lossWmK: Float64Array;
    readonly aroundC: Float64Array;
    readonly isClosed: Uint8Array;
  };
  readonly consumers: {
    /** Rows of the nodes on the supply and the return. */
    readonly from: Uint32Array;
    readonly to: Uint32Array;
    readonly heatW: Float64Array;
    /** Temperature that the consumer cools to; NaN where its flow is given. */
    readonly returnC: Float64Array;
    /** NaN where it follows from the heat and the return temperature. */
    readonly flowKgs: Float64Array;
  };
  readonly plants: {
    /** Rows of the nodes on the return and the supply. */
    readonly from: Uint32Array;
    readonly to: Uint32Array;
    readonly supplyC: Float64Array;
    /** What its pumps add, Pa. */
    readonly liftPa: Float64Array;
    readonly isStopped: Uint8Array;
  };
  /** Pressure that the first plant of each part that hangs together holds at its return, Pa over the air. */
  readonly holdingPa: number;
}

export interface HeatState {
  /** Over the air, Pa; NaN where nothing reaches. */
  readonly pressurePa: Float64Array;
  /** NaN where nothing flows. */
  readonly nodeC: Float64Array;
  readonly pipes: {
    readonly flowKgs: Float64Array;
    readonly velocityMps: Float64Array;
    /** At the end that the water leaves by. */
    readonly outC: Float64Array;
    readonly inC: Float64Array;
    readonly lossW: Float64Array;
  };
  readonly consumers: {
    readonly flowKgs: Float64Array;
    readonly supplyC: Float64Array;
    readonly returnC: Float64Array;
    /** Pressure before it less that behind it, Pa. */
    readonly differencePa: Float64Array;
    /** Heat that it gets of what it asks for, 0–1. */
    readonly deliveredShare: Float64Array;
  };
  readonly plants: { readonly flowKgs: Float64Array; readonly heatW: Float64Array };
  readonly isSupplied: Uint8Array;
  readonly lossW: number;
  readonly iterations: number;
  readonly imbalanceKgs: number;
}

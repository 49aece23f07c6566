// What the searches of the water worker are asked and answer: fire flow, contamination, leaks. SI, times in ms UTC.

import type { HydrantClass } from '#simulation/hydraulics/fire-flow/classes.ts';
import type { FlowLimit } from '#simulation/hydraulics/fire-flow/fire-flow.ts';
import type { TogetherFlow } from '#simulation/hydraulics/fire-flow/together.ts';
import type { PipeKey } from '../contract.ts';
import type { WaterMoment } from './water.ts';

/** News of work that may take a while; the last one is the result. */
export type AnalysisNews<Result> =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly result: Result };

/** An element of the register. */
export interface AnalysedElement {
  /** Within its network: `NetworkBase.base` is to be added. */
  readonly index: number;
  readonly key: PipeKey;
  readonly id: string;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
}

export interface FireFlowRequest extends WaterMoment {
  /** Ids of nodes of the register; all hydrants where undefined. */
  readonly hydrants: readonly string[] | undefined;
  /** Left at the hydrant, and everywhere else in its zone, Pa. */
  readonly residualPa: number;
  readonly zoneMinimumPa: number;
  /** Nobody takes more from one; without end where absent. */
  readonly mostM3s?: number;
}

export interface HydrantRow extends AnalysedElement {
  readonly staticPa: number;
  /** NaN where it could not be solved. */
  readonly flowM3s: number;
  readonly aloneM3s: number;
  readonly limit: FlowLimit;
  readonly lowest: PipeKey | undefined;
  readonly lowestPa: number;
  readonly hydrantClass: HydrantClass;
  readonly method: 'oneSolve' | 'bisection';
}

export interface FireFlowResult {
  readonly network: string;
  readonly atMs: number;
  readonly model: string;
  readonly residualPa: number;
  readonly zoneMinimumPa: number;
  readonly rows: readonly HydrantRow[];
  /** Hydrants of the register that the model lacks. */
  readonly unknown: readonly string[];
}

/** Several hydrants open at once; one row a hydrant that the model has. */
export interface TogetherResult {
  readonly network: string;
  readonly atMs: number;
  readonly model: string;
  readonly totalM3s: number;
  readonly limit: TogetherFlow['limit'];
  readonly rows: readonly { readonly id: string; readonly flowM3s: number }[];
  readonly unknown: readonly string[];
}

export interface RingResult {
  readonly hydrant: PipeKey;
  readonly flowM3s: number;
  readonly feed: PipeKey | undefined;
  readonly closed: readonly {
    readonly pipe: PipeKey;
    readonly id: string;
    readonly flowM3s: number;
  }[];
}

export interface ContaminationRequest extends WaterMoment {
  /** Id of a node or link of the register; of a link its first end. */
  readonly place: string;
  readonly massKg: number;
  readonly startMs: number;
  readonly durationS: number;
  readonly horizonS: number;
  readonly thresholdKgM3: number;
  /** When people begin to act: what flushing and valves are reckoned from. */
  readonly actMs: number;
  /** Out of a hydrant that is flushed. */
  readonly flushM3s: number;
}

export interface ReachedCustomer extends AnalysedElement {
  readonly customers: number;
  readonly isCritical: boolean;
  readonly arrivalMs: number;
  readonly peakKgM3: number;
  readonly takenKg: number;
}

export interface FlushRow extends AnalysedElement {
  readonly passingKg: number;
  readonly savedKg: number;
}

export interface ContaminationResult {
  readonly network: string;
  readonly model: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly injectedKg: number;
  readonly massBalance: number;
  readonly stepS: number;
  /** Nodes with customers in the order in which it reaches them. */
  readonly reached: readonly ReachedCustomer[];
  readonly customers: number;
  readonly takenKg: number;
  readonly flushing: readonly FlushRow[];
  /** To close at `actMs`. */
  readonly valves: readonly AnalysedElement[];
  /** When it reaches each node row and each link row, ms UTC; NaN where it never does. */
  readonly nodeArrivalMs: Float64Array;
  readonly linkArrivalMs: Float64Array;
}

export interface TraceBackRequest extends WaterMoment {
  readonly complaints: readonly {
    readonly node: string;
    readonly atMs: number;
    readonly withinS: number;
  }[];
  /** How far back flows are reckoned. */
  readonly historyS: number;
  readonly spellS: number;
}

export interface SourceCandidate extends AnalysedElement {
  readonly likelihood: number;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly shares: readonly number[];
}

export interface TraceBackResult {
  readonly network: string;
  readonly model: string;
  readonly candidates: readonly SourceCandidate[];
  readonly unknownShare: number;
}

export interface LeakRequest extends WaterMoment {
  /** Readings before this were usual: when the alarm came. */
  readonly onsetMs: number;
  /** What each sensor's residual was before it, by sensor id. */
  readonly usual: Readonly<Record<string, UsualResidual>>;
}

export interface UsualResidual {
  /** Measured less solved, Pa: middle and spread (standard deviation) of `count` values. */
  readonly middlePa: number;
  readonly spreadPa: number;
  readonly count: number;
}

export interface LeakCandidate extends AnalysedElement {
  readonly probability: number;
  readonly flowM3s: number;
  readonly lengthM: number;
}

export interface LeakResult {
  readonly network: string;
  readonly atMs: number;
  readonly model: string;
  readonly isFound: boolean;
  readonly strength: number;
  readonly match: number;
  /** Pipes that hold `areaShare`, the densest first. */
  readonly area: readonly LeakCandidate[];
  readonly areaShare: number;
  readonly areaLengthM: number;
  /** Pipe around which most of it lies. */
  readonly centre: LeakCandidate | undefined;
  readonly meanFlowM3s: number;
  readonly lowFlowM3s: number;
  readonly highFlowM3s: number;
  readonly sensors: readonly {
    readonly sensor: string;
    readonly name: string;
    readonly changePa: number;
    readonly noisePa: number;
    readonly hasUsual: boolean;
  }[];
  /** Whether demands were held as they were before the onset. */
  readonly isHeld: boolean;
}

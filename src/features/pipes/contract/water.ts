// What the water solver says of supply, as workers, panels and the burst workflow exchange it. SI, times in ms UTC.

import type { NetworkChanges } from '#model/network-changes.ts';
import type { NetworkMove } from '#model/network-move.ts';
import type { NetworkReading } from '#model/network-reading.ts';
import type { Text } from '#model/text.ts';
import type { NetworkSource, NetworkValues } from '../contract.ts';
import type { IncidentHydraulics } from './incident.ts';

/** Channel of `scene/frames.ts` with the latest `SupplyReport` of each network: `ReadonlyMap<string, SupplyReport>`. */
export const WATER_SUPPLY = 'pipes/water-supply';
/** Channel with a `WaterIncident`: what an incident changed of a network; undefined where there is none. */
export const WATER_INCIDENT = 'pipes/water-incident';

/** Told by whoever leads the incident; each change of it is solved at once and then with the live readings. */
export interface WaterIncident {
  readonly network: string;
  /** What was changed since when, in order of time; the last entry is how it is now. */
  readonly history: readonly WaterStep[];
}

export interface WaterStep {
  readonly atMs: number;
  readonly changes: NetworkChanges;
}

export interface OpenWater {
  readonly source: NetworkSource;
  readonly timeZone: string;
}

export interface PlaceWater {
  readonly network: string;
  readonly move: NetworkMove | undefined;
}

/** What the model and the register don't share: each is named, none is guessed. */
export interface WaterMatch {
  readonly network: string;
  readonly engine: string;
  readonly nodes: number;
  readonly links: number;
  /** Ids that only the model has, and only the register has; at most 1,000 each. */
  readonly onlyInModel: readonly string[];
  readonly onlyInRegister: readonly string[];
  readonly warnings: readonly string[];
  readonly durationS: number;
  readonly tanks: readonly string[];
  readonly reservoirs: readonly string[];
  readonly pumps: readonly string[];
}

/** An instant to solve. */
export interface WaterMoment {
  readonly network: string;
  readonly atMs: number;
  readonly readings: readonly NetworkReading[];
  /** What is changed of the network since when; empty in normal operation. */
  readonly history: readonly WaterStep[];
}

export interface WaterSolution {
  readonly values: NetworkValues;
  readonly report: SupplyReport;
  /** Undefined in normal operation. */
  readonly incident: IncidentHydraulics | undefined;
}

export interface SupplyReport {
  readonly network: string;
  readonly atMs: number;
  readonly model: string;
  /** Since when it is old, and why. */
  readonly staleSinceMs: number | undefined;
  readonly problem: WaterProblem | undefined;
  /** What runs in from reservoirs, and from tanks (negative: they fill). */
  readonly inflowM3s: number;
  readonly fromTanksM3s: number;
  readonly deliveredM3s: number;
  readonly askedM3s: number;
  /** Out of bursts, emitters and leaks. */
  readonly lostM3s: number;
  /** Factor on the file's demands that the meters give. */
  readonly demandFactor: number;
  readonly areas: readonly AreaReport[];
  readonly tanks: readonly TankReport[];
  readonly pumps: readonly PumpReport[];
  readonly residuals: readonly Residual[];
  readonly noSupplyCustomers: number;
  readonly lowPressureCustomers: number;
  /** Sensors that were left out because their news is old, and elements that sensors name and the model lacks. */
  readonly staleSensors: readonly string[];
  readonly unknownElements: readonly string[];
  readonly warnings: readonly Text[];
  readonly iterations: number;
  readonly solveMs: number;
}

/** Why there is no newer solution: EPANET's word, and the elements that it names. */
export interface WaterProblem {
  readonly reason: string;
  readonly where: readonly string[];
}

export interface AreaReport {
  readonly id: string;
  /** Zone of most of its pipes by the register; '' where it has none. */
  readonly zone: string;
  readonly junctions: number;
  readonly measuredM3s: number;
  readonly expectedM3s: number;
  readonly factor: number;
}

export interface TankReport {
  readonly id: string;
  readonly levelM: number;
  readonly leastM: number;
  readonly mostM: number;
  /** Above the least level. */
  readonly usableM3: number;
  /** Negative: it empties. */
  readonly inflowM3s: number;
  /** At this flow; Infinity while it fills. */
  readonly emptyInS: number;
  readonly isMeasured: boolean;
}

export interface PumpReport {
  readonly id: string;
  readonly isRunning: boolean;
  readonly speed: number;
  readonly flowM3s: number;
  readonly liftM: number;
  readonly isMeasured: boolean;
}

/** Pressures in Pa, flows in m³/s, levels in m. */
export interface Residual {
  readonly sensor: string;
  readonly name: string;
  readonly element: string;
  readonly quantity: 'pressure' | 'flow' | 'level';
  readonly measured: number;
  readonly solved: number;
  /** Modified z-score of measured − solved; undefined until enough was seen. */
  readonly score: number | undefined;
  readonly isSimulated: boolean;
}

/** Channel with `readonly WaterMatch[]`: what each network's model and register share. */
export const WATER_MATCHES = 'pipes/water-matches';
/** Channel with the `IncidentHydraulics` of the latest solve of a `WaterIncident`; undefined where there is none. */
export const WATER_INCIDENT_RESULT = 'pipes/water-incident-result';
/** Channel with the `WaterRun` that is shown while the clock is set to a time within it. */
export const WATER_RUN = 'pipes/water-run';

export const qualityKinds = ['age', 'chlorine', 'source'] as const;
export type QualityKind = (typeof qualityKinds)[number];

/** What to compute beside pressures and flows. */
export type QualityRequest =
  | { readonly kind: 'age' }
  | {
      readonly kind: 'chlorine';
      /** At reservoirs, kg/m³. */
      readonly sourceKgM3: number;
      /** First order decay in the water, 1/s; positive decays. */
      readonly decayPerS: number;
    }
  /** Share of the water that comes from one tank or reservoir. */
  | { readonly kind: 'source'; readonly node: string };

export interface WaterRunRequest extends WaterMoment {
  readonly horizonS: number;
  readonly quality: QualityRequest | undefined;
}

/** An extended period: what each instant was like is asked by `frame`. */
export interface WaterRun {
  readonly id: string;
  readonly network: string;
  readonly model: string;
  readonly startMs: number;
  /** Before what was asked where it could not be solved further. */
  readonly endMs: number;
  readonly timesMs: readonly number[];
  readonly inflowM3s: readonly number[];
  readonly deliveredM3s: readonly number[];
  readonly askedM3s: readonly number[];
  readonly lostM3s: readonly number[];
  readonly noSupplyCustomers: readonly number[];
  readonly lowPressureCustomers: readonly number[];
  readonly tanks: readonly TankRun[];
  readonly quality: QualityRun | undefined;
  readonly problem: WaterProblem | undefined;
  readonly warnings: readonly Text[];
}

export interface TankRun {
  readonly id: string;
  readonly levelM: readonly number[];
  readonly leastM: number;
  readonly mostM: number;
  /** When it is empty for the first time; undefined where it never is within the run. */
  readonly emptyAtMs: number | undefined;
}

export interface QualityRun {
  readonly request: QualityRequest;
  /** Mass in by mass out and stored; 1 where nothing is lost. */
  readonly massBalance: number;
  readonly stepS: number;
  /** The file's step where another one was taken because the work would have been too much. */
  readonly fileStepS: number | undefined;
}

export type WaterRunNews =
  | { readonly kind: 'progress'; readonly doneS: number; readonly totalS: number }
  | { readonly kind: 'done'; readonly run: WaterRun };

/** Segments to close one at a time: what topology says is cut off, hydraulics say who else has too little. */
export interface CriticalityRequest extends WaterMoment {
  readonly segments: readonly { readonly id: string; readonly links: readonly string[] }[];
}

/** What closing a segment does, beside what is so anyway. */
export interface SegmentLoss {
  readonly id: string;
  readonly noSupplyCustomers: number;
  readonly lowPressureCustomers: number;
  readonly undeliveredM3s: number;
  /** Why it could not be solved; the numbers are NaN then. */
  readonly problem: string | undefined;
}

export interface CriticalityNews {
  readonly losses: readonly SegmentLoss[];
  readonly done: number;
  readonly total: number;
}

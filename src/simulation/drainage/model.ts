// A drainage model as it is handed in, before a solver allocates anything: nodes, links, catchments, rain. SI:
// m, m², m³/s, s; rain and infiltration in m/s. Times are seconds since the start of the simulation. Words and
// meaning of the parameters after the SWMM 5.2 reference manuals (EPA/600/R-15/162A and R-17/111).

import type { Section } from './section/section.ts';

export interface DrainageModel {
  readonly title: string;
  readonly options: DrainageOptions;
  readonly nodes: readonly DrainageNode[];
  readonly links: readonly DrainageLink[];
  readonly gages: readonly RainGage[];
  readonly subcatchments: readonly Subcatchment[];
  readonly rules: readonly ControlRule[];
  /** Open water evaporation, m/s, by month 0–11. */
  readonly evaporationMps: readonly number[];
  /** What was assumed or left out while the model was made, one sentence each. */
  readonly notes: readonly string[];
}

export interface DrainageOptions {
  /** Start, ms UTC (wall-clock time of the file read as UTC). */
  readonly startMs: number;
  readonly durationS: number;
  readonly routingStepS: number;
  /** Share of the Courant step; 0: the step is fixed. */
  readonly courantShare: number;
  readonly minimumStepS: number;
  readonly lengtheningStepS: number;
  readonly wetStepS: number;
  readonly dryStepS: number;
  readonly inertialDamping: 'none' | 'partial' | 'full';
  readonly normalFlowLimit: 'slope' | 'froude' | 'both' | 'none';
  readonly surcharge: 'extran' | 'slot';
  readonly forceMain: 'hazen-williams' | 'darcy-weisbach';
  readonly minimumAreaM2: number;
  readonly minimumSlope: number;
  readonly maximumTrials: number;
  readonly headToleranceM: number;
  readonly allowPonding: boolean;
}

/** Pairs in ascending x. */
export interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface DrainageNode {
  readonly id: string;
  readonly invertM: number;
  /** Ground above the invert; 0 where the model leaves it to the highest link. */
  readonly maximumDepthM: number;
  readonly initialDepthM: number;
  /** Further depth under a bolted cover before water leaves. */
  readonly surchargeDepthM: number;
  /** Street area that ponded water stands on and returns from; 0: overflow is lost to the drains. */
  readonly pondedAreaM2: number;
  readonly form: NodeForm;
  readonly inflows: readonly Inflow[];
}

export type NodeForm =
  | { readonly kind: 'junction' }
  | { readonly kind: 'outfall'; readonly stage: OutfallStage; readonly hasFlapGate: boolean }
  | {
      readonly kind: 'storage';
      readonly shape: StorageShape;
      readonly evaporationShare: number;
      readonly seepageMps: number;
    };

/** Water level that an outfall meets; stages in m of the model's datum. */
export type OutfallStage =
  | { readonly kind: 'free' }
  | { readonly kind: 'normal' }
  | { readonly kind: 'fixed'; readonly stageM: number }
  /** Stage by hour of the day. */
  | { readonly kind: 'tidal'; readonly curve: Curve }
  | { readonly kind: 'series'; readonly series: Curve };

export type StorageShape =
  /** A = constant + factor · d ^ exponent, m² and m. */
  | {
      readonly kind: 'functional';
      readonly constant: number;
      readonly factor: number;
      readonly exponent: number;
    }
  | { readonly kind: 'tabular'; readonly areaM2: Curve }
  /** Frustum over a rectangle or an ellipse (`round`), run/rise of its sides. */
  | {
      readonly kind: 'frustum';
      readonly lengthM: number;
      readonly widthM: number;
      readonly sideSlope: number;
      readonly isRound: boolean;
    };

/** Flow into a node from outside: baseline · pattern + factor · series(t); dry-weather flow has no series. */
export interface Inflow {
  readonly baselineM3s: number;
  readonly patterns: readonly Pattern[];
  readonly series: Curve | undefined;
  readonly factor: number;
  readonly isDryWeather: boolean;
}

export interface Pattern {
  readonly kind: 'monthly' | 'daily' | 'hourly' | 'weekend';
  readonly multipliers: readonly number[];
}

interface LinkBase {
  readonly id: string;
  /** Rows of the nodes. */
  readonly from: number;
  readonly to: number;
  readonly hasFlapGate: boolean;
}

export interface Conduit extends LinkBase {
  readonly kind: 'conduit';
  readonly lengthM: number;
  readonly manning: number;
  readonly section: Section;
  readonly barrels: number;
  readonly fromOffsetM: number;
  readonly toOffsetM: number;
  readonly initialFlowM3s: number;
  /** Upper limit of its flow; 0: none. */
  readonly maximumFlowM3s: number;
  readonly entryLoss: number;
  readonly exitLoss: number;
  readonly averageLoss: number;
  readonly seepageMps: number;
  /** Hazen–Williams C or wall roughness in m where it flows full under pressure; 0: no force main. */
  readonly forceMainRoughness: number;
}

export interface Orifice extends LinkBase {
  readonly kind: 'orifice';
  readonly isBottom: boolean;
  readonly offsetM: number;
  readonly coefficient: number;
  readonly section: Section;
  /** Seconds from closed to open; 0: at once. */
  readonly strokeS: number;
}

export interface Weir extends LinkBase {
  readonly kind: 'weir';
  readonly form: 'transverse' | 'sideflow' | 'v-notch' | 'trapezoidal';
  readonly offsetM: number;
  /** m^0.5/s of q = C · L · h^1.5 and its kin. */
  readonly coefficient: number;
  readonly endCoefficient: number;
  readonly endContractions: number;
  readonly heightM: number;
  readonly lengthM: number;
  readonly sideSlope: number;
  readonly canSurcharge: boolean;
}

export interface Pump extends LinkBase {
  readonly kind: 'pump';
  /** What the curve's x is: stored volume, stepped depth, head gained, depth; `ideal` gives on what comes in. */
  readonly by: 'volume' | 'stepped-depth' | 'head' | 'depth' | 'ideal';
  readonly curve: Curve;
  readonly isOnAtStart: boolean;
  readonly startDepthM: number;
  readonly stopDepthM: number;
}

export interface Outlet extends LinkBase {
  readonly kind: 'outlet';
  readonly offsetM: number;
  readonly isByHead: boolean;
  /** Rating as a curve, or q = factor · h ^ exponent. */
  readonly rating: Curve | { readonly factor: number; readonly exponent: number };
}

export type DrainageLink = Conduit | Orifice | Weir | Pump | Outlet;

export interface RainGage {
  readonly id: string;
  /** Start of each interval, s, and intensity that holds for `intervalS` from it, m/s. */
  readonly timesS: Float64Array;
  readonly intensityMps: Float64Array;
  readonly intervalS: number;
}

export interface Subcatchment {
  readonly id: string;
  /** Row of its gage. */
  readonly gage: number;
  /** Where its runoff goes: row of a node or of another subcatchment. */
  readonly outlet: { readonly kind: 'node' | 'subcatchment'; readonly row: number };
  readonly areaM2: number;
  readonly imperviousShare: number;
  readonly widthM: number;
  readonly slope: number;
  readonly manningImpervious: number;
  readonly manningPervious: number;
  readonly storageImperviousM: number;
  readonly storagePerviousM: number;
  /** Share of the impervious area without depression storage. */
  readonly noStorageShare: number;
  readonly route: 'outlet' | 'pervious' | 'impervious';
  readonly routedShare: number;
  readonly infiltration: Infiltration;
}

export type Infiltration =
  | {
      readonly kind: 'horton' | 'modified-horton';
      readonly firstMps: number;
      readonly lastMps: number;
      readonly decayPerS: number;
      readonly recoveryPerS: number;
      /** Most that it takes in all; 0: no limit. */
      readonly maximumM: number;
    }
  | {
      readonly kind: 'green-ampt' | 'modified-green-ampt';
      readonly suctionM: number;
      readonly conductivityMps: number;
      readonly deficit: number;
    }
  | {
      readonly kind: 'curve-number';
      readonly number: number;
      readonly recoveryPerS: number;
    };

/** `if` all of a group of premises (groups are alternatives) `actions` on links, else the other settings. */
export interface ControlRule {
  readonly id: string;
  readonly priority: number;
  readonly alternatives: readonly (readonly Premise[])[];
  readonly actions: readonly ControlAction[];
  readonly otherwise: readonly ControlAction[];
}

export interface Premise {
  readonly subject: 'node' | 'link' | 'simulation';
  readonly row: number;
  readonly quantity: 'depth' | 'head' | 'inflow' | 'flow' | 'setting' | 'time' | 'clocktime';
  readonly comparison: '=' | '<>' | '<' | '<=' | '>' | '>=';
  readonly value: number;
}

export interface ControlAction {
  readonly link: number;
  /** 0 closed or off, 1 open or on; speed of a pump. */
  readonly setting: number;
}

// What drives a flood from outside the solver, as a person drew it, and the operator that applies it. Places are
// [longitude, latitude] in degrees, levels m, flows m³/s, times s since the start of the scenario; rain mm and mm/h
// as people say it. Fits `FloodSource`, `FloodStructure` and `GroundLoss` of the feature's contract.

import type { Awaitable, FloodEdge, FloodGrid, FloodSolver } from '../parts.ts';

export type Place = readonly [longitudeDeg: number, latitudeDeg: number];

/** Linear between its points, the first value before and the last after them. */
export type Series = readonly (readonly [timeS: number, value: number])[];

export type StormShape = 'block' | 'chicago' | 'scs-ii' | 'huff' | 'alternating-block';

export type Storm =
  | { readonly shape: 'series' /** mm/h over time. */; readonly intensity: Series }
  | {
      readonly shape: StormShape;
      readonly depthMm: number;
      readonly durationS: number;
      /** Of Chicago and alternating block, 0–1; of Huff the quartile 1–4. */
      readonly peak?: number;
    };

interface Part {
  readonly id: string;
  readonly name: string;
}

export type RainSource = Part & {
  readonly kind: 'rain';
  readonly area?: readonly Place[];
  readonly storm: Storm;
};
export type InflowSource = Part & {
  readonly kind: 'inflow';
  readonly line: readonly Place[];
  readonly flow: Series;
};
export type StageSource = Part & {
  readonly kind: 'stage';
  readonly line: readonly Place[];
  readonly level: Series;
};
export type BreachSource = Part & {
  readonly kind: 'breach';
  readonly line: readonly Place[];
  readonly atS: number;
  readonly growthS: number;
  readonly widthM: number;
  readonly invertM?: number;
};
export type DamBreakSource = Part & {
  readonly kind: 'dam-break';
  readonly area: readonly Place[];
  readonly levelM: number;
  readonly atS: number;
};
export type BurstSource = Part & {
  readonly kind: 'burst';
  readonly at: Place;
  readonly flow: Series;
};
export type ForcingSource =
  | RainSource
  | InflowSource
  | StageSource
  | BreachSource
  | DamBreakSource
  | BurstSource;

export type BarrierStructure = Part & {
  readonly kind: 'barrier';
  readonly line: readonly Place[];
  readonly heightM?: number;
  readonly crestM?: number;
  readonly fromS: number;
  readonly untilS?: number;
};
export type PumpStructure = Part & {
  readonly kind: 'pump';
  readonly from: Place;
  readonly to?: Place;
  readonly flowM3s: number;
  readonly startDepthM: number;
  readonly stopDepthM: number;
  readonly fromS: number;
};
export type CulvertStructure = Part & {
  readonly kind: 'culvert';
  readonly from: Place;
  readonly to: Place;
  readonly widthM: number;
  readonly heightM: number;
  readonly count: number;
  readonly isOneWay: boolean;
};
export type GateStructure = Part & {
  readonly kind: 'gate';
  readonly line: readonly Place[];
  readonly sillM: number;
  readonly opening: Series;
};
export type ForcingStructure = BarrierStructure | PumpStructure | CulvertStructure | GateStructure;

export type ForcingPart = ForcingSource | ForcingStructure;

export type Loss =
  | { readonly kind: 'none' }
  | { readonly kind: 'constant'; readonly rateMmH: number }
  | {
      readonly kind: 'green-ampt';
      readonly conductivityMmH: number;
      readonly suctionMm: number;
      readonly deficit: number;
    }
  | { readonly kind: 'curve-number'; readonly number: number; readonly initialShare: number };

/** Column and row as real numbers from the north-west corner, row to the south: cell 0, 0 spans 0–1. */
export type ToGrid = (place: Place) => readonly [column: number, row: number];

/** The grid and where it lies. */
export interface Site {
  readonly grid: FloodGrid;
  readonly toGrid: ToGrid;
}

export interface WaterEdges {
  /** Ids of the stage sources whose lines lie on it. */
  readonly sources: readonly string[];
  readonly edges: readonly FloodEdge[];
}

export interface ForcingSetup extends Site {
  readonly sources: readonly ForcingSource[];
  readonly structures: readonly ForcingStructure[];
  readonly loss: Loss;
  /** Edges that hold whatever the parts do: rivers and sea where the grid cuts through them. */
  readonly edges?: readonly FloodEdge[];
  /** Rivers, lakes, sea that the grid cuts through: a stage source among `sources` drives the edges of the whole. */
  readonly waters?: readonly WaterEdges[];
  /** 1 where a building stands whose rain runs off beside it, row-major. */
  readonly roofs?: Uint8Array;
  /** Water at the start: cells that are wet then (rivers, sea) take no infiltration. */
  readonly depthM?: Float32Array;
  /** When it begins to be applied; what lies before has begun then. Default 0. */
  readonly startS?: number;
  readonly sewers?: SewerExchange;
}

/** What is told of a part at work. */
export interface PartFlow {
  readonly id: string;
  readonly name: string;
  readonly kind: ForcingPart['kind'] | 'sewers';
  readonly state: 'waiting' | 'working' | 'over';
  /** Mean of the last step, positive into the domain or from `from` to `to`. */
  readonly flowM3s: number;
  /** Since it began. */
  readonly volumeM3: number;
  /** Breach: width and invert; gate: opening; pump: 1 on, 0 off; barrier: highest crest; rain: mm/h. */
  readonly detail: Readonly<Record<string, number>>;
}

/** Volumes since the start (m³, f64), as asked of the solver. */
export interface ForcingBalance {
  readonly rainM3: number;
  /** By fluxes, what pumps, culverts, gates and breaches moved inside the domain among both. */
  readonly addedM3: number;
  readonly takenM3: number;
  readonly sewersM3: { readonly swallowed: number; readonly surcharged: number };
  /** What the ground asked: of constant rates and Green–Ampt more than it got where cells ran dry meanwhile. */
  readonly lossAskedM3: number;
}

/** Something that began or ended, told once. */
export interface ForcingChange {
  readonly timeS: number;
  readonly id: string;
  readonly name: string;
  readonly kind: ForcingPart['kind'];
  readonly what: 'begins' | 'ends';
}

/** Structured-cloneable; opaque. */
export interface ForcingSnapshot {
  readonly timeS: number;
  readonly states: Readonly<Record<string, PartState>>;
  readonly soil: SoilState | undefined;
  readonly sewers: SewerState | undefined;
  readonly land: LandTouched;
  readonly totals: Readonly<Record<string, number>>;
}

/** Where beds and crests were changed at any time; a face is 2 · cell (west) or 2 · cell + 1 (north). */
export interface LandTouched {
  readonly cells: Int32Array;
  readonly faces: Int32Array;
}

export interface PartState {
  /** As it was drawn, to know it again. */
  readonly part: ForcingPart;
  /** Since when it is applied, s. */
  readonly startS: number;
  readonly numbers: Readonly<Record<string, number>>;
  readonly arrays?: Readonly<Record<string, Float64Array>>;
}

export interface SoilState {
  readonly infiltratedM: Float64Array;
  readonly rateMs: Float32Array;
}

/** A coupling in progress. */
export interface SewerState {
  readonly sewers: unknown;
  readonly volumeM3: Float64Array;
  readonly dueS: number;
  readonly seconds: number;
}

/** Street and drains give and take (`sewers.ts`). */
export interface SewerExchange {
  /** Cells that it reads and feeds. */
  readonly cells: Int32Array;
  /** Seconds of one coupling. */
  readonly stepS: number;
  /** Depth and most that may be taken (m³) of each cell, and what to add (m³, negative: swallowed) in the coming step. */
  exchange(
    depthM: Float64Array,
    availableM3: Float64Array,
    seconds: number,
    into: Float64Array,
  ): void;
  readonly totals: () => { readonly swallowed: number; readonly surcharged: number };
  snapshot(): unknown;
  restore(snapshot: unknown): void;
}

/** Parts at work on a solver. Same calls in the same order, same bytes. */
export interface Forcing {
  /**
   * Sets what holds from the solver's time on, and gives back until when the solver may run before it is asked again:
   * later than now, `untilS` at most. Accounts for what ran since the last call.
   */
  apply(solver: FloodSolver, untilS: number): Awaitable<number>;
  /** From the next `apply` on; what should have begun begins there. Throws `ForcingError` where it can't be. */
  add(part: ForcingPart): void;
  /** From the next `apply` on: crests and beds are as they were before. */
  remove(id: string): void;
  flows(): readonly PartFlow[];
  /** As of the last `apply`, or as it will be at `timeS` in the piece that runs. */
  balance(timeS?: number): ForcingBalance;
  takeChanges(): readonly ForcingChange[];
  /** Cells whose bed is no longer that of the grid. */
  bed(): { readonly cells: Int32Array; readonly zM: Float32Array };
  snapshot(): ForcingSnapshot;
  /** Parts with the same id and definition go on from it, the others begin at its time if they are past. */
  restore(snapshot: ForcingSnapshot): void;
}

/** What is wrong with a part: one sentence with its name, the place and the value. */
export class ForcingError extends Error {
  override readonly name = 'ForcingError';
  readonly part: string;
  constructor(message: string, part: string) {
    super(message);
    this.part = part;
  }
}

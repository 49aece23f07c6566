import type { EnsembleNews, EnsembleRequest } from '#features/flood/contract/ensemble.ts';
import type {
  DamageTable,
  FloodEvent,
  FloodHit,
  FloodImpact,
  FloodRoadLines,
  HitQuery,
  RoadClosure,
} from '#features/flood/contract/impact.ts';
import type {
  FloodColouring,
  FloodFrame,
  FloodPlace,
  FloodScenario,
  FloodSource,
  FloodStatus,
  FloodStructure,
  PlaceDeg,
} from '#features/flood/contract.ts';
import type { TownFiles } from '../town/client.ts';

/** Where the worker reads the city: one with an elevation grid. */
export type FloodCity = TownFiles & { readonly grid: string };

/** What comes while a run goes: at most 10 frames a second, the latest wins. */
export type FloodNews =
  | { readonly kind: 'place'; readonly place: FloodPlace }
  | { readonly kind: 'status'; readonly status: FloodStatus }
  | { readonly kind: 'frame'; readonly frame: FloodFrame }
  | { readonly kind: 'impact'; readonly impact: FloodImpact }
  | { readonly kind: 'events'; readonly events: readonly FloodEvent[] };

/** What a person does while it runs; takes effect at once and is kept with its time in the run's log. */
export type Steering =
  | { readonly act: 'pause' }
  | { readonly act: 'go' }
  /** Most simulated seconds a second; Infinity: as fast as it can. */
  | { readonly act: 'pace'; readonly factor: number }
  /** `fromS`, `atS` of what is added are taken as given; what is in the past begins now. */
  | { readonly act: 'add'; readonly source?: FloodSource; readonly structure?: FloodStructure }
  | { readonly act: 'remove'; readonly id: string };

/** What a person did, and the run's time when it took effect: a run with the same log gives the same bytes. */
export interface LoggedSteering {
  readonly timeS: number;
  readonly steering: Extract<Steering, { readonly act: 'add' | 'remove' }>;
}

/** What of a run can be looked at and gone on from. */
export interface KeptRun {
  readonly status: FloodStatus;
  /** Times of the kept frames: the first, the last, and how far apart. */
  readonly fromS: number;
  readonly toS: number;
  readonly everyS: number;
  readonly frames: number;
  readonly frameBytes: number;
  /** When it can be gone on from, ascending. */
  readonly snapshotsS: readonly number[];
  readonly snapshotBytes: number;
}

/** How one run's water differs from another's: at a time, or the largest depths of both where none is given. */
export interface FloodDifference {
  readonly run: string;
  readonly other: string;
  readonly timeS?: number;
  /** Area deeper than 5 cm (m²) and volume (m³) of each. */
  readonly wetM2: readonly [run: number, other: number];
  readonly volumeM3: readonly [run: number, other: number];
  /** Wet in the one and dry in the other (m²). */
  readonly onlyRunM2: number;
  readonly onlyOtherM2: number;
  /** Wet in either and deeper, shallower by more than 1 cm (m²). */
  readonly deeperM2: number;
  readonly shallowerM2: number;
  /** Of run − other over what is wet in either (m). */
  readonly meanM: number;
  readonly rmsM: number;
  readonly most?: { readonly valueM: number; readonly at: PlaceDeg };
  readonly least?: { readonly valueM: number; readonly at: PlaceDeg };
}

/** Depth (m), level (m) and speed (m/s) over time at drawn points; flow (m³/s) through drawn lines. */
export interface FloodSeries {
  readonly timeS: Float64Array;
  readonly depthM: readonly Float32Array[];
  readonly levelM: readonly Float32Array[];
  readonly speedMs: readonly Float32Array[];
  readonly flowM3s: readonly Float32Array[];
}

/** Everything that water reached up to a time, with what it is at that time. */
export interface FloodHits {
  readonly hits: readonly FloodHit[];
  readonly events: readonly FloodEvent[];
  readonly closures: readonly RoadClosure[];
  /** How many there are, where the query wanted no more than some. */
  readonly hitsInAll: number;
  readonly closuresInAll: number;
}

/** What of a run is written as a raster: at a time, or a map of the run as a whole. */
export interface RasterWish {
  readonly run: string;
  readonly of:
    | { readonly quantity: 'depth' | 'level' | 'speed'; readonly timeS: number }
    | {
        readonly quantity: 'map';
        readonly colouring: FloodColouring;
        readonly other?: string;
        readonly arrivalDepthM?: number;
        readonly rating?: string;
      };
  /** What the file says of itself, beside the vertical datum. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface ExtentWish {
  readonly run: string;
  /** The greatest depths of the run where absent. */
  readonly timeS?: number;
  readonly thresholdsM: readonly number[];
  readonly properties: Readonly<Record<string, string | number>>;
}

export interface FloodProtocol {
  readonly calls: {
    readonly open: { params: { readonly city: FloodCity }; result: { readonly cellM: number } };
    /** Makes ready what a run of this scenario needs, so that it begins at once; it may never be asked for. */
    readonly warm: { params: { readonly scenario: FloodScenario }; result: undefined };
    readonly steer: {
      params: { readonly run: string; readonly steering: Steering };
      result: { readonly timeS: number };
    };
    /** The frame that was kept nearest to `timeS`, whole: every wet tile. */
    readonly frameAt: {
      params: { readonly run: string; readonly timeS: number };
      result: { readonly frame: FloodFrame; readonly impact: FloodImpact | undefined };
    };
    /** One value a cell: a maximum, or the difference of two runs (run − other; NaN where both are dry). */
    readonly map: {
      params: {
        readonly run: string;
        readonly colouring: FloodColouring;
        /** The other run of a difference. */
        readonly other?: string;
        readonly arrivalDepthM?: number;
        /** UK rating's debris factor (`ratingVariants`). */
        readonly rating?: string;
        /** Of a difference: the depths then instead of the largest ones. */
        readonly timeS?: number;
      };
      result: { readonly values: Float32Array };
    };
    readonly series: {
      params: {
        readonly run: string;
        readonly points: readonly PlaceDeg[];
        readonly lines: readonly (readonly PlaceDeg[])[];
      };
      result: FloodSeries;
    };
    readonly hits: {
      params: { readonly run: string; readonly timeS?: number; readonly query?: HitQuery };
      result: FloodHits;
    };
    /** The whole list that a query means, as a file for a spreadsheet. */
    readonly hitsCsv: {
      params: { readonly run: string; readonly timeS?: number; readonly query?: HitQuery };
      result: { readonly csv: string };
    };
    /** Lines of the streets whose states `FloodImpact.roads` tells, once a run. */
    readonly roads: { params: { readonly run: string }; result: FloodRoadLines };
    /** From now on, for every run and every kept time. Rejects with one sentence where it is no table. */
    readonly damage: { params: { readonly table: DamageTable }; result: undefined };
    readonly difference: {
      params: { readonly run: string; readonly other: string; readonly timeS?: number };
      result: FloodDifference;
    };
    /** A Cloud Optimized GeoTIFF. */
    readonly raster: { params: RasterWish; result: { readonly bytes: Uint8Array<ArrayBuffer> } };
    /** GeoJSON of where the water is deeper than some depths; at a time, or ever. */
    readonly extent: { params: ExtentWish; result: { readonly text: string } };
    readonly kept: { params: { readonly run: string }; result: KeptRun };
    readonly log: {
      params: { readonly run: string };
      result: readonly LoggedSteering[];
    };
    readonly forget: { params: { readonly run: string }; result: undefined };
  };
  readonly streams: {
    /**
     * Prepares and runs; leaving the loop stops it, its frames stay to be looked at until `forget`. With `from`, it goes
     * on from the other run's kept state nearest before `timeS`.
     */
    readonly run: {
      params: {
        readonly run: string;
        readonly scenario: FloodScenario;
        readonly from?: { readonly run: string; readonly timeS: number };
        /** Steering to do again at its times: of a run that is repeated. */
        readonly log?: readonly LoggedSteering[];
        readonly pace?: number;
        /** Begins paused, its first frame shown. */
        readonly isPaused?: boolean;
        /** Pauses by itself there: of a run that is begun again and stood when its worker died. */
        readonly pausesAtS?: number;
      };
      item: FloodNews;
    };
    /** How likely the water of a run's scenario is (`ensemble/`); leaving the loop stops it. */
    readonly ensemble: {
      params: {
        readonly run: string;
        readonly scenario: FloodScenario;
        readonly request: EnsembleRequest;
      };
      item: EnsembleNews;
    };
  };
}

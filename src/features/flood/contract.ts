// What flood's session, worker, layer and screens hand each other. A scenario is what a person drew: structured-cloneable,
// kept in links, on the server and in exports. Places are [longitude, latitude] in degrees, levels metres in the vertical
// reference system of the city, times seconds since the scenario's start.

import type { NetworkMove } from '#model/network-move.ts';
import type { FloodBackend, FloodScheme } from '#simulation/flood/parts.ts';

export const FLOOD = 'flood';

export type PlaceDeg = readonly [longitudeDeg: number, latitudeDeg: number];

/** Value over time: linear between its points, the first before and the last after them. */
export type TimeSeries = readonly (readonly [timeS: number, value: number])[];

export const hazardKinds = ['breach', 'river', 'surge', 'rain', 'dam-break', 'burst'] as const;
export type HazardKind = (typeof hazardKinds)[number];

export const stormShapes = ['block', 'chicago', 'scs-ii', 'huff', 'alternating-block'] as const;

interface Part {
  /** Unique within the scenario. */
  readonly id: string;
  readonly name: string;
}

export type FloodSource = Part &
  (
    | {
        readonly kind: 'rain';
        /** Where; the whole domain where absent. */
        readonly area?: readonly PlaceDeg[];
        readonly storm:
          | { readonly shape: 'series' /** mm/h over time. */; readonly intensity: TimeSeries }
          | {
              readonly shape: (typeof stormShapes)[number];
              readonly depthMm: number;
              readonly durationS: number;
              /** Of Chicago and alternating block, 0–1; of Huff the quartile 1–4. */
              readonly peak?: number;
            };
      }
    /** A flow (m³/s) into the cells under a line: a river that enters, a pump that gives water. */
    | { readonly kind: 'inflow'; readonly line: readonly PlaceDeg[]; readonly flow: TimeSeries }
    /** A water level (m) at the edge or under a line: tide, surge, a river gauge. */
    | {
        readonly kind: 'stage';
        readonly line: readonly PlaceDeg[];
        readonly level: TimeSeries;
        /** Id of the datastream that drives it, live. */
        readonly datastream?: string;
      }
    /** A levee that opens from `atS` on, over `growthS`, to a width and an invert. */
    | {
        readonly kind: 'breach';
        readonly line: readonly PlaceDeg[];
        readonly atS: number;
        readonly growthS: number;
        readonly widthM: number;
        /** Lowest level; the ground beside it where absent. */
        readonly invertM?: number;
      }
    /** Water held in an area that goes all at once. */
    | {
        readonly kind: 'dam-break';
        readonly area: readonly PlaceDeg[];
        /** Where a volume is said, the ground of the run says the level instead. */
        readonly levelM: number;
        /** Above what stands there at the start. */
        readonly volumeM3?: number;
        readonly atS: number;
      }
    /** A burst main: a flow (m³/s) at a point, from the pipe solver. */
    | {
        readonly kind: 'burst';
        readonly at: PlaceDeg;
        readonly flow: TimeSeries;
        readonly pipe?: string;
      }
  );

export type FloodStructure = Part &
  /** Wall, demountable barrier, sandbags: stands from `fromS` to `untilS`. */
  (
    | {
        readonly kind: 'barrier';
        readonly line: readonly PlaceDeg[];
        /** Above the ground beside it, or a level. */
        readonly heightM?: number;
        readonly crestM?: number;
        readonly fromS: number;
        readonly untilS?: number;
      }
    | {
        readonly kind: 'pump';
        readonly from: PlaceDeg;
        /** Out of the domain where absent. */
        readonly to?: PlaceDeg;
        readonly flowM3s: number;
        /** Starts and stops at depths (m) at `from`. */
        readonly startDepthM: number;
        readonly stopDepthM: number;
        readonly fromS: number;
      }
    | {
        readonly kind: 'culvert';
        readonly from: PlaceDeg;
        readonly to: PlaceDeg;
        readonly widthM: number;
        readonly heightM: number;
        readonly count: number;
        /** Lets nothing back from `to`. */
        readonly isOneWay: boolean;
      }
    /** A gate in a wall: opening (m) over time above its sill. */
    | {
        readonly kind: 'gate';
        readonly line: readonly PlaceDeg[];
        readonly sillM: number;
        readonly opening: TimeSeries;
      }
  );

export type GroundLoss =
  | { readonly kind: 'none' }
  /** mm/h, such as a sewer's share of heavy rain. */
  | { readonly kind: 'constant'; readonly rateMmH: number }
  | {
      readonly kind: 'green-ampt';
      readonly conductivityMmH: number;
      readonly suctionMm: number;
      readonly deficit: number;
    }
  | { readonly kind: 'curve-number'; readonly number: number; readonly initialShare: number };

export const buildingTreatments = ['walls', 'blocked', 'ground'] as const;

export interface FloodScenario {
  /** UUID made by the page. */
  readonly id: string;
  readonly name: string;
  readonly hazard: HazardKind;
  /** Start (ms UTC): the run stands on the one clock of the app. */
  readonly startMs: number;
  readonly durationS: number;
  /** What is simulated: longitudes and latitudes; cells of `cellM`. */
  readonly boundsDeg: readonly [west: number, south: number, east: number, north: number];
  readonly cellM: number;
  /** `auto` takes shallow water for breach, dam break, burst and surge, local inertial for the rest. */
  readonly scheme: 'auto' | FloodScheme;
  /** `auto` takes WebGPU for shallow water where there is an adapter, then WASM, then JS. */
  readonly backend: 'auto' | FloodBackend;
  readonly sources: readonly FloodSource[];
  readonly structures: readonly FloodStructure[];
  readonly buildings: (typeof buildingTreatments)[number];
  /** Sill of buildings taken as walls (m above the ground). */
  readonly sillM: number;
  readonly ground: GroundLoss;
  /** Water exchanged with the city's storm sewers. */
  readonly hasSewers: boolean;
  /** Where a person had put those when the run began; as their files have them where absent. */
  readonly sewersAt?: NetworkMove;
  /** Multiplies the roughness of the ground. */
  readonly roughnessFactor: number;
  /** The scenario this one was made from, to compare with. */
  readonly basedOn?: string;
}

export type FloodPhase = 'preparing' | 'running' | 'paused' | 'done' | 'failed';

/** The line that is always in view while a run is shown. */
export interface FloodStatus {
  readonly run: string;
  readonly scenario: string;
  readonly phase: FloodPhase;
  readonly timeS: number;
  readonly durationS: number;
  /** Simulated seconds per second of the wall clock, as measured over the last second. */
  readonly realTimeFactor: number;
  readonly scheme: FloodScheme;
  readonly backend: FloodBackend;
  readonly threads: number;
  readonly cellM: number;
  readonly cells: number;
  readonly wetCells: number;
  readonly storedM3: number;
  readonly massError: number;
  readonly froudeShare: number;
  /** Local inertial has left what it is valid for: the same run as shallow water is offered. */
  readonly isBeyondScheme?: boolean;
  /** Source of the ground, where the city says. */
  readonly terrain: string;
  /** When it was surveyed: `2025-03-14`, `2025`, `2025-02/2025-04`; absent where the city doesn't say. */
  readonly surveyed?: string;
  /** The graphics card was lost at a time, and another backend went on from the last state that was kept. */
  readonly loss?: { readonly atS: number; readonly fromS: number; readonly reason: string };
  /** One sentence where it failed; the last good frame stays. */
  readonly problem?: string;
}

/** Where the grid of a run lies: published once a run, before its first frame. */
export interface FloodPlace {
  readonly run: string;
  readonly width: number;
  readonly height: number;
  readonly cellM: number;
  /** Bed levels as the solver has them, walls of buildings not among them; NaN: no data. */
  readonly zM: Float32Array;
  /** The same grid in the city's reference system, for files: north-west corner and cell size in its units. */
  readonly raster: {
    readonly crs: { readonly horizontal: string; readonly vertical: string };
    readonly west: number;
    readonly north: number;
    readonly cellX: number;
    readonly cellY: number;
  };
  /**
   * Where cells are: a lattice of `columns × rows` nodes, `step` cells apart from the north-west corner of the grid
   * (node c, r stands at cell edge c·step, r·step; the last ones may lie outside): longitude, latitude (rad) of each,
   * and what is added to a level to get a height above the ellipsoid.
   */
  readonly lattice: {
    readonly step: number;
    readonly columns: number;
    readonly rows: number;
    readonly longitudeRad: Float64Array;
    readonly latitudeRad: Float64Array;
    readonly geoidM: Float32Array;
  };
}

/** Side of a frame's tiles in cells. Tiles count row-major from the north-west; the last ones may be cut off. */
export const FRAME_TILE = 64;

/** The water at one time: all tiles that are wet, or were in the frame before. What is in no tile is dry. */
export interface FloodFrame {
  readonly run: string;
  readonly timeS: number;
  readonly tiles: Uint32Array;
  /** FRAME_TILE² values a tile: depth in mm; u, v in cm/s. */
  readonly depthMm: Uint16Array;
  readonly uCms: Int16Array;
  readonly vCms: Int16Array;
}

export const floodColourings = [
  'depth',
  'speed',
  'hazard-uk',
  'hazard-aidr',
  'max-depth',
  'max-speed',
  'max-hazard',
  'arrival',
  'duration',
  'difference',
  'probability',
  'arrival-early',
  'arrival-middle',
  'arrival-late',
] as const;
export type FloodColouring = (typeof floodColourings)[number];

/** When the water comes in one, five and nine of ten runs of an ensemble, in the order of its maps. */
export const ensembleArrivals: readonly FloodColouring[] = [
  ...(['arrival-early', 'arrival-middle', 'arrival-late'] as const),
];
/** Colourings that an ensemble alone can show. */
export const isOfEnsemble = (colouring: FloodColouring): boolean =>
  colouring === 'probability' || ensembleArrivals.includes(colouring);

export const ratingVariants = ['planning', 'urban', 'woodland', 'pasture'] as const;

export interface FloodLook {
  readonly colouring: FloodColouring;
  /** Debris factor of FD2320's rating. */
  readonly rating: (typeof ratingVariants)[number];
  readonly showsStreaks: boolean;
  readonly showsWater: boolean;
  /** Colours wet buildings and closed roads. */
  readonly showsConsequences: boolean;
  /** Depth (m) of the arrival and duration maps, one of `arrivalDepthsM`. */
  readonly arrivalDepthM: number;
}

/** A raster to colour instead of the moving water: maxima, arrival, difference of two runs, probability. */
export interface FloodMap {
  readonly run: string;
  readonly colouring: FloodColouring;
  readonly values: Float32Array;
}

// Channels of `scene/frames.ts`. With two runs side by side the second one's are `second(channel)`.
export const second = (channel: string): string => `${channel}/second`;
/** A line to `workers/flood` (`workers/flood/protocol.ts`). */
export const FLOOD_LINE = 'flood/line';
export const FLOOD_PLACE = 'flood/place';
export const FLOOD_FRAME = 'flood/frame';
export const FLOOD_STATUS = 'flood/status';
export const FLOOD_MAP = 'flood/map';
/** `FloodImpact` of the shown time (`contract/impact.ts`). */
export const FLOOD_IMPACT = 'flood/impact';

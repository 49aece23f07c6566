// What the parts of the flood model hand each other. SI: m, m², m³/s, s since the start of the run. Rasters are
// row-major from the north-west corner, row 0 in the north, x counts east and y NORTH, so v > 0 flows to row − 1.
// Sources: de Almeida & Bates 2013 (local inertial), Audusse et al. 2004 and Toro 2001 (shallow water).

export type Awaitable<Value> = Value | Promise<Value>;

export type FloodScheme = 'local-inertial' | 'shallow-water';

/** `reference`: f64 TypeScript, the oracle; `js`: f32 TypeScript where WASM is missing. */
export type FloodBackend = 'reference' | 'js' | 'wasm' | 'webgpu';

export interface FloodGrid {
  readonly width: number;
  readonly height: number;
  readonly cellM: number;
  /** Bed level; NaN where the grid has no data: such cells take no water. */
  readonly zM: Float32Array;
  /** Manning's n (s/m^⅓) of each cell. */
  readonly manning: Float32Array;
  /**
   * Crest of a wall, sill or barrier on the west and the north face of each cell (m; −Infinity: none, +Infinity:
   * never overtopped). Absent where there is no wall in the whole grid.
   */
  readonly crestWestM?: Float32Array;
  readonly crestNorthM?: Float32Array;
}

/** How the water at an outer face, or beside a cell without data, goes on. Every other outer face is closed. */
export interface FloodEdge {
  /** Row-major cell just inside. */
  readonly cell: number;
  readonly side: 'west' | 'north' | 'east' | 'south';
  readonly kind: 'normal-depth' | 'stage';
  /** Slope (–) of normal depth, outward only; water level (m) of a stage. */
  readonly value: number;
}

/** Where water is added (positive) or taken, per cell; what is not there is not taken. */
export interface FloodFluxes {
  readonly cells: Int32Array;
  readonly flowM3s: Float64Array;
  /** Momentum per area that comes with it, d(hu)/dt and d(hv)/dt (m²/s²); only shallow water uses it. */
  readonly momentumX?: Float64Array;
  readonly momentumY?: Float64Array;
}

/** Cell-centred state, row-major `width × height`; views that are true until the next `run`. */
export interface FloodState {
  readonly timeS: number;
  readonly depthM: Float32Array;
  /** Velocity east and north; 0 where the depth is below 1 cm. */
  readonly uMs: Float32Array;
  readonly vMs: Float32Array;
}

/** All that a solver needs to go on as if it had never stopped; opaque, structured-cloneable. */
export interface FloodSnapshot {
  readonly timeS: number;
  readonly arrays: readonly (Float32Array | Float64Array)[];
}

/** Volumes since the start (m³), summed in f64. */
export interface FloodBalance {
  readonly initialM3: number;
  readonly storedM3: number;
  /** Added and taken by `setFluxes` and `setRain`. */
  readonly addedM3: number;
  readonly takenM3: number;
  /** Through edges; positive into the grid. */
  readonly edgeM3: number;
  /** Stored − initial − added + taken − edge, as a share of the largest volume so far: what the solver lost or made. */
  readonly relativeError: number;
}

export interface FloodStatistics {
  readonly steps: number;
  readonly stepS: number;
  readonly wetCells: number;
  readonly activeTiles: number;
  /** Share of wet cells whose Froude number exceeds 0.8. */
  readonly froudeShare: number;
}

/**
 * A scheme on a backend. Synchronous ones (reference, js, wasm) and WebGPU fulfil it alike, so that sources, structures,
 * maxima and the worker know one solver. Changes take effect at the next `run`.
 *
 * Throws `FloodError` naming cell and value where the state is no longer finite; the state of the last good `run` stays.
 */
export interface FloodSolver {
  readonly scheme: FloodScheme;
  readonly backend: FloodBackend;
  readonly threads: number;
  readonly grid: FloodGrid;
  timeS(): number;
  /** Steps until exactly `untilS`, or until `signal` aborts at the end of a step. */
  run(untilS: number, signal?: AbortSignal): Awaitable<void>;
  state(): Awaitable<FloodState>;
  /** Only these cells, in their order: depth, level (m), u, v; cheap, for gauges and structures. */
  probe(cells: Int32Array): Awaitable<Float32Array>;
  /** Replaces the fluxes; constant until replaced. */
  setFluxes(fluxes: FloodFluxes): void;
  /** Rain less infiltration that is a plain rate (m/s): one number, or one a cell. Negative takes what is there. */
  setRain(rateMs: number | Float32Array): void;
  setEdges(edges: readonly FloodEdge[]): void;
  /** A levee falls, a wall is raised: bed levels and crests of some cells or faces. Depth stays; level follows. */
  setBed(cells: Int32Array, zM: Float32Array): void;
  setCrests(cells: Int32Array, westM: Float32Array, northM: Float32Array): void;
  setDepth(cells: Int32Array, depthM: Float32Array): void;
  balance(): Awaitable<FloodBalance>;
  statistics(): Awaitable<FloodStatistics>;
  snapshot(): Awaitable<FloodSnapshot>;
  restore(snapshot: FloodSnapshot): Awaitable<void>;
  dispose(): void;
}

export interface FloodOptions {
  readonly scheme: FloodScheme;
  /** Share of the stable step: default 0.7 (local inertial), 0.45 (shallow water). */
  readonly courant?: number;
  /** q-centring of local inertial, default 0.9. */
  readonly theta?: number;
  /** Longest step (s), default 10. */
  readonly longestStepS?: number;
  readonly threads?: number;
  /** Skips dry tiles; off only to compare. */
  readonly skipsDry?: boolean;
  /** Depth at the start, row-major; dry where absent. */
  readonly depthM?: Float32Array;
  readonly uMs?: Float32Array;
  readonly vMs?: Float32Array;
  /** Goes on from what another solver has computed: its time, and what it has counted. */
  readonly since?: { readonly timeS: number; readonly balance: FloodBalance };
}

/** The device of a solver is gone, and the water on it: a run goes on from what was kept, with another backend. */
export class SolverLostError extends Error {
  override readonly name = 'SolverLostError';
}

/** Known by its name, since classes don't cross modules loaded twice. */
export const isSolverLost = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'SolverLostError';

export class FloodError extends Error {
  override readonly name = 'FloodError';
  readonly cell: number;
  readonly value: number;
  constructor(message: string, cell: number, value: number) {
    super(message);
    this.cell = cell;
    this.value = value;
  }
}

/** Largest of each cell since the start of the run, updated inside it (every 5 s of the run unless told). */
export interface FloodMaxima {
  readonly timeS: number;
  readonly depthM: Float32Array;
  readonly speedMs: Float32Array;
  /** Largest in time of d(v + 0.5) + DF, and of depth × speed. */
  readonly hazardRating: Float32Array;
  readonly depthSpeedM2s: Float32Array;
  /** When the depth first exceeded each of `arrivalDepthsM` (s; NaN: never). */
  readonly arrivalS: readonly Float32Array[];
  /** How long the depth was above each of them (s). */
  readonly durationS: readonly Float32Array[];
  readonly timeOfMaximumS: Float32Array;
}

export const arrivalDepthsM = [0.05, 0.1, 0.3] as const;

// What hydrants give, as the solver of the water network finds it: how the features of pipes and of fire, which don't
// know each other, speak. Degrees, Pa, m³/s, ms UTC.

/** Channel of `scene/frames.ts` that carries `HydrantLine`, or undefined while no water network is open. */
export const HYDRANT_LINE = 'hydrant-line';

export interface KnownHydrant {
  /** Id of the node in its network, and as a selected thing of the pipes' feature. */
  readonly id: string;
  readonly key: string;
  readonly index: number;
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
}

export interface HydrantFlow {
  readonly id: string;
  /** What it can give for firefighting while the residual pressure is kept. */
  readonly flowM3s: number;
  /** With nothing drawn. */
  readonly staticPa: number;
  /** What holds it back, in the solver's words. */
  readonly limit: string;
}

export interface HydrantReport {
  readonly atMs: number;
  /** The hydraulic model with its kind of analysis. */
  readonly model: string;
  readonly residualPa: number;
  readonly rows: readonly HydrantFlow[];
  /** Hydrants that the hydraulic model doesn't have. */
  readonly unknown: readonly string[];
}

/** Several drawn from at once, as far as the residual pressure is kept at each. */
export interface HydrantDraw {
  readonly atMs: number;
  readonly model: string;
  readonly totalM3s: number;
  /** What each gives of it. */
  readonly rows: readonly { readonly id: string; readonly flowM3s: number }[];
  /** What holds them back: their own pressure, or that of the zone around them. */
  readonly limit: 'hydrants' | 'zone' | 'noPressure';
}

export interface HydrantLine {
  /** Name of the network. */
  readonly network: string;
  /** All hydrants of the open water networks that have a hydraulic model. */
  hydrants(signal: AbortSignal): Promise<readonly KnownHydrant[]>;
  /** Solves some of them at an instant, each drawn from alone; rejects with one sentence. */
  flows(
    request: {
      readonly hydrants: readonly string[];
      readonly atMs: number;
      readonly residualPa: number;
    },
    signal: AbortSignal,
  ): Promise<HydrantReport>;
  /** Solves them open all together, each giving no more than `mostM3s`; rejects with one sentence. */
  together(
    request: {
      readonly hydrants: readonly string[];
      readonly atMs: number;
      readonly residualPa: number;
      readonly mostM3s: number;
    },
    signal: AbortSignal,
  ): Promise<HydrantDraw>;
  /** Counts what changed of the network by hand: closed valves, bursts. A higher one: what was solved is old. */
  readonly changes: number;
}

// What of the networks is seen, selected and asked: plain values that travel between page and workers. SI.

import type { NetworkMove } from '#model/network-move.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import type { NetworkMiddle } from './contract/place.ts';

/**
 * The one index space of all networks of the open city, for the state table and for picking: the links of the
 * first network, then its nodes, then its valves, then those of the next network. `Selected.id` is a `PipeKey`.
 */
export interface NetworkBase {
  readonly network: string;
  readonly links: number;
  readonly nodes: number;
  readonly valves: number;
  /** Index of its first link; nodes and valves follow. */
  readonly base: number;
}

/** `<network>/link/<id>`, `<network>/node/<id>`, `<network>/valve/<id>`. */
export type PipeKey = string;

export interface NetworkSource {
  /** Ending of its collections' ids: `water` of `pipes-water`. */
  readonly id: string;
  readonly name: string;
  /** Absolute addresses of its GeoJSON lines; only pipes are always there. */
  readonly pipes: string;
  readonly nodes: string | undefined;
  readonly valves: string | undefined;
  readonly devices: string | undefined;
  /** True where nothing of it stands anywhere. */
  readonly isFictional?: boolean | undefined;
  /** True where its place is nobody's word but a person's: it may be put elsewhere. */
  readonly isPlaceable?: boolean | undefined;
  /** A system within a building model: traced, but nobody's to solve or to place. */
  readonly isOfModel?: boolean | undefined;
  /** Where a person put it. */
  readonly move?: NetworkMove | undefined;
  /** Address of its hydraulic model, where the city handed one over. */
  readonly model: { readonly format: 'epanet-inp' | 'swmm-inp'; readonly url: string } | undefined;
}

/** A network that is open, in the order of the bases. */
export interface OpenNetwork extends NetworkBase {
  readonly name: string;
  readonly utility: UtilityNetwork;
  readonly lengthM: number;
  readonly customers: number;
  readonly hasModel: boolean;
  readonly model: NetworkSource['model'];
  readonly isFictional: boolean;
  /** Only of networks that a person may put elsewhere. */
  readonly middle?: NetworkMiddle | undefined;
}

/** What the pipes' ramp shows. The utility's colour stays on the casing. */
export const colourings = [
  ...['none', 'material', 'year', 'diameter', 'cover', 'zone', 'pressure', 'flow', 'velocity'],
  ...['headLoss', 'age', 'chlorine', 'source', 'segment', 'criticality', 'filling', 'temperature'],
] as const;
export type Colouring = (typeof colourings)[number];

export const palettes = ['apwa', 'cjj61', 'gb', 'din'] as const;
export type Palette = (typeof palettes)[number];

/** How the ground gives way to what lies below it. `off`: only what is above ground is seen. */
export const undergroundViews = ['xray', 'translucent', 'trench', 'off'] as const;
export type UndergroundView = (typeof undergroundViews)[number];

/** What a saved view and a link keep. */
export interface PipesLook {
  /** Ids of networks that are not drawn. */
  readonly hidden: readonly string[];
  readonly colouring: Colouring;
  readonly palette: Palette;
  readonly underground: UndergroundView;
  /** Arrows and dashes that move with the solved flow. */
  readonly showFlow: boolean;
  readonly showValves: boolean;
  readonly showNodes: boolean;
}

/** Bits of the flag byte of the state table. */
export const pipeFlags = {
  hidden: 1,
  /** Cut off by closed valves. */
  isolated: 2,
  /** No supply: dry, or cut off unintendedly. */
  noSupply: 4,
  lowPressure: 8,
  burst: 16,
  /** Closed valve, open switch, stopped pump. */
  closed: 32,
  /** A valve to close, a hydrant to flush, part of a trace. */
  marked: 64,
  /** The value is old: the solver has none newer. */
  stale: 128,
} as const;

/**
 * Channel of `scene/frames.ts` with a `PipeTable`: four bytes an index. 0: place on the ramp, 1–255, 0 where there
 * is no value. 1: signed velocity, 128 is none, each step 0.02 m/s. 2: `pipeFlags`. 3: row of the palette's table
 * (position of the utility), or, where `colours` says so, of the class colours.
 */
export const PIPE_TABLE = 'pipes/table';
export interface PipeTable {
  readonly bytes: Uint8Array;
  readonly count: number;
  /** Colours of the ramp as 256 × RGBA bytes: entry 0 is "no value". */
  readonly ramp: Uint8Array;
  /** The ramp shows the heat of the marks, whatever the look colours by. */
  readonly hasHeat?: boolean | undefined;
}

/** Channel with what a solver found for one network; the painter in `workers/pipes` takes it. */
export const pipeValues = (network: string): string => `pipes/values/${network}`;

/** Values of one instant, by row of the network's tables; NaN where there is none. */
export interface NetworkValues {
  readonly network: string;
  readonly atMs: number;
  /** Which model made them, e.g. `EPANET 2.3.5, pressure-driven`. */
  readonly model: string;
  /** Since when they are old: the solver failed and these are the last good ones. */
  readonly staleSinceMs: number | undefined;
  readonly links: Partial<Record<LinkQuantity, Float32Array>>;
  readonly nodes: Partial<Record<NodeQuantity, Float32Array>>;
  /** `pipeFlags` that the solver knows, by row; absent where it knows none. */
  readonly linkFlags?: Uint8Array | undefined;
  readonly nodeFlags?: Uint8Array | undefined;
}

/** Flow is positive from `from` to `to`: m³/s of liquids, kg/s of gas. Filling: depth by height of the pipe. */
export const linkQuantities = [
  ...['flow', 'velocityMps', 'headLossMPerM', 'filling', 'leakM3s', 'temperatureC', 'loadShare'],
] as const;
export type LinkQuantity = (typeof linkQuantities)[number];

/** Quality values are by `QualityKind`: age in s, chlorine in kg/m³, share of a source 0–1. */
export const nodeQuantities = [
  ...['pressurePa', 'headM', 'demand', 'deliveredShare', 'quality', 'depthM', 'floodedM3s'],
  ...['temperatureC'],
] as const;
export type NodeQuantity = (typeof nodeQuantities)[number];

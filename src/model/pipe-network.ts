// One network under the streets as arrays: what a drawing, a trace and a solver share. Words after section 6 of
// the schema of pipes (OGC MUDDI, INSPIRE Utility Networks). Places are WGS 84 degrees and metres above the
// ellipsoid; levels (`…LevelM`) are in the city's own vertical datum. SI; NaN where a value is not known.

import type { UtilityNetwork } from './utility-network.ts';

export const nodeKinds = [
  ...['junction', 'customer', 'hydrant', 'tank', 'reservoir', 'storage', 'manhole', 'outfall'],
  ...['inlet', 'regulator', 'substation', 'station', 'plant'],
] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** `pipe` stands for cables too. All others are devices: they join two nodes and have no length. */
export const linkKinds = [
  ...['pipe', 'pump', 'compressor', 'regulator', 'controlValve', 'flapGate', 'weir', 'orifice'],
  ...['throttle', 'transformer', 'heatExchanger', 'busbar', 'gate'],
] as const;
export type LinkKind = (typeof linkKinds)[number];

export const pipeRoles = [
  ...['main', 'service', 'transmission', 'forceMain', 'culvert', 'overflow'],
] as const;
export type PipeRole = (typeof pipeRoles)[number];

export const pipeShapes = ['circle', 'box', 'arch', 'egg'] as const;
export type PipeShape = (typeof pipeShapes)[number];

export const pipeStatuses = ['inService', 'abandoned', 'outOfService', 'planned'] as const;
export type PipeStatus = (typeof pipeStatuses)[number];

/** Where a pipe's height comes from; only the first two are known. */
export const heightSources = ['surveyed', 'invert', 'cover', 'default'] as const;
export type HeightSource = (typeof heightSources)[number];

/** Row numbers, not ids, join the tables. Arrays have a value a row unless they say otherwise. */
export interface PipeNetwork {
  /** Ending of its collections' ids: `water` of `pipes-water`. */
  readonly id: string;
  readonly name: string;
  readonly utility: UtilityNetwork;
  /** True where nothing of it stands anywhere: a test network that a person placed. */
  readonly isFictional: boolean;
  readonly nodes: NodeTable;
  readonly links: LinkTable;
  readonly valves: ValveTable;
}

export interface NodeTable {
  readonly ids: readonly string[];
  /** Position in `nodeKinds`. */
  readonly kind: Uint8Array;
  /** Longitude, latitude, height of each: three numbers a row. */
  readonly places: Float64Array;
  readonly groundLevelM: Float32Array;
  readonly invertLevelM: Float32Array;
  /** Row of the node that it stands at: a hydrant on a main has no pipe of its own. Its own row elsewhere. */
  readonly host: Uint32Array;
  /** Mean demand of junctions, m³/s (water), kg/s (gas) or W (heat, power); 0 where there is none. */
  readonly demand: Float32Array;
  readonly customers: Uint32Array;
  /** 1: a hospital, a dialysis patient, a school: told first when supply is lost. */
  readonly isCritical: Uint8Array;
  /** 1: feeds the network by itself: reservoir, tank, plant, gate station. */
  readonly isSource: Uint8Array;
}

export interface LinkTable {
  readonly ids: readonly string[];
  /** Position in `linkKinds`. */
  readonly kind: Uint8Array;
  /** Position in `Object.keys(utilityNetworks)`: combined sewers lie among the sanitary ones. */
  readonly utility: Uint8Array;
  /** Position in `pipeRoles`. */
  readonly role: Uint8Array;
  /** Position in `pipeStatuses`. */
  readonly status: Uint8Array;
  /** Rows of the nodes that it joins. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly lengthM: Float32Array;
  /** Position in `pipeShapes`. */
  readonly shape: Uint8Array;
  /** Inside; of a box, arch or egg its height. */
  readonly innerM: Float32Array;
  /** Inside width; of a circle the same as `innerM`. */
  readonly widthM: Float32Array;
  readonly wallM: Float32Array;
  readonly fromInvertLevelM: Float32Array;
  readonly toInvertLevelM: Float32Array;
  readonly coverM: Float32Array;
  /** Position in `materials`. */
  readonly material: Uint16Array;
  readonly materials: readonly string[];
  /** Year that it was laid; 0 where it is not known. */
  readonly year: Uint16Array;
  /** Position in `heightSources`. */
  readonly heightSource: Uint8Array;
  /** 1: lets nothing through in normal operation. */
  readonly isClosed: Uint8Array;
  /** 1: lets water through from `from` to `to` alone: check valve, pump, flap gate. */
  readonly isOneWay: Uint8Array;
  /** Zone or metered area (DMA), position in `zones`; 65535 where it has none. */
  readonly zone: Uint16Array;
  readonly zones: readonly string[];
  /** First point of each link in `line`, and the number of points at the end: one more than there are links. */
  readonly lineStart: Uint32Array;
  /** Longitude, latitude, height of the axis' points, from `from` to `to`: three numbers a point. */
  readonly line: Float64Array;
}

/** Isolation valves and switches; each sits on one link at one of its ends. */
export interface ValveTable {
  readonly ids: readonly string[];
  /** `switch`: a circuit that is open lets nothing through. */
  readonly isSwitch: Uint8Array;
  readonly link: Uint32Array;
  readonly node: Uint32Array;
  readonly places: Float64Array;
  /** 1: lets nothing through now (a closed valve, an open switch). */
  readonly isClosed: Uint8Array;
  /** 0: rusted shut, paved over. */
  readonly isOperable: Uint8Array;
  /** Year of the last time that somebody turned it; 0 where it is not known. */
  readonly exercisedYear: Uint16Array;
  /** Turns to close it; NaN. */
  readonly turns: Float32Array;
  readonly diameterM: Float32Array;
  /** What stands in the way of reaching it, as the register says; '' where nothing. */
  readonly access: readonly string[];
}

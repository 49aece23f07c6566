// What is drawn of the networks, made once by `workers/pipes` and put on the graphics card by the layer.

import type { UtilityNetwork } from '#model/utility-network.ts';
import type { NetworkBase } from '../contract.ts';

/** Channel of `scene/frames.ts` with a `PipeShapes`. */
export const PIPE_SHAPES = 'pipes/shapes';

export interface PipeShapes {
  /** Changes when anything else of it does. */
  readonly version: number;
  /** Indices in all (see `NetworkBase`). */
  readonly count: number;
  readonly tiles: readonly PipeTile[];
  readonly networks: readonly ShapedNetwork[];
  readonly ids: PackedIds;
}

/** A network's place in the index space and the colour of its casing until a table comes. */
export interface ShapedNetwork extends NetworkBase {
  readonly utility: UtilityNetwork;
}

/** The elements' ids in the order of their indices, so that what is picked has its `PipeKey` at once. */
export interface PackedIds {
  readonly utf8: Uint8Array;
  /** First byte of each, and the number of bytes at the end. */
  readonly start: Uint32Array;
}

/** Straight pieces (mains first, then services, each from the lowest up) and things (by rank) of about 500 m × 500 m, relative to a centre so that floats are exact to a mm. */
export interface PipeTile {
  /** Earth-centred, m. */
  readonly centreM: readonly [number, number, number];
  readonly radiusM: number;
  readonly pieceCount: number;
  /** `PIECE_FLOATS` of each straight piece: see `pieceField`. */
  readonly pieces: Float32Array;
  readonly thingCount: number;
  /** `THING_FLOATS` of each joint, manhole, valve, hydrant, pump, tank: see `thingField`. */
  readonly things: Float32Array;
}

/** Start and end on the axis (m from the centre), outer radius (m), index, way along the pipe at the start (m), style. */
export const PIECE_FLOATS = 10;
export const pieceField = { start: 0, end: 3, radius: 6, index: 7, along: 8, style: 9 } as const;

/** Bits of a piece's style: drawn dashed where the depth is not known; a box instead of a tube; a service line. */
export const pieceStyle = { uncertain: 1, box: 2, service: 4, cable: 8 } as const;
/** Above the bits: position in `surfaces`, then width by height in sixteenths; the radius is half the height. */
export const STYLE_SURFACE = 16;
export const STYLE_ASPECT = 256;
export const ASPECT_PARTS = 16;

/** How a pipe looks near by: what it is made of, told by its fittings. */
export const surfaces = [
  ...['unknown', 'iron', 'concrete', 'clay', 'plastic', 'steel', 'insulated', 'cable', 'brick'],
] as const;
export type Surface = (typeof surfaces)[number];

/**
 * Place (m from the centre), up to the ground (m; a shaft, 0 where it is not known), direction in the plane (rad
 * from east to north), size (m: diameter of the pipe or of the thing itself), index, kind.
 */
export const THING_FLOATS = 8;
export const thingField = { place: 0, shaft: 3, heading: 4, size: 5, index: 6, kind: 7 } as const;

export const thingKinds = [
  ...['joint', 'valve', 'hydrant', 'manhole', 'pump', 'tank', 'reservoir', 'regulator', 'outfall'],
  ...['inlet', 'station', 'customer'],
] as const;
export type ThingKind = (typeof thingKinds)[number];

/** How far a thing is seen: landmarks (0) from afar, fittings (1), what is only near by (2). */
export const thingRanks: Readonly<Record<ThingKind, number>> = {
  ...{ pump: 0, tank: 0, reservoir: 0, regulator: 0, outfall: 0, station: 0 },
  ...{ valve: 1, hydrant: 1, manhole: 1 },
  ...{ joint: 2, inlet: 2, customer: 2 },
};

// How pipes come to the globe: rows of floats, and four bytes of state an index. Whoever draws networks checks that
// its own contract says the same.

/** Straight pieces and things of one tile, m from its centre. */
export interface PipeTileShape {
  /** Earth-centred, m. */
  readonly centreM: readonly [number, number, number];
  readonly radiusM: number;
  readonly pieceCount: number;
  /** Start, end (m), half the outer height (m), index, way along the pipe at the start (m), style. */
  readonly pieces: Float32Array;
  readonly thingCount: number;
  /** Place, shaft up to the ground (m), heading (rad from east to north), size (m), index, kind. */
  readonly things: Float32Array;
}

export const PIECE_FLOATS = 10;
export const PIECE_INDEX = 7;
export const PIECE_STYLE = 9;
export const UNCERTAIN = 1;
export const BOX = 2;
export const SERVICE = 4;
/** Divisors of a style above its bits: surface, then width by height in sixteenths. */
export const STYLE_SURFACE = 16;
export const STYLE_ASPECT = 256;
export const ASPECT_PARTS = 16;
export const surfaces = [
  ...['unknown', 'iron', 'concrete', 'clay', 'plastic', 'steel', 'insulated', 'cable', 'brick'],
] as const;

export const THING_FLOATS = 8;
export const THING_INDEX = 6;
export const THING_KIND = 7;
export const thingKinds = [
  ...['joint', 'valve', 'hydrant', 'manhole', 'pump', 'tank', 'reservoir', 'regulator', 'outfall'],
  ...['inlet', 'station', 'customer'],
] as const;
/** How far each kind is seen: landmarks from afar, fittings, what is only near by. Rows come in this order. */
export const thingRanks: readonly number[] = [2, 1, 1, 1, 0, 0, 0, 0, 0, 2, 0, 2];

/** Bytes of an index: place on the ramp (0: no value), velocity, flags, row of the palette. */
export const TABLE_BYTES = 4;
export const VELOCITY_BYTE = 1;
/** Byte of no velocity; a step is this many m/s. */
export const STILL = 128;
export const VELOCITY_STEP_MPS = 0.02;
export const flags = {
  hidden: 1,
  isolated: 2,
  noSupply: 4,
  lowPressure: 8,
  burst: 16,
  closed: 32,
  marked: 64,
  stale: 128,
} as const;

/** Rows of a palette at most. */
export const PALETTE_ROWS = 16;
/** Things that can be marked as selected at once, and ranges of indices that can be hidden. */
export const MOST_SELECTED = 16;
export const MOST_HIDDEN = 16;

/** What makes a pipe be seen from any distance. A closed valve is nothing to be asked for by itself. */
export const ASKED =
  flags.isolated | flags.noSupply | flags.lowPressure | flags.burst | flags.marked;
/** From the eye: all else fades from here, and is gone there. */
export const XRAY_FADES_M = 1200;
export const XRAY_ENDS_M = 2200;

/** Whether anything of the table is asked for. */
export function hasAsked(table: Uint8Array): boolean {
  for (let at = 2; at < table.length; at += 4) if ((table[at]! & ASKED) !== 0) return true;
  return false;
}

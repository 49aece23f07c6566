// Where everything lies in the module's memory, in bytes. Every thread has an instance of its own over one memory and
// calls `place` with the same numbers; what changes while running stands in the control block that all of them see.
// The host mirrors the constants and the order of the blocks in `../layout.ts`; a test compares.

/** Cells of a tile: the grain in which dry ground is skipped. */
export const TILE_COLUMNS: i32 = 16;
export const TILE_ROWS: i32 = 8;
/** Cells left of the first column and rows above the first row. */
export const MARGIN: i32 = 8;
export const MARGIN_ROWS: i32 = 2;

export const GRAVITY: f64 = 9.81;

/** Control block: offsets of f64 values. */
export const TIME: usize = 0;
export const UNTIL: usize = 8;
export const STEP: usize = 16;
export const COURANT: usize = 24;
export const LONGEST: usize = 32;
export const THETA: usize = 40;
export const ADDED: usize = 48;
export const TAKEN: usize = 56;
export const EDGE: usize = 64;
/** When rain was last given to the ground (s). */
export const RAINED: usize = 72;
/** Seconds of rain that this step gives. */
export const RAIN_SECONDS: usize = 80;
/** The depth at which the deepest stage edge would stand (m). */
export const STAGE_MOST: usize = 88;
export const INITIAL: usize = 96;
/** The largest volume so far (m³). */
export const LARGEST: usize = 104;
/** Fastest wave of shallow water (m/s). */
export const FASTEST: usize = 112;
/** g·n² of all faces, where it is the same. */
export const EVEN_DRAG: usize = 120;
/** Control block: offsets of i32 values. */
export const STEPS: usize = 128;
export const FAILED: usize = 132;
export const THREADS: usize = 136;
export const FLUXES: usize = 140;
export const EDGES: usize = 144;
export const HAS_RAIN: usize = 148;
/** How the ground of local inertial is written, see inertial-faces.ts. */
export const GROUND_FORM: usize = 152;
export const SKIPS_DRY: usize = 156;
export const ACTIVE: usize = 160;
export const COMMAND: usize = 164;
export const ROUND: usize = 168;
export const ARRIVED: usize = 172;
export const BAND_COUNT: usize = 176;
/** 1 where momentum belongs to cells: shallow water, in two sets of blocks that change places. */
export const HAS_MOMENTUM: usize = 180;
export const HAS_CRESTS: usize = 184;

/** Where numbers of four lanes lie, see numbers.ts: after the table of addresses, before the first block. */
export const CONSTANTS: usize = 3072;

/** Blocks, by their place in the table of addresses. */
export const DEPTH: i32 = 0;
export const FLOW_X: i32 = 1;
export const FLOW_Y: i32 = 2;
export const GROUND: i32 = 3;
export const RAIN: i32 = 4;
export const RAIN_LEFT: i32 = 5;
export const TILE_MOST: i32 = 6;
export const TILE_WET: i32 = 7;
export const BANDS: i32 = 9;
export const ROWS: i32 = 10;
export const SEAMS: i32 = 11;
export const FLUX_CELLS: i32 = 12;
export const FLUX_FLOWS: i32 = 13;
export const EDGE_LIST: i32 = 15;
export const CHECKS: i32 = 16;
export const DEPTH_NEXT: i32 = 17;
export const FLOW_X_NEXT: i32 = 18;
export const FLOW_Y_NEXT: i32 = 19;
export const FLUX_MOMENTUM: i32 = 20;
export const ROW_EDGES: i32 = 21;
export const RING_LIST: i32 = 22;
export const RAIN_SUMS: i32 = 23;
export const SHOWN_DEPTH: i32 = 24;
export const SHOWN_U: i32 = 25;
export const SHOWN_V: i32 = 26;
export const RISE_X: i32 = 27;
export const RISE_Y: i32 = 28;
export const LEAN_X: i32 = 29;
export const LEAN_Y: i32 = 30;
export const CREST_X: i32 = 31;
export const CREST_Y: i32 = 32;
export const ROUGHNESS: i32 = 33;

export let width: i32 = 0;
export let height: i32 = 0;
/** Bytes from one row to the next. */
export let pitch: usize = 0;
export let tileColumns: i32 = 0;
export let tileRows: i32 = 0;
export let cellM: f64 = 0;
export let control: usize = 0;
export let thread: i32 = 0;
let blocks: usize = 0;

export function place(
  widthCells: i32,
  heightCells: i32,
  pitchBytes: i32,
  columns: i32,
  rows: i32,
  cell: f64,
  controlAt: usize,
  blocksAt: usize,
  threadNumber: i32,
): void {
  width = widthCells;
  height = heightCells;
  pitch = pitchBytes;
  tileColumns = columns;
  tileRows = rows;
  cellM = cell;
  control = controlAt;
  blocks = blocksAt;
  thread = threadNumber;
}

// @ts-ignore: decorator
@inline
export function block(name: i32): usize {
  return load<u32>(blocks + (<usize>name << 2));
}

/** Where a cell lies from the start of a block with one f32 a cell. */
// @ts-ignore: decorator
@inline
export function offsetOf(row: i32, column: i32): usize {
  return <usize>(row + MARGIN_ROWS) * pitch + (<usize>(column + MARGIN) << 2);
}

// @ts-ignore: decorator
@inline
export function flag(at: usize): i32 {
  return load<i32>(control + at);
}

// @ts-ignore: decorator
@inline
export function number(at: usize): f64 {
  return load<f64>(control + at);
}

/** Two blocks change places. */
export function swapBlocks(one: i32, other: i32): void {
  const at = block(one);
  store<u32>(blocks + (<usize>one << 2), <u32>block(other));
  store<u32>(blocks + (<usize>other << 2), <u32>at);
}

// Where everything lies in the memory of the flood kernels (bytes): the same numbers as in `assembly/memory.ts`, which a
// test compares. Cells are f32 in rows with margins, so that no sweep asks whether a neighbour is there.

export const TILE_COLUMNS = 16;
export const TILE_ROWS = 8;
export const MARGIN = 8;
export const MARGIN_ROWS = 2;

/** Offsets in the control block of f64 values … */
export const numbers = {
  ...{ TIME: 0, UNTIL: 8, STEP: 16, COURANT: 24, LONGEST: 32, THETA: 40, ADDED: 48, TAKEN: 56 },
  ...{ EDGE: 64, RAINED: 72, RAIN_SECONDS: 80, STAGE_MOST: 88, INITIAL: 96, LARGEST: 104 },
  ...{ FASTEST: 112, EVEN_DRAG: 120 },
} as const;
/** … and of i32 values. */
export const flags = {
  ...{ STEPS: 128, FAILED: 132, THREADS: 136, FLUXES: 140, EDGES: 144, HAS_RAIN: 148 },
  ...{ GROUND_FORM: 152, SKIPS_DRY: 156, ACTIVE: 160, COMMAND: 164, ROUND: 168, ARRIVED: 172 },
  ...{ BAND_COUNT: 176, HAS_MOMENTUM: 180, HAS_CRESTS: 184 },
} as const;

/** Places in the table of addresses. */
export const blocks = {
  ...{ DEPTH: 0, FLOW_X: 1, FLOW_Y: 2, GROUND: 3, RAIN: 4, RAIN_LEFT: 5, TILE_MOST: 6 },
  ...{ TILE_WET: 7, BANDS: 9, ROWS: 10, SEAMS: 11, FLUX_CELLS: 12, FLUX_FLOWS: 13 },
  ...{ EDGE_LIST: 15, CHECKS: 16, DEPTH_NEXT: 17, FLOW_X_NEXT: 18 },
  ...{ FLOW_Y_NEXT: 19, FLUX_MOMENTUM: 20, ROW_EDGES: 21, RING_LIST: 22, RAIN_SUMS: 23 },
  ...{ SHOWN_DEPTH: 24, SHOWN_U: 25, SHOWN_V: 26, RISE_X: 27, RISE_Y: 28, LEAN_X: 29, LEAN_Y: 30 },
  ...{ CREST_X: 31, CREST_Y: 32, ROUGHNESS: 33 },
} as const;

export type BlockName = keyof typeof blocks;

export const CONTROL_AT = 1024;
export const TABLE_AT = 2048;
export const FIRST_BLOCK_AT = 4096;
const LINE = 64;

export interface Shape {
  readonly width: number;
  readonly height: number;
  readonly tileColumns: number;
  readonly tileRows: number;
  /** Bytes of a row: an odd number of cache lines, lest rows fall onto each other in the cache. */
  readonly pitch: number;
  readonly rows: number;
}

/** The ring east and south of the grid lies in the last tiles. */
export function toShape(width: number, height: number): Shape {
  const tileColumns = Math.floor(width / TILE_COLUMNS) + 1;
  const tileRows = Math.floor(height / TILE_ROWS) + 1;
  const lines = Math.ceil(((2 * MARGIN + tileColumns * TILE_COLUMNS) * 4) / LINE);
  const pitch = (lines % 2 === 0 ? lines + 1 : lines) * LINE;
  const rows = MARGIN_ROWS + tileRows * TILE_ROWS + 3;
  return { width, height, tileColumns, tileRows, pitch, rows };
}

/** Where a cell (or its ring) lies from the start of a block with one f32 a cell. */
export const offsetOf = ({ pitch }: Shape, row: number, column: number): number =>
  (row + MARGIN_ROWS) * pitch + (column + MARGIN) * 4;

/** Rows of scratch of a thread, in assembly/water-rows.ts. */
const WATER_ROWS = 56;
const INERTIAL_ROWS = 8;

/** Bytes of the blocks that local inertial needs from its start. */
export function inertialBlocks(shape: Shape, threads: number): Partial<Record<BlockName, number>> {
  const { pitch, rows } = shape;
  const cells = pitch * rows;
  return {
    ...{ DEPTH: cells, FLOW_X: cells, FLOW_Y: cells, GROUND: 6 * cells },
    ...{ ROWS: threads * INERTIAL_ROWS * pitch, SEAMS: threads * 5 * pitch },
    ...commonBlocks(shape, threads),
  };
}

/** Bytes of the blocks that shallow water needs from its start. */
export function waterBlocks(shape: Shape, threads: number): Partial<Record<BlockName, number>> {
  const { pitch, rows } = shape;
  const cells = pitch * rows;
  return {
    ...{ DEPTH: cells, FLOW_X: cells, FLOW_Y: cells },
    ...{ DEPTH_NEXT: cells, FLOW_X_NEXT: cells, FLOW_Y_NEXT: cells },
    ...{ RISE_X: cells, RISE_Y: cells, LEAN_X: cells, LEAN_Y: cells },
    ...{ CREST_X: cells, CREST_Y: cells, ROUGHNESS: cells },
    ROWS: threads * WATER_ROWS * pitch,
    ...commonBlocks(shape, threads),
  };
}

function commonBlocks(shape: Shape, threads: number) {
  const { width, height, pitch, rows, tileColumns, tileRows } = shape;
  const shown = (width * height + 4) * 4;
  return {
    ...{ BANDS: (threads + 2) * 4, CHECKS: threads * LINE, RAIN_SUMS: tileRows * 16 },
    ROW_EDGES: 2 * (tileRows * TILE_ROWS + 3) * 4,
    ...{ RAIN: pitch * rows, RAIN_LEFT: pitch * rows },
    TILE_MOST: tileColumns * tileRows * 16,
    TILE_WET: (tileColumns + 2) * (tileRows + 2),
    ...{ SHOWN_DEPTH: shown, SHOWN_U: shown, SHOWN_V: shown },
  };
}

// Faces through which water leaves or enters the grid, local inertial: normal depth outward, or a water level beyond.
// A list sorted by the row whose faces are found together; 32 bytes an edge. Source: ../../reference/README.md.

import { DEPTH, EDGE_LIST, FLOW_X, FLOW_X_NEXT, FLOW_Y, FLOW_Y_NEXT, GRAVITY, ROW_EDGES, STEP, TILE_MOST } from './memory';
import { TILE_COLUMNS, TILE_ROWS } from './memory';
import { block, cellM, flag, EDGES, number, offsetOf, RING_LIST, tileColumns, tileRows } from './memory';
import { isActive } from './tiles';

/** Offsets within an edge. */
export const KIND: usize = 0;
export const FACE_COLUMN: usize = 4;
/** What passed the face (shallow water). */
export const PASSED: usize = 8;
const CELL: usize = 12;
export const VALUE: usize = 16;
export const MANNING: usize = 20;
const FACE: usize = 24;
/** How far the crest of the face stands above the bed (m). */
export const SILL: usize = 28;
export const EDGE_BYTES: usize = 32;
/** Bits of a kind. */
export const IS_STAGE: i32 = 1;
export const IS_Y: i32 = 2;
/** The cell lies east or south of the face, so that outward is against the count. */
export const CELL_BEYOND: i32 = 4;

const DRY_M: f32 = 1e-3;

/** The first entry of a row, −1 being the ring north of the grid: table 0 by face, table 1 by cell of the ring. */
// @ts-ignore: decorator
@inline
export function firstOf(table: i32, row: i32): usize {
  const rows = tileRows * TILE_ROWS + 3;
  return <usize>load<i32>(block(ROW_EDGES) + (<usize>(table * rows + row + 1) << 2));
}

/** Sets the flows of the edges that are found with a row: its west faces in `x`, faces south of it in `y`. */
export function setEdgeFlows(row: i32, x: usize, y: usize): void {
  if (flag(EDGES) == 0) return;
  const end = block(EDGE_LIST) + firstOf(0, row + 1) * EDGE_BYTES;
  for (let at = block(EDGE_LIST) + firstOf(0, row) * EDGE_BYTES; at < end; at += EDGE_BYTES) {
    const kind = load<i32>(at, KIND);
    const isY = (kind & IS_Y) != 0;
    const depth = load<f32>(block(DEPTH) + load<u32>(at, CELL));
    const outward: f32 = (kind & CELL_BEYOND) != 0 ? -1 : 1;
    const above = depth - load<f32>(at, SILL);
    let flow: f32 = 0;
    if ((kind & IS_STAGE) != 0) {
      const old = load<f32>(block(isY ? FLOW_Y : FLOW_X) + load<u32>(at, FACE)) * outward;
      flow = stageFlow(depth, load<f32>(at, VALUE), load<f32>(at, SILL), load<f32>(at, MANNING), old) * outward;
    } else if (above > DRY_M) {
      const root = Mathf.cbrt(above);
      flow =
        ((above * root * root * Mathf.sqrt(load<f32>(at, VALUE))) / load<f32>(at, MANNING)) * outward;
    }
    store<f32>((isY ? y : x) + (<usize>load<i32>(at, FACE_COLUMN) << 2), flow);
  }
}

/** Outward flow (m²/s) against a level beyond, which stands `beyond` deep on the cell's own bed. */
function stageFlow(depth: f32, beyond: f32, sill: f32, manning: f32, old: f32): f32 {
  const water = max(depth, beyond) - sill;
  if (water <= DRY_M) return 0;
  const step = <f32>number(STEP);
  const gravity = <f32>GRAVITY;
  const wanted = old + ((gravity * water * step) / <f32>cellM) * (depth - beyond);
  const root = Mathf.cbrt(water);
  return (
    wanted /
    (1 + (gravity * step * manning * manning * Mathf.abs(old)) / (water * water * root))
  );
}

/** Cells outside give what they are asked for. */
export function openRing(row: i32, shares: usize): void {
  if (flag(EDGES) == 0) return;
  const end = block(RING_LIST) + (firstOf(1, row + 1) << 2);
  for (let at = block(RING_LIST) + (firstOf(1, row) << 2); at < end; at += 4) {
    store<f32>(shares + (<usize>load<i32>(at) << 2), 1);
  }
}

/** Cells outside keep no water; called when the depth of `row` is new, in the block `name`. */
export function emptyRing(row: i32, name: i32): void {
  if (flag(EDGES) == 0) return;
  const end = block(RING_LIST) + (firstOf(1, row + 1) << 2);
  for (let at = block(RING_LIST) + (firstOf(1, row) << 2); at < end; at += 4) {
    const column = load<i32>(at);
    store<f32>(block(name) + offsetOf(row, column), 0);
    // The ring of the first column lies before all tiles.
    if (column < 0 || !isActive(row / TILE_ROWS, column / TILE_COLUMNS)) continue;
    findTileMost(row, column, name);
  }
}

/** The same for the momentum that a cell outside took up. */
export function calmRing(row: i32): void {
  if (flag(EDGES) == 0) return;
  const end = block(RING_LIST) + (firstOf(1, row + 1) << 2);
  for (let at = block(RING_LIST) + (firstOf(1, row) << 2); at < end; at += 4) {
    const offset = offsetOf(row, load<i32>(at));
    store<f32>(block(FLOW_X_NEXT) + offset, 0);
    store<f32>(block(FLOW_Y_NEXT) + offset, 0);
  }
}

/** The deepest of a tile in the rows that are new: down to `row`. */
function findTileMost(row: i32, column: i32, name: i32): void {
  const tileRow = row / TILE_ROWS;
  const tileColumn = column / TILE_COLUMNS;
  let deepest = f32x4.splat(0);
  for (let y = tileRow * TILE_ROWS; y <= row; y++) {
    const start = block(name) + offsetOf(y, tileColumn * TILE_COLUMNS);
    for (let at: usize = 0; at < <usize>TILE_COLUMNS * 4; at += 16) {
      deepest = f32x4.pmax(deepest, v128.load(start + at));
    }
  }
  v128.store(block(TILE_MOST) + (<usize>(tileRow * tileColumns + tileColumn) << 4), deepest);
}

/** Volume (m³) that came in through all edges in this step. */
export function edgeVolume(): f64 {
  const end = block(EDGE_LIST) + <usize>flag(EDGES) * EDGE_BYTES;
  let flows: f64 = 0;
  for (let at = block(EDGE_LIST); at < end; at += EDGE_BYTES) {
    const kind = load<i32>(at, KIND);
    const flow = <f64>load<f32>(block((kind & IS_Y) != 0 ? FLOW_Y : FLOW_X) + load<u32>(at, FACE));
    flows += (kind & CELL_BEYOND) != 0 ? flow : -flow;
  }
  // By the very number that depths change by: its rounding is 3e-8 of all that passes.
  return flows * <f64><f32>(number(STEP) / cellM) * cellM * cellM;
}

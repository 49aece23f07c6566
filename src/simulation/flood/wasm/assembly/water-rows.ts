// Rows of scratch of shallow water, per thread: what a row knows until the row two below it is done. A row of cells
// keeps its place in one of three (or two) slots by its number.

import { block, MARGIN, pitch, ROWS, thread } from './memory';

export const WATER_ROWS: i32 = 56;

/** Address of column 0 of a row of scratch. */
// @ts-ignore: decorator
@inline
function scratch(which: i32): usize {
  return block(ROWS) + <usize>(thread * WATER_ROWS + which) * pitch + (<usize>MARGIN << 2);
}

// @ts-ignore: decorator
@inline
function slotOf(row: i32): i32 {
  return (row + 6) % 3;
}

/** Velocity along the row; the one across follows a row of scratch later. */
// @ts-ignore: decorator
@inline
export function speeds(row: i32): usize {
  return scratch(slotOf(row) * 2);
}

/** South side of the row before: depth, velocity along and across the row, slope of the bed. */
// @ts-ignore: decorator
@inline
export function southSide(): usize {
  return scratch(6);
}

/** Half a step ahead: depth and velocities; and the slopes of the level along and across the row. */
// @ts-ignore: decorator
@inline
export function halfway(row: i32): usize {
  return scratch(10 + slotOf(row) * 5);
}

/** West faces: mass, normal momentum for the cell before and after the face, tangential momentum. */
// @ts-ignore: decorator
@inline
export function facesX(row: i32): usize {
  return scratch(25 + slotOf(row) * 4);
}

/** North faces, alike. */
// @ts-ignore: decorator
@inline
export function facesY(row: i32): usize {
  return scratch(37 + slotOf(row) * 4);
}

// @ts-ignore: decorator
@inline
export function sharesOfRow(row: i32): usize {
  return scratch(49 + slotOf(row));
}

/** Two lists of spans. */
// @ts-ignore: decorator
@inline
export function waterSpans(which: i32): usize {
  return scratch(53 + which) - (<usize>MARGIN << 2);
}

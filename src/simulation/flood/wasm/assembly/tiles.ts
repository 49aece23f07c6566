// Which tiles have anything to do. Water moves at most one cell a step, so a tile works where it holds water that can
// flow, or one of the four beside it does at their common side; and one step longer, in which its last flows become 0:
// what is skipped would have stayed as it is, byte for byte. One byte a tile, with a margin of one tile around.

import { ACTIVE, DEPTH, SKIPS_DRY, TILE_COLUMNS, TILE_MOST, TILE_ROWS, TILE_WET } from './memory';
import { block, control, flag, offsetOf, pitch, ROWS, thread, tileColumns, tileRows } from './memory';

/** Something can flow in it now, or could a step ago. */
const WANTED: i32 = 1;
const WAS_WANTED: i32 = 2;
const IS_ACTIVE: i32 = 4;
/** Always at work: water comes in through an edge here. Set by the host. */
const IS_OPEN: i32 = 8;

// @ts-ignore: decorator
@inline
function tileAt(row: i32, column: i32): usize {
  return block(TILE_WET) + <usize>((row + 1) * (tileColumns + 2) + column + 1);
}

// @ts-ignore: decorator
@inline
function deepestOf(most: usize): f32 {
  return max(
    max(load<f32>(most), load<f32>(most, 4)),
    max(load<f32>(most, 8), load<f32>(most, 12)),
  );
}

/** Deepest water of all (m). */
export function findDeepest(): f32 {
  const start = block(TILE_MOST);
  const end = start + (<usize>(tileColumns * tileRows) << 4);
  let deepest = f32x4.splat(0);
  for (let at = start; at < end; at += 16) deepest = f32x4.pmax(deepest, v128.load(at));
  return max(
    max(f32x4.extract_lane(deepest, 0), f32x4.extract_lane(deepest, 1)),
    max(f32x4.extract_lane(deepest, 2), f32x4.extract_lane(deepest, 3)),
  );
}

/** Marks the tiles of this step and forgets what was deepest in them; `dryM`: water that can't flow. */
export function wakeTiles(dryM: f32): void {
  const line = <usize>(tileColumns + 2);
  const end = block(TILE_WET) + line * <usize>(tileRows + 2);
  for (let at = block(TILE_WET); at < end; at++) {
    const state = <i32>load<u8>(at);
    store<u8>(at, <u8>((state & IS_OPEN) | ((state & WANTED) << 1)));
  }
  for (let row = 0; row < tileRows; row++) {
    let most = block(TILE_MOST) + (<usize>(row * tileColumns) << 4);
    for (let column = 0; column < tileColumns; column++) {
      const at = tileAt(row, column);
      const isOpen = (load<u8>(at) & IS_OPEN) != 0;
      if (isOpen || deepestOf(most) > dryM) {
        want(at);
        if (isOpen || isWetAcross(row, column, 0, dryM)) want(at - line);
        if (isOpen || isWetAcross(row, column, TILE_ROWS - 1, dryM)) want(at + line);
        if (isOpen || isWetAlong(row, column, 0, dryM)) want(at - 1);
        if (isOpen || isWetAlong(row, column, TILE_COLUMNS - 1, dryM)) want(at + 1);
      }
      most += 16;
    }
  }
  const skips = flag(SKIPS_DRY) != 0;
  let active = 0;
  for (let row = 0; row < tileRows; row++) {
    let most = block(TILE_MOST) + (<usize>(row * tileColumns) << 4);
    for (let column = 0; column < tileColumns; column++) {
      const at = tileAt(row, column);
      if (!skips || (load<u8>(at) & (WANTED | WAS_WANTED)) != 0) {
        store<u8>(at, load<u8>(at) | IS_ACTIVE);
        v128.store(most, f32x4.splat(0));
        active++;
      }
      most += 16;
    }
  }
  store<i32>(control + ACTIVE, active);
}

// @ts-ignore: decorator
@inline
function want(at: usize): void {
  store<u8>(at, load<u8>(at) | WANTED);
}

/** Whether water in one row of a tile can flow. */
function isWetAcross(row: i32, column: i32, line: i32, dryM: f32): bool {
  const start = block(DEPTH) + offsetOf(row * TILE_ROWS + line, column * TILE_COLUMNS);
  const dry = f32x4.splat(dryM);
  let wet = f32x4.gt(v128.load(start), dry);
  for (let at: usize = 16; at < <usize>TILE_COLUMNS * 4; at += 16) {
    wet = v128.or(wet, f32x4.gt(v128.load(start + at), dry));
  }
  return v128.any_true(wet);
}

/** Whether water in one column of a tile can flow. */
function isWetAlong(row: i32, column: i32, line: i32, dryM: f32): bool {
  let at = block(DEPTH) + offsetOf(row * TILE_ROWS, column * TILE_COLUMNS + line);
  for (let y = 0; y < TILE_ROWS; y++) {
    if (load<f32>(at) > dryM) return true;
    at += pitch;
  }
  return false;
}

// @ts-ignore: decorator
@inline
export function isActive(row: i32, column: i32): bool {
  return (load<u8>(tileAt(row, column)) & IS_ACTIVE) != 0;
}

/** How many tiles of a row of tiles are at work. */
export function countActive(row: i32): i32 {
  let count = 0;
  for (let column = 0; column < tileColumns; column++) {
    count += (load<u8>(tileAt(row, column)) & IS_ACTIVE) >> 2;
  }
  return count;
}

/**
 * Writes the runs of active tiles of a row of tiles, and of the row before it where `joined`, as pairs of columns
 * (first, after the last); returns where they end.
 */
export function listSpans(row: i32, joined: bool, to: usize): usize {
  const line = <usize>(tileColumns + 2);
  let isOpen = false;
  let at = tileAt(row, 0);
  for (let column = 0; column <= tileColumns; column++) {
    let state = <i32>load<u8>(at);
    if (joined) state |= <i32>load<u8>(at - line);
    const isActive = column < tileColumns && (state & IS_ACTIVE) != 0;
    if (isActive != isOpen) {
      store<i32>(to, column * TILE_COLUMNS);
      to += 4;
      isOpen = isActive;
    }
    at++;
  }
  return to;
}

/** As `listSpans`, of the tiles that are active in a row of tiles or in one of the two beside it. */
export function listSpansAround(row: i32, to: usize): usize {
  const line = <usize>(tileColumns + 2);
  let isOpen = false;
  let at = tileAt(row, 0);
  for (let column = 0; column <= tileColumns; column++) {
    const state = load<u8>(at) | load<u8>(at - line) | load<u8>(at + line);
    const isActive = column < tileColumns && (state & IS_ACTIVE) != 0;
    if (isActive != isOpen) {
      store<i32>(to, column * TILE_COLUMNS);
      to += 4;
      isOpen = isActive;
    }
    at++;
  }
  return to;
}

/** Where this thread keeps spans: two lists, after its buffers of rows. */
// @ts-ignore: decorator
@inline
export function spanList(which: i32): usize {
  return block(ROWS) + <usize>(thread * 8 + 6 + which) * pitch;
}

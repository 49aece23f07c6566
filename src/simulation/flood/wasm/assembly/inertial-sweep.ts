// One step of local inertial over a band of tile rows, from north to south: the faces of a row from old values, what
// their donors can give, the flows as they stay, and then the depth of the row before. All in place, with rows of
// scratch that stay in the cache. Between bands the northern row's faces are found before anything changes (seams), so
// that bytes don't depend on how many bands there are.

import { DEPTH, FLOW_Y, ROWS, SEAMS, CHECKS, TILE_ROWS, MARGIN } from './memory';
import { block, offsetOf, pitch, thread, tileRows } from './memory';
import { emptyRing, openRing, setEdgeFlows } from './edges';
import { findFlows } from './inertial-faces';
import { findShares, settleAndUpdate, settleFlows, updateDepth } from './inertial-update';
import { listSpans, spanList } from './tiles';

/** Rows of scratch of this thread: west faces, two of faces to the south, two of shares. */
// @ts-ignore: decorator
@inline
function scratch(which: i32): usize {
  return block(ROWS) + <usize>(thread * 8 + which) * pitch + (<usize>MARGIN << 2);
}

/** Rows kept at a seam: west faces, faces north and south of the row before it, its shares, settled faces. */
// @ts-ignore: decorator
@inline
function seam(number: i32, which: i32): usize {
  return block(SEAMS) + <usize>(number * 5 + which) * pitch + (<usize>MARGIN << 2);
}

function facesOf(row: i32, spans: usize, end: usize, x: usize, south: usize): void {
  for (let at = spans; at < end; at += 8) {
    findFlows(row, load<i32>(at), load<i32>(at, 4), x, south);
  }
  setEdgeFlows(row, x, south);
}

function sharesOf(
  row: i32,
  spans: usize,
  end: usize,
  x: usize,
  north: usize,
  south: usize,
  shares: usize,
): bool {
  let isLimited = false;
  for (let at = spans; at < end; at += 8) {
    if (findShares(row, load<i32>(at), load<i32>(at, 4), x, north, south, shares)) isLimited = true;
  }
  openRing(row, shares);
  return isLimited;
}

function depthOf(row: i32, spans: usize, end: usize, south: usize): void {
  for (let at = spans; at < end; at += 8) {
    updateDepth(row, load<i32>(at), load<i32>(at, 4), south);
  }
  emptyRing(row, DEPTH);
}

/** What the band that ends at tile row `tileRow` needs of the first rows after it, from old values. */
export function prepareSeam(number: i32, tileRow: i32): void {
  const row = tileRow * TILE_ROWS;
  const spans = spanList(0);
  const end = listSpans(tileRow, true, spans);
  const x = scratch(0);
  const south = scratch(1);
  // Rows of scratch are 0 outside the spans of the tile rows that they are used in.
  clearRow(south);
  clearRow(seam(number, 1));
  clearRow(seam(number, 2));
  facesOf(row - 2, spans, end, x, seam(number, 1));
  facesOf(row - 1, spans, end, seam(number, 0), seam(number, 2));
  facesOf(row, spans, end, x, south);
  const above = scratch(3);
  const shares = seam(number, 3);
  sharesOf(row - 1, spans, end, seam(number, 0), seam(number, 1), seam(number, 2), shares);
  sharesOf(row, spans, end, x, seam(number, 2), south, above);
  settleSeam(number, spans, end, shares, above);
}

/** The faces of a seam as they stay. */
function settleSeam(number: i32, spans: usize, end: usize, shares: usize, below: usize): void {
  const zero = f32x4.splat(0);
  for (let at = spans; at < end; at += 8) {
    const last = <usize>load<i32>(at, 4) << 2;
    for (let i = <usize>load<i32>(at) << 2; i < last; i += 16) {
      const flow = v128.load(seam(number, 2) + i);
      const given = v128.bitselect(
        v128.load(shares + i),
        v128.load(below + i),
        f32x4.gt(flow, zero),
      );
      v128.store(seam(number, 4) + i, f32x4.mul(flow, given));
    }
  }
}

function copyRow(to: usize, from: usize): void {
  memory.copy(to - (<usize>MARGIN << 2), from - (<usize>MARGIN << 2), pitch);
}

function clearRow(at: usize): void {
  memory.fill(at - (<usize>MARGIN << 2), 0, pitch);
}

/** Tile rows `first` to `last`; seams by number where a band ends that is not the edge of the grid, else −1. */
export function sweepBand(first: i32, last: i32, seamAbove: i32, seamBelow: i32): void {
  const x = scratch(0);
  let north = scratch(1);
  let south = scratch(2);
  let sharesNorth = scratch(3);
  let shares = scratch(4);
  const own = spanList(0);
  const joined = spanList(1);
  v128.store(block(CHECKS) + (<usize>thread << 6), f32x4.splat(0));
  let wasLimited = seamAbove >= 0;
  clearRow(north);
  clearRow(south);
  if (seamAbove >= 0) {
    copyRow(north, seam(seamAbove, 2));
    copyRow(sharesNorth, seam(seamAbove, 3));
  } else {
    setEdgeFlows(-1, x, north);
    openRing(-1, sharesNorth);
  }
  for (let tileRow = first; tileRow < last; tileRow++) {
    const firstRow = tileRow * TILE_ROWS;
    const lastRow = firstRow + TILE_ROWS - 1;
    const ownEnd = listSpans(tileRow, false, own);
    const aboveEnd = listSpans(tileRow, true, joined);
    const isEmpty = ownEnd == own;
    for (let row = firstRow; row <= lastRow; row++) {
      const isFirst = row == firstRow;
      let spans = isFirst ? joined : own;
      let end = isFirst ? aboveEnd : ownEnd;
      if (isEmpty && row > firstRow && row < lastRow) continue;
      let facesEnd = end;
      let facesSpans = spans;
      if (row == lastRow) {
        facesSpans = joined;
        facesEnd = tileRow + 1 < tileRows ? listSpans(tileRow + 1, true, joined) : ownEnd;
        if (tileRow + 1 >= tileRows) facesSpans = own;
      }
      if (row == lastRow && tileRow + 1 == last && seamBelow >= 0) {
        copyRow(x, seam(seamBelow, 0));
        copyRow(north, seam(seamBelow, 1));
        copyRow(south, seam(seamBelow, 2));
      } else {
        facesOf(row, facesSpans, facesEnd, x, south);
        // Found from flows that the next band may have changed already.
        if (row + 1 == lastRow && tileRow + 1 == last && seamBelow >= 0) {
          copyRow(south, seam(seamBelow, 1));
        }
      }
      const isLimited = sharesOf(row, spans, end, x, north, south, shares);
      if (row > first * TILE_ROWS && !isLimited && !wasLimited) {
        for (let at = spans; at < end; at += 8) {
          settleAndUpdate(row, load<i32>(at), load<i32>(at, 4), x, north);
        }
        emptyRing(row - 1, DEPTH);
      } else {
        for (let at = spans; at < end; at += 8) {
          settleFlows(row, load<i32>(at), load<i32>(at, 4), x, north, shares, sharesNorth, isLimited || wasLimited);
        }
        if (row > first * TILE_ROWS) {
          depthOf(row - 1, spans, end, block(FLOW_Y) + offsetOf(row, 0));
        }
      }
      wasLimited = isLimited;
      let swap = north;
      north = south;
      south = swap;
      swap = sharesNorth;
      sharesNorth = shares;
      shares = swap;
    }
  }
  const row = last * TILE_ROWS - 1;
  const end = listSpans(last - 1, false, own);
  const below = seamBelow >= 0 ? seam(seamBelow, 4) : block(FLOW_Y) + offsetOf(row + 1, 0);
  depthOf(row, own, end, below);
}

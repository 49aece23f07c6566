// What leaves a cell is at most what stands in it: outflow limited by its donor, then depth (m). The limiter conserves
// mass; depth is never clamped. Source: ../../reference/README.md, steps 4 and 5.

import { CHECKS, DEPTH, FLOW_X, FLOW_Y, RAIN_LEFT, TILE_COLUMNS, TILE_MOST, TILE_ROWS } from './memory';
import { block, offsetOf, pitch, thread, tileColumns } from './memory';
import { all, ONE, RATIO } from './numbers';

/**
 * Share of its outflow that each cell of a row can give, from the row's west faces and the faces north and south of it.
 * Returns whether any is below 1.
 */
export function findShares(
  row: i32,
  from: i32,
  to: i32,
  x: usize,
  north: usize,
  south: usize,
  shares: usize,
): bool {
  let depth = block(DEPTH) + offsetOf(row, from);
  const first = <usize>from << 2;
  const end = <usize>to << 2;
  const zero = f32x4.splat(0);
  const one = all(ONE);
  let any = false;
  for (let at = first; at < end; at += 16) {
    const leaves = f32x4.add(
      f32x4.sub(f32x4.pmax(zero, v128.load(x + at, 4)), f32x4.pmin(zero, v128.load(x + at))),
      f32x4.sub(f32x4.pmax(zero, v128.load(south + at)), f32x4.pmin(zero, v128.load(north + at))),
    );
    const out = f32x4.mul(leaves, all(RATIO));
    const stands = f32x4.pmax(zero, v128.load(depth));
    const isShort = f32x4.gt(out, stands);
    let given = one;
    if (v128.any_true(isShort)) {
      given = v128.bitselect(f32x4.div(stands, out), one, isShort);
      any = true;
    }
    v128.store(shares + at, given);
    depth += 16;
  }
  return any;
}

/** West faces and north faces of a row as they stay: scaled by what their donor can give. */
export function settleFlows(
  row: i32,
  from: i32,
  to: i32,
  x: usize,
  north: usize,
  shares: usize,
  sharesNorth: usize,
  isLimited: bool,
): void {
  const start = offsetOf(row, from);
  let flowX = block(FLOW_X) + start;
  let flowY = block(FLOW_Y) + start;
  const end = <usize>to << 2;
  if (!isLimited) {
    for (let at = <usize>from << 2; at < end; at += 16) {
      v128.store(flowX, v128.load(x + at));
      v128.store(flowY, v128.load(north + at));
      flowX += 16;
      flowY += 16;
    }
    return;
  }
  const zero = f32x4.splat(0);
  for (let at = <usize>from << 2; at < end; at += 16) {
    const own = v128.load(shares + at);
    const west = v128.load(shares + at - 4);
    const fx = v128.load(x + at);
    const fy = v128.load(north + at);
    v128.store(flowX, f32x4.mul(fx, v128.bitselect(west, own, f32x4.gt(fx, zero))));
    const above = v128.load(sharesNorth + at);
    v128.store(flowY, f32x4.mul(fy, v128.bitselect(above, own, f32x4.gt(fy, zero))));
    flowX += 16;
    flowY += 16;
  }
}

/** New depth of a row whose faces have settled; keeps the deepest of each tile, and a sum that shows what is not finite. */
export function updateDepth(row: i32, from: i32, to: i32, south: usize): void {
  const start = offsetOf(row, from);
  let depth = block(DEPTH) + start;
  let flowX = block(FLOW_X) + start;
  let flowY = block(FLOW_Y) + start;
  const left = block(RAIN_LEFT) - block(DEPTH);
  let below = south + (<usize>from << 2);
  const checked = block(CHECKS) + (<usize>thread << 6);
  let check = v128.load(checked);
  let most =
    block(TILE_MOST) +
    (<usize>((row / TILE_ROWS) * tileColumns + from / TILE_COLUMNS) << 4);
  const tiles = (to - from) / TILE_COLUMNS;
  for (let tile = 0; tile < tiles; tile++) {
    let deepest = v128.load(most);
    for (let part = 0; part < TILE_COLUMNS / 4; part++) {
      const gain = f32x4.add(
        f32x4.sub(v128.load(flowX), v128.load(flowX, 4)),
        f32x4.sub(v128.load(flowY), v128.load(below)),
      );
      // What rounding leaves waits for the next step: steady flows would drift by 1e-5.
      const was = v128.load(depth);
      const wanted = f32x4.add(f32x4.mul(all(RATIO), gain), v128.load(depth + left));
      const next = f32x4.add(was, wanted);
      v128.store(depth, next);
      v128.store(depth + left, f32x4.sub(wanted, f32x4.sub(next, was)));
      deepest = f32x4.pmax(deepest, next);
      check = f32x4.add(check, next);
      depth += 16;
      flowX += 16;
      flowY += 16;
      below += 16;
    }
    v128.store(most, deepest);
    most += 16;
  }
  v128.store(checked, check);
}

/**
 * Flows of a row that no donor cuts short, as they stay, and the new depth of the row before: `settleFlows` and
 * `updateDepth` at once, which spares a loop and what it reads.
 */
export function settleAndUpdate(row: i32, from: i32, to: i32, x: usize, north: usize): void {
  const start = offsetOf(row, from);
  const line = pitch;
  let flowX = block(FLOW_X) + start;
  let flowY = block(FLOW_Y) + start;
  let depth = block(DEPTH) + start - line;
  const left = block(RAIN_LEFT) - block(DEPTH);
  let xNew = x + (<usize>from << 2);
  let yNew = north + (<usize>from << 2);
  const checked = block(CHECKS) + (<usize>thread << 6);
  let check = v128.load(checked);
  let most =
    block(TILE_MOST) +
    (<usize>(((row - 1) / TILE_ROWS) * tileColumns + from / TILE_COLUMNS) << 4);
  const tiles = (to - from) / TILE_COLUMNS;
  const ratio = all(RATIO);
  for (let tile = 0; tile < tiles; tile++) {
    let deepest = v128.load(most);
    for (let part = 0; part < TILE_COLUMNS / 4; part++) {
      const below = v128.load(yNew);
      v128.store(flowX, v128.load(xNew));
      v128.store(flowY, below);
      const gain = f32x4.add(
        f32x4.sub(v128.load(flowX - line), v128.load(flowX - line, 4)),
        f32x4.sub(v128.load(flowY - line), below),
      );
      const was = v128.load(depth);
      const wanted = f32x4.add(f32x4.mul(ratio, gain), v128.load(depth + left));
      const next = f32x4.add(was, wanted);
      v128.store(depth, next);
      v128.store(depth + left, f32x4.sub(wanted, f32x4.sub(next, was)));
      deepest = f32x4.pmax(deepest, next);
      check = f32x4.add(check, next);
      depth += 16;
      flowX += 16;
      flowY += 16;
      xNew += 16;
      yNew += 16;
    }
    v128.store(most, deepest);
    most += 16;
  }
  v128.store(checked, check);
}

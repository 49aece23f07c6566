// Water that is given to cells or taken from them before any flow: fluxes by list, rain on the whole grid. What rounding
// leaves is kept per cell (Kahan), so that 4e-6 m on 8 m of water still adds up; the balance counts what depth gained.

import { ADDED, DEPTH, DEPTH_NEXT, FLOW_X, FLOW_Y, FLUX_CELLS, FLUX_FLOWS, FLUX_MOMENTUM } from './memory';
import { FLUXES, GRAVITY, HAS_MOMENTUM, MARGIN, MARGIN_ROWS } from './memory';
import { RAIN, RAIN_LEFT, RAIN_SECONDS, RAIN_SUMS, STEP, TAKEN, TILE_COLUMNS } from './memory';
import { block, cellM, control, flag, height, number, offsetOf, pitch, tileColumns } from './memory';
import { TILE_MOST, TILE_ROWS, tileRows, width } from './memory';

/** Water that stands still in shallow water (m). */
const STILL_M: f32 = 1e-6;

/** The deepest that any source would make its cell within `dt` (m). */
export function deepestSource(dt: f64): f32 {
  const share = dt / (cellM * cellM);
  let deepest: f32 = 0;
  const count = flag(FLUXES);
  for (let i: usize = 0; i < <usize>count; i++) {
    const flow = load<f64>(block(FLUX_FLOWS) + (i << 3));
    if (flow <= 0) continue;
    const at = block(DEPTH) + load<u32>(block(FLUX_CELLS) + (i << 2));
    deepest = max(deepest, load<f32>(at) + <f32>(flow * share));
  }
  return deepest;
}

/** The fastest wave that any source would make in its cell within `dt` (m/s). */
export function fastestSource(dt: f64): f64 {
  const share = dt / (cellM * cellM);
  let fastest: f64 = 0;
  const count = flag(FLUXES);
  for (let i: usize = 0; i < <usize>count; i++) {
    const flow = load<f64>(block(FLUX_FLOWS) + (i << 3));
    if (flow <= 0) continue;
    const offset = load<u32>(block(FLUX_CELLS) + (i << 2));
    const depth = max<f64>(0, load<f32>(block(DEPTH) + offset)) + flow * share;
    const momentum = block(FLUX_MOMENTUM) + (i << 4);
    const x = <f64>load<f32>(block(FLOW_X) + offset) + load<f64>(momentum) * dt;
    const y = <f64>load<f32>(block(FLOW_Y) + offset) + load<f64>(momentum, 8) * dt;
    fastest = max(fastest, max(abs(x), abs(y)) / depth + sqrt(GRAVITY * depth));
  }
  return fastest;
}

export function addFluxes(): void {
  const hasMomentum = flag(HAS_MOMENTUM) != 0;
  const step = number(STEP);
  const share = number(STEP) / (cellM * cellM);
  const area = cellM * cellM;
  const count = flag(FLUXES);
  let added: f64 = 0;
  let taken: f64 = 0;
  for (let i: usize = 0; i < <usize>count; i++) {
    const offset = load<u32>(block(FLUX_CELLS) + (i << 2));
    const left = block(RAIN_LEFT) + offset;
    const gained = gain(offset, left, <f32>(load<f64>(block(FLUX_FLOWS) + (i << 3)) * share));
    if (gained > 0) added += gained;
    else taken -= gained;
    if (hasMomentum) bringMomentum(offset, block(FLUX_MOMENTUM) + (i << 4), step);
  }
  store<f64>(control + ADDED, number(ADDED) + added * area);
  store<f64>(control + TAKEN, number(TAKEN) + taken * area);
}

/** Adds to one cell what is asked and what was left over; returns what its depth gained. */
// @ts-ignore: decorator
@inline
function gain(offset: usize, left: usize, asked: f32): f64 {
  const at = block(DEPTH) + offset;
  const depth = load<f32>(at);
  const wanted = asked + load<f32>(left);
  let next = depth + wanted;
  if (next < 0 && wanted < 0) {
    next = min(depth, 0);
    store<f32>(left, 0);
  } else {
    store<f32>(left, wanted - (next - depth));
  }
  store<f32>(at, next);
  if (flag(HAS_MOMENTUM) != 0) {
    // A tile that sleeps has the same water in both sets of blocks.
    store<f32>(block(DEPTH_NEXT) + offset, next);
    if (next < depth) keepSpeed(offset, depth > 0 ? next / depth : 0);
  }
  noteDepth(offset, next);
  return <f64>next - <f64>depth;
}

/** Only into water that moves: a film would keep what its tile, asleep, never lets go. */
function bringMomentum(offset: usize, momentum: usize, step: f64): void {
  if (load<f32>(block(DEPTH) + offset) <= STILL_M) return;
  const x = block(FLOW_X) + offset;
  const y = block(FLOW_Y) + offset;
  store<f32>(x, load<f32>(x) + <f32>(load<f64>(momentum) * step));
  store<f32>(y, load<f32>(y) + <f32>(load<f64>(momentum, 8) * step));
}

/** What is taken takes its momentum along. */
function keepSpeed(offset: usize, share: f32): void {
  const x = block(FLOW_X) + offset;
  const y = block(FLOW_Y) + offset;
  store<f32>(x, load<f32>(x) * share);
  store<f32>(y, load<f32>(y) * share);
}

/** Lets the tile of a cell know how deep it has become. */
function noteDepth(offset: usize, depth: f32): void {
  const row = <i32>(offset / pitch) - MARGIN_ROWS;
  const column = <i32>((offset % pitch) >> 2) - MARGIN;
  const most =
    block(TILE_MOST) +
    (<usize>((row / TILE_ROWS) * tileColumns + column / TILE_COLUMNS) << 4);
  if (depth > load<f32>(most)) store<f32>(most, depth);
}

/** Rain of this step on tile rows `first` to `last`; what depth gained and lost is kept per tile row. */
export function addRain(first: i32, last: i32): void {
  const hasMomentum = flag(HAS_MOMENTUM) != 0;
  for (let tileRow = first; tileRow < last; tileRow++) {
    let gained = f64x2.splat(0);
    let lost = f64x2.splat(0);
    const end = min((tileRow + 1) * TILE_ROWS, height);
    for (let row = tileRow * TILE_ROWS; row < end; row++) {
      const start = offsetOf(row, 0);
      for (let column = 0; column < width; column += 4) {
        const offset = start + (<usize>column << 2);
        const depth = v128.load(block(DEPTH) + offset);
        const next = rainedOn(depth, offset);
        const low = changeOf(next, depth);
        const high = changeOf(upper(next), upper(depth));
        const zero = f64x2.splat(0);
        gained = f64x2.add(gained, f64x2.add(f64x2.pmax(zero, low), f64x2.pmax(zero, high)));
        lost = f64x2.add(lost, f64x2.add(f64x2.pmin(zero, low), f64x2.pmin(zero, high)));
        v128.store(block(DEPTH) + offset, next);
        if (hasMomentum) {
          v128.store(block(DEPTH_NEXT) + offset, next);
          const isLess = f32x4.lt(next, depth);
          if (v128.any_true(isLess)) keepSpeeds(offset, depth, next, isLess);
        }
        const tile = <usize>(tileRow * tileColumns + column / TILE_COLUMNS);
        const most = block(TILE_MOST) + (tile << 4);
        v128.store(most, f32x4.pmax(v128.load(most), next));
      }
    }
    const sums = block(RAIN_SUMS) + (<usize>tileRow << 4);
    store<f64>(sums, f64x2.extract_lane(gained, 0) + f64x2.extract_lane(gained, 1));
    store<f64>(sums, f64x2.extract_lane(lost, 0) + f64x2.extract_lane(lost, 1), 8);
  }
}

function keepSpeeds(offset: usize, depth: v128, next: v128, isLess: v128): void {
  const kept = v128.and(f32x4.div(next, depth), f32x4.gt(depth, f32x4.splat(0)));
  const share = v128.bitselect(kept, f32x4.splat(1), isLess);
  const x = block(FLOW_X) + offset;
  const y = block(FLOW_Y) + offset;
  v128.store(x, f32x4.mul(v128.load(x), share));
  v128.store(y, f32x4.mul(v128.load(y), share));
}

/** Depth of four cells after the rain of this step; keeps what rounding leaves. */
// @ts-ignore: decorator
@inline
function rainedOn(depth: v128, offset: usize): v128 {
  const left = block(RAIN_LEFT) + offset;
  const asked = f32x4.mul(
    v128.load(block(RAIN) + offset),
    f32x4.splat(<f32>number(RAIN_SECONDS)),
  );
  const zero = f32x4.splat(0);
  const wanted = f32x4.add(asked, v128.load(left));
  const sum = f32x4.add(depth, wanted);
  const isEmpty = v128.and(f32x4.lt(sum, zero), f32x4.lt(wanted, zero));
  const next = v128.bitselect(f32x4.pmin(depth, zero), sum, isEmpty);
  v128.store(left, v128.andnot(f32x4.sub(wanted, f32x4.sub(next, depth)), isEmpty));
  return next;
}

// @ts-ignore: decorator
@inline
function changeOf(next: v128, before: v128): v128 {
  return f64x2.sub(f64x2.promote_low_f32x4(next), f64x2.promote_low_f32x4(before));
}

/** Enters the rain of a step into the balance. */
export function countRain(): void {
  let gained: f64 = 0;
  let lost: f64 = 0;
  for (let row = 0; row < tileRows; row++) {
    const sums = block(RAIN_SUMS) + (<usize>row << 4);
    gained += load<f64>(sums);
    lost += load<f64>(sums, 8);
  }
  const area = cellM * cellM;
  store<f64>(control + ADDED, number(ADDED) + gained * area);
  store<f64>(control + TAKEN, number(TAKEN) - lost * area);
}

// @ts-ignore: decorator
@inline
function upper(value: v128): v128 {
  return i8x16.shuffle(value, value, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
}

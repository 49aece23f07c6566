// Shallow water, second order: limited slopes, Hancock's half step, and the fluxes of a row's west and north faces.
// SI; rows count southward. Source: ../../reference/README.md.

import { CREST_X, CREST_Y, DEPTH, FLOW_X, FLOW_Y, GRAVITY, LEAN_X, LEAN_Y, RISE_X, RISE_Y } from './memory';
import { ROUGHNESS, STEP } from './memory';
import { block, cellM, number, offsetOf, pitch } from './memory';
import { cubic, guessRoot, limited, shifted } from './numbers';
import { findFlux } from './water-flux';
import { facesX, facesY, halfway, southSide, speeds } from './water-rows';

const STILL_M: f32 = 1e-6;
const THIN_M: f32 = 1e-4;

/** Velocities of a row from old water: momentum by depth, fading out in thin water. */
export function findSpeeds(row: i32, from: i32, to: i32): void {
  const start = offsetOf(row, from) - 16;
  let depthAt = block(DEPTH) + start;
  let xAt = block(FLOW_X) + start;
  let yAt = block(FLOW_Y) + start;
  let out = speeds(row) + (<usize>from << 2) - 16;
  const end = speeds(row) + (<usize>to << 2) + 16;
  const one = f32x4.splat(1);
  while (out < end) {
    const depth = v128.load(depthAt);
    const isStill = f32x4.le(depth, f32x4.splat(STILL_M));
    const share = shareOf(depth, v128.bitselect(one, depth, isStill));
    v128.store(out, v128.andnot(f32x4.mul(v128.load(xAt), share), isStill));
    v128.store(out + pitch, v128.andnot(f32x4.mul(v128.load(yAt), share), isStill));
    depthAt += 16;
    xAt += 16;
    yAt += 16;
    out += 16;
  }
}

/** 1/h, or Kurganov & Petrova's √2·h/√(h⁴ + ε⁴) below 0.1 mm; `safe` is the depth, or 1 where it is still. */
// @ts-ignore: decorator
@inline
export function shareOf(depth: v128, safe: v128): v128 {
  let share = f32x4.div(f32x4.splat(1), safe);
  const isThin = f32x4.lt(safe, f32x4.splat(THIN_M));
  if (v128.any_true(isThin)) {
    // In units of 0.1 mm, whose fourth power is a number of f32.
    const units = f32x4.mul(safe, f32x4.splat(1e4));
    const square = f32x4.mul(units, units);
    const fading = f32x4.div(
      f32x4.mul(f32x4.splat(1.4142135e4), units),
      f32x4.sqrt(f32x4.add(f32x4.mul(square, square), f32x4.splat(1))),
    );
    share = v128.bitselect(fading, share, isThin);
  }
  return share;
}

/** g·n²·h^(−4/3), to 3e-5. */
// @ts-ignore: decorator
@inline
export function dragOf(roughness: v128, depth: v128): v128 {
  const root = guessRoot(depth);
  const square = f32x4.mul(root, root);
  const near = f32x4.mul(depth, f32x4.mul(square, root));
  const factor = cubic(
    near,
    f32x4.splat(5.985085824781303),
    f32x4.splat(-10.739767046697319),
    f32x4.splat(7.856630986371565),
    f32x4.splat(-2.1019441211899426),
  );
  return f32x4.mul(f32x4.mul(roughness, factor), f32x4.mul(square, square));
}

// @ts-ignore: decorator
@inline
function magnitude(x: v128, y: v128): v128 {
  return f32x4.sqrt(f32x4.add(f32x4.mul(x, x), f32x4.mul(y, y)));
}

/** Columns `from` to `to` of a row, after the speeds of it and both rows beside it. */
export function findFaces(row: i32, from: i32, to: i32): void {
  const start = offsetOf(row, from);
  let depthAt = block(DEPTH) + start - 16;
  const riseX = block(RISE_X) - block(DEPTH) + 16;
  const riseY = block(RISE_Y) - block(DEPTH) + 16;
  const leanX = block(LEAN_X) - block(DEPTH) + 16;
  const leanY = block(LEAN_Y) - block(DEPTH) + 16;
  const crestX = block(CREST_X) - block(DEPTH) + 16;
  const crestY = block(CREST_Y) - block(DEPTH) + 16;
  const roughness = block(ROUGHNESS) - block(DEPTH) + 16;
  const offset = (<usize>from << 2) - 16;
  let here = speeds(row) + offset;
  let north = speeds(row - 1) + offset + 16;
  let south = speeds(row + 1) + offset + 16;
  let side = southSide() + offset + 16;
  let half = halfway(row) + offset + 16;
  let xTo = facesX(row) + offset + 16;
  let yTo = facesY(row) + offset + 16;
  const end = facesX(row) + (<usize>to << 2);
  const zero = f32x4.splat(0);
  const halves = f32x4.splat(0.5);
  const thin = f32x4.splat(THIN_M);
  const ratio = f32x4.splat(<f32>((0.5 * number(STEP)) / cellM));
  const halfStep = f32x4.splat(<f32>(0.5 * number(STEP)));
  const gravity = f32x4.splat(<f32>GRAVITY);
  const one = f32x4.splat(1);
  // East side of the four cells before: dry ground lies there, or they are done next.
  let eastDepth = zero;
  let eastU = zero;
  let eastV = zero;
  let eastBed = zero;
  while (xTo < end) {
    const depth = v128.load(depthAt, 16);
    const isDry = f32x4.le(depth, thin);
    const u = v128.load(here, 16);
    const v = v128.load(here + pitch, 16);

    // Along the row.
    const west = v128.load(depthAt, 12);
    const east = v128.load(depthAt, 20);
    const isWestDry = f32x4.le(west, thin);
    const isEastDry = f32x4.le(east, thin);
    const rise = v128.load(depthAt + riseX);
    const lean = v128.load(depthAt + leanX);
    let level0 = f32x4.add(f32x4.sub(depth, west), rise);
    let level1 = f32x4.add(f32x4.sub(east, depth), v128.load(depthAt + riseX, 4));
    let isKept = v128.andnot(
      v128.andnot(f32x4.eq(lean, lean), isDry),
      v128.and(isWestDry, isEastDry),
    );
    let isWhole = v128.andnot(isKept, v128.or(isWestDry, isEastDry));
    let level = v128.bitselect(
      level1,
      v128.bitselect(level0, limited(level0, level1), isEastDry),
      isWestDry,
    );
    let most = f32x4.add(depth, depth);
    let isShallow = f32x4.lt(most, f32x4.abs(f32x4.sub(level, lean)));
    const bedX = v128.and(
      v128.bitselect(f32x4.pmax(f32x4.neg(most), f32x4.pmin(lean, most)), lean, isShallow),
      isKept,
    );
    const levelX = v128.and(v128.andnot(level, isShallow), isKept);
    const uX = v128.and(
      limited(f32x4.sub(u, v128.load(here, 12)), f32x4.sub(v128.load(here, 20), u)),
      isWhole,
    );
    const vX = v128.and(
      limited(f32x4.sub(v, v128.load(here + pitch, 12)), f32x4.sub(v128.load(here + pitch, 20), v)),
      isWhole,
    );
    let isFree = isKept;

    // Across the row.
    const above = v128.load(depthAt - pitch, 16);
    const below = v128.load(depthAt + pitch, 16);
    const isNorthDry = f32x4.le(above, thin);
    const isSouthDry = f32x4.le(below, thin);
    const riseAcross = v128.load(depthAt + riseY);
    const leanAcross = v128.load(depthAt + leanY);
    level0 = f32x4.add(f32x4.sub(depth, above), riseAcross);
    level1 = f32x4.add(f32x4.sub(below, depth), v128.load(depthAt + riseY + pitch));
    isKept = v128.andnot(
      v128.andnot(f32x4.eq(leanAcross, leanAcross), isDry),
      v128.and(isNorthDry, isSouthDry),
    );
    isWhole = v128.andnot(isKept, v128.or(isNorthDry, isSouthDry));
    level = v128.bitselect(
      level1,
      v128.bitselect(level0, limited(level0, level1), isSouthDry),
      isNorthDry,
    );
    isShallow = f32x4.lt(most, f32x4.abs(f32x4.sub(level, leanAcross)));
    const bedY = v128.and(
      v128.bitselect(f32x4.pmax(f32x4.neg(most), f32x4.pmin(leanAcross, most)), leanAcross, isShallow),
      isKept,
    );
    const levelY = v128.and(v128.andnot(level, isShallow), isKept);
    const uY = v128.and(
      limited(f32x4.sub(u, v128.load(north)), f32x4.sub(v128.load(south), u)),
      isWhole,
    );
    const vY = v128.and(
      limited(f32x4.sub(v, v128.load(north + pitch)), f32x4.sub(v128.load(south + pitch), v)),
      isWhole,
    );
    isFree = v128.and(isFree, isKept);

    // Half a step ahead.
    const deepX = f32x4.sub(levelX, bedX);
    const deepY = f32x4.sub(levelY, bedY);
    const spread = f32x4.add(
      f32x4.add(f32x4.mul(u, deepX), f32x4.mul(depth, uX)),
      f32x4.add(f32x4.mul(v, deepY), f32x4.mul(depth, vY)),
    );
    const pushU = f32x4.add(
      f32x4.add(f32x4.mul(u, uX), f32x4.mul(gravity, levelX)),
      f32x4.mul(v, uY),
    );
    const pushV = f32x4.add(
      f32x4.add(f32x4.mul(v, vY), f32x4.mul(gravity, levelY)),
      f32x4.mul(u, vX),
    );
    const drag = dragOf(v128.load(depthAt + roughness), depth);
    const slowing = f32x4.add(
      one,
      v128.and(f32x4.mul(f32x4.mul(halfStep, drag), magnitude(u, v)), isFree),
    );
    const kept = f32x4.div(one, slowing);
    const deep = f32x4.sub(depth, f32x4.mul(ratio, spread));
    const uHalf = f32x4.mul(f32x4.sub(u, f32x4.mul(ratio, pushU)), kept);
    const vHalf = f32x4.mul(f32x4.sub(v, f32x4.mul(ratio, pushV)), kept);
    v128.store(half, deep);
    v128.store(half + pitch, uHalf);
    v128.store(half + 2 * pitch, vHalf);
    v128.store(half + 3 * pitch, levelX);
    v128.store(half + 4 * pitch, levelY);

    // West faces: the east side of the cells before, the west side of these.
    const halfDeepX = f32x4.mul(halves, deepX);
    const halfUX = f32x4.mul(halves, uX);
    const halfVX = f32x4.mul(halves, vX);
    const ownDepth = f32x4.add(deep, halfDeepX);
    const ownU = f32x4.add(uHalf, halfUX);
    const ownV = f32x4.add(vHalf, halfVX);
    const ownBed = f32x4.mul(halves, bedX);
    const bedBefore = shifted(eastBed, ownBed);
    findFlux(
      shifted(eastDepth, ownDepth),
      shifted(eastU, ownU),
      shifted(eastV, ownV),
      f32x4.sub(deep, halfDeepX),
      f32x4.sub(uHalf, halfUX),
      f32x4.sub(vHalf, halfVX),
      f32x4.sub(f32x4.add(bedBefore, ownBed), rise),
      f32x4.sub(v128.load(depthAt + crestX), bedBefore),
      xTo,
      pitch,
    );
    eastDepth = ownDepth;
    eastU = ownU;
    eastV = ownV;
    eastBed = ownBed;

    // North faces: the south side of the row before, the north side of this.
    const halfDeepY = f32x4.mul(halves, deepY);
    const halfUY = f32x4.mul(halves, uY);
    const halfVY = f32x4.mul(halves, vY);
    const halfBedY = f32x4.mul(halves, bedY);
    const bedAbove = v128.load(side + 3 * pitch);
    findFlux(
      v128.load(side),
      v128.load(side + 2 * pitch),
      v128.load(side + pitch),
      f32x4.sub(deep, halfDeepY),
      f32x4.sub(vHalf, halfVY),
      f32x4.sub(uHalf, halfUY),
      f32x4.sub(f32x4.add(bedAbove, halfBedY), riseAcross),
      f32x4.sub(v128.load(depthAt + crestY), bedAbove),
      yTo,
      pitch,
    );
    v128.store(side, f32x4.add(deep, halfDeepY));
    v128.store(side + pitch, f32x4.add(uHalf, halfUY));
    v128.store(side + 2 * pitch, f32x4.add(vHalf, halfVY));
    v128.store(side + 3 * pitch, halfBedY);

    depthAt += 16;
    here += 16;
    north += 16;
    south += 16;
    side += 16;
    half += 16;
    xTo += 16;
    yTo += 16;
  }
  closeFace(xTo);
}

/** The next cell reads its west face too; dry ground begins there. */
// @ts-ignore: decorator
@inline
function closeFace(at: usize): void {
  store<f32>(at, 0);
  store<f32>(at + pitch, 0);
  store<f32>(at + 2 * pitch, 0);
  store<f32>(at + 3 * pitch, 0);
}

// Shallow water, second order: limited slopes, Hancock's half step, and the fluxes of a row's west and north faces.
// SI; rows count southward. Source: ../../reference/README.md.

import { CREST_X, CREST_Y, DEPTH, FLOW_X, FLOW_Y, LEAN_X, LEAN_Y, RISE_X, RISE_Y } from './memory';
import { block, offsetOf, pitch, ROUGHNESS } from './memory';
import { all, DRAG, G, HALF, halfLimited, ONE, RATIO, rootOf, shifted, size } from './numbers';
import { STILL, THIN } from './numbers';
import { findFlux } from './water-flux';
import { facesX, facesY, halfway, southSide, speeds } from './water-rows';

/** Velocities of a row from old water: momentum by depth, fading out in thin water. */
export function findSpeeds(row: i32, from: i32, to: i32): void {
  const start = offsetOf(row, from) - 16;
  let depthAt = block(DEPTH) + start;
  let xAt = block(FLOW_X) + start;
  let yAt = block(FLOW_Y) + start;
  let out = speeds(row) + (<usize>from << 2) - 16;
  const end = speeds(row) + (<usize>to << 2) + 16;
  while (out < end) {
    const depth = v128.load(depthAt);
    const isStill = f32x4.le(depth, all(STILL));
    const share = shareOf(depth, v128.bitselect(all(ONE), depth, isStill));
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
  let share = f32x4.div(all(ONE), safe);
  const isThin = f32x4.lt(safe, all(THIN));
  if (v128.any_true(isThin)) {
    // In units of 0.1 mm, whose fourth power is a number of f32.
    const units = f32x4.mul(safe, f32x4.splat(1e4));
    const square = f32x4.mul(units, units);
    const fading = f32x4.div(
      f32x4.mul(f32x4.splat(1.4142135e4), units),
      f32x4.sqrt(f32x4.add(f32x4.mul(square, square), all(ONE))),
    );
    share = v128.bitselect(fading, share, isThin);
  }
  return share;
}

// @ts-ignore: decorator
@inline
function magnitude(x: v128, y: v128): v128 {
  return f32x4.sqrt(f32x4.add(f32x4.mul(x, x), f32x4.mul(y, y)));
}

/** Columns `from` to `to` of a row, after the speeds of it and both rows beside it. */
export function findFaces(row: i32, from: i32, to: i32): void {
  const start = offsetOf(row, from);
  const line = pitch;
  let depthAt = block(DEPTH) + start - 16;
  const riseX = block(RISE_X) - block(DEPTH) + 16;
  const riseY = block(RISE_Y) - block(DEPTH) + 16;
  const riseBelow = riseY + line;
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
  // Slopes are halves of what they are across a cell: from its middle to its side.
  // East side of the four cells before: dry ground lies there, or they are done next.
  let eastDepth = zero;
  let eastU = zero;
  let eastV = zero;
  let eastBed = zero;
  while (xTo < end) {
    const depth = v128.load(depthAt, 16);
    const west = v128.load(depthAt, 12);
    const east = v128.load(depthAt, 20);
    const above = v128.load(depthAt - line, 16);
    const below = v128.load(depthAt + line, 16);
    const rise = v128.load(depthAt + riseX);
    const riseAcross = v128.load(depthAt + riseY);
    const fromWest = f32x4.add(f32x4.sub(depth, west), rise);
    const toEast = f32x4.add(f32x4.sub(east, depth), v128.load(depthAt + riseX, 4));
    const fromNorth = f32x4.add(f32x4.sub(depth, above), riseAcross);
    const toSouth = f32x4.add(f32x4.sub(below, depth), v128.load(depthAt + riseBelow));
    const u = v128.load(here, 16);
    const v = v128.load(here + line, 16);
    let bedX = f32x4.mul(all(HALF), v128.load(depthAt + leanX));
    let bedY = f32x4.mul(all(HALF), v128.load(depthAt + leanY));
    let levelX = halfLimited(fromWest, toEast);
    let levelY = halfLimited(fromNorth, toSouth);
    let uX = halfLimited(f32x4.sub(u, v128.load(here, 12)), f32x4.sub(v128.load(here, 20), u));
    let vX = halfLimited(
      f32x4.sub(v, v128.load(here + line, 12)),
      f32x4.sub(v128.load(here + line, 20), v),
    );
    let uY = halfLimited(f32x4.sub(u, v128.load(north)), f32x4.sub(v128.load(south), u));
    let vY = halfLimited(
      f32x4.sub(v, v128.load(north + line)),
      f32x4.sub(v128.load(south + line), v),
    );
    // ½dt·g·n²·|U|·h^(−1/3): friction slows down by h/(h + this).
    let friction = f32x4.mul(
      f32x4.mul(v128.load(depthAt + roughness), magnitude(u, v)),
      rootOf(depth, DRAG),
    );
    let held = depth;
    let standing = depth;
    let deepX = f32x4.sub(levelX, bedX);
    let deepY = f32x4.sub(levelY, bedY);
    const least = f32x4.pmin(
      f32x4.pmin(depth, f32x4.pmin(west, east)),
      f32x4.pmin(above, below),
    );
    const isPlain = v128.and(
      f32x4.gt(least, all(THIN)),
      v128.and(
        f32x4.le(size(deepX), depth),
        f32x4.le(size(deepY), depth),
      ),
    );
    // Beside dry, shallow, walled or missing ground.
    if (i32x4.bitmask(isPlain) != 15) {
      const isDry = f32x4.le(depth, all(THIN));
      const most = depth;
      const isWestDry = f32x4.le(west, all(THIN));
      const isEastDry = f32x4.le(east, all(THIN));
      const isKeptX = v128.andnot(
        v128.andnot(f32x4.eq(bedX, bedX), isDry),
        v128.and(isWestDry, isEastDry),
      );
      const isWholeX = v128.andnot(isKeptX, v128.or(isWestDry, isEastDry));
      levelX = v128.bitselect(
        f32x4.mul(all(HALF), toEast),
        v128.bitselect(f32x4.mul(all(HALF), fromWest), levelX, isEastDry),
        isWestDry,
      );
      const isShallowX = f32x4.lt(most, size(f32x4.sub(levelX, bedX)));
      bedX = v128.and(
        v128.bitselect(
          f32x4.pmax(f32x4.neg(most), f32x4.pmin(bedX, most)),
          bedX,
          isShallowX,
        ),
        isKeptX,
      );
      levelX = v128.and(v128.andnot(levelX, isShallowX), isKeptX);
      uX = v128.and(uX, isWholeX);
      vX = v128.and(vX, isWholeX);
      const isNorthDry = f32x4.le(above, all(THIN));
      const isSouthDry = f32x4.le(below, all(THIN));
      const isKeptY = v128.andnot(
        v128.andnot(f32x4.eq(bedY, bedY), isDry),
        v128.and(isNorthDry, isSouthDry),
      );
      const isWholeY = v128.andnot(isKeptY, v128.or(isNorthDry, isSouthDry));
      levelY = v128.bitselect(
        f32x4.mul(all(HALF), toSouth),
        v128.bitselect(f32x4.mul(all(HALF), fromNorth), levelY, isSouthDry),
        isNorthDry,
      );
      const isShallowY = f32x4.lt(most, size(f32x4.sub(levelY, bedY)));
      bedY = v128.and(
        v128.bitselect(
          f32x4.pmax(f32x4.neg(most), f32x4.pmin(bedY, most)),
          bedY,
          isShallowY,
        ),
        isKeptY,
      );
      levelY = v128.and(v128.andnot(levelY, isShallowY), isKeptY);
      uY = v128.and(uY, isWholeY);
      vY = v128.and(vY, isWholeY);
      friction = v128.and(friction, v128.and(isKeptX, isKeptY));
      held = f32x4.pmax(depth, all(THIN));
      // A film stays, though the slope of its bed would make twice of it at a side: its tile may sleep.
      const isFilm = f32x4.le(depth, all(STILL));
      standing = v128.andnot(depth, isFilm);
      deepX = v128.andnot(f32x4.sub(levelX, bedX), isFilm);
      deepY = v128.andnot(f32x4.sub(levelY, bedY), isFilm);
    }

    // Half a step ahead.
    const spread = f32x4.add(
      f32x4.add(f32x4.mul(u, deepX), f32x4.mul(v, deepY)),
      f32x4.mul(standing, f32x4.add(uX, vY)),
    );
    const pushU = f32x4.add(
      f32x4.add(f32x4.mul(u, uX), f32x4.mul(all(G), levelX)),
      f32x4.mul(v, uY),
    );
    const pushV = f32x4.add(
      f32x4.add(f32x4.mul(v, vY), f32x4.mul(all(G), levelY)),
      f32x4.mul(u, vX),
    );
    const kept = f32x4.div(held, f32x4.add(held, friction));
    const deep = f32x4.sub(standing, f32x4.mul(all(RATIO), spread));
    const uHalf = f32x4.mul(f32x4.sub(u, f32x4.mul(all(RATIO), pushU)), kept);
    const vHalf = f32x4.mul(f32x4.sub(v, f32x4.mul(all(RATIO), pushV)), kept);
    v128.store(half, deep);
    v128.store(half + line, uHalf);
    v128.store(half + 2 * line, vHalf);
    v128.store(half + 3 * line, levelX);
    v128.store(half + 4 * line, levelY);

    // West faces: the east side of the cells before, the west side of these.
    const ownDepth = f32x4.add(deep, deepX);
    const ownU = f32x4.add(uHalf, uX);
    const ownV = f32x4.add(vHalf, vX);
    const bedBefore = shifted(eastBed, bedX);
    findFlux(
      shifted(eastDepth, ownDepth),
      shifted(eastU, ownU),
      shifted(eastV, ownV),
      f32x4.sub(deep, deepX),
      f32x4.sub(uHalf, uX),
      f32x4.sub(vHalf, vX),
      f32x4.sub(f32x4.add(bedBefore, bedX), rise),
      f32x4.sub(v128.load(depthAt + crestX), bedBefore),
      xTo,
      line,
    );
    eastDepth = ownDepth;
    eastU = ownU;
    eastV = ownV;
    eastBed = bedX;

    // North faces: the south side of the row before, the north side of this.
    const bedAbove = v128.load(side + 3 * line);
    findFlux(
      v128.load(side),
      v128.load(side + 2 * line),
      v128.load(side + line),
      f32x4.sub(deep, deepY),
      f32x4.sub(vHalf, vY),
      f32x4.sub(uHalf, uY),
      f32x4.sub(f32x4.add(bedAbove, bedY), riseAcross),
      f32x4.sub(v128.load(depthAt + crestY), bedAbove),
      yTo,
      line,
    );
    v128.store(side, f32x4.add(deep, deepY));
    v128.store(side + line, f32x4.add(uHalf, uY));
    v128.store(side + 2 * line, f32x4.add(vHalf, vY));
    v128.store(side + 3 * line, bedY);

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

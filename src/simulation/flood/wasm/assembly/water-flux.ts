// Flux through four faces of shallow water: HLLC between the two sides above the face, or the reflection of a wall.
// m²/s and m³/s²; a positive normal goes with the count of rows and columns. Toro 2001, ch. 10; Audusse et al. 2004;
// what is left open there: ../../reference/README.md.

import { all, G, HALF, HALF_G, ONE, QUARTER, size, STILL } from './numbers';

/** Outward velocity against its mirror image: normal flux less the pressure of the same depth. */
// @ts-ignore: decorator
@inline
function reflected(depth: v128, outward: v128): v128 {
  const wave = f32x4.sqrt(f32x4.mul(all(G), f32x4.pmax(f32x4.splat(0), depth)));
  const star = size(f32x4.add(wave, f32x4.mul(all(HALF), outward)));
  const speed = f32x4.pmax(f32x4.sub(wave, outward), star);
  const result = f32x4.mul(f32x4.mul(depth, outward), f32x4.add(outward, speed));
  return v128.and(result, f32x4.gt(depth, f32x4.splat(0)));
}

/**
 * Depths, normal and tangential velocities on both sides; how far the bed of the first side stands above that of the
 * second; and how far the crest stands above the bed of the first. Writes mass, normal momentum less the pressure of the
 * first and of the second side, and tangential momentum to `to`, `pitch` bytes apart.
 */
// @ts-ignore: decorator
@inline
export function findFlux(
  depthA: v128,
  uA: v128,
  vA: v128,
  depthB: v128,
  uB: v128,
  vB: v128,
  step: v128,
  crest: v128,
  to: usize,
  pitch: usize,
): void {
  const zero = f32x4.splat(0);
  // Thinner water does not flow: it keeps fronts from creeping a cell a step.
  const still = all(STILL);
  const above = f32x4.pmax(crest, f32x4.pmax(zero, f32x4.sub(zero, step)));
  let hL = f32x4.sub(depthA, above);
  let hR = f32x4.sub(depthB, f32x4.add(above, step));
  const isAllWet = i32x4.bitmask(f32x4.gt(f32x4.pmin(hL, hR), still)) == 15;
  let isWetL = zero;
  let isWetR = zero;
  if (!isAllWet) {
    isWetL = f32x4.gt(hL, still);
    isWetR = f32x4.gt(hR, still);
    hL = v128.and(hL, isWetL);
    hR = v128.and(hR, isWetR);
  }
  const cL = f32x4.sqrt(f32x4.mul(all(G), hL));
  const cR = f32x4.sqrt(f32x4.mul(all(G), hR));
  // Where a rarefaction from either side would end: u* is half their sum, c* a quarter of their difference.
  const endL = f32x4.add(uA, f32x4.add(cL, cL));
  const endR = f32x4.sub(uB, f32x4.add(cR, cR));
  const uStar = f32x4.mul(all(HALF), f32x4.add(endL, endR));
  const cStar = size(f32x4.mul(all(QUARTER), f32x4.sub(endL, endR)));
  const slowL = f32x4.sub(uA, cL);
  const fastR = f32x4.add(uB, cR);
  let left = f32x4.pmin(slowL, f32x4.sub(uStar, cStar));
  let right = f32x4.pmax(fastR, f32x4.add(uStar, cStar));
  if (!isAllWet) {
    left = v128.bitselect(left, slowL, isWetR);
    left = v128.bitselect(left, endR, isWetL);
    right = v128.bitselect(right, fastR, isWetL);
    right = v128.bitselect(right, endL, isWetR);
  }
  // Both to one side: the flux of that side comes out of the same formula.
  left = f32x4.pmin(left, zero);
  right = f32x4.pmax(right, zero);

  // What comes from each side: the mass flux is their sum, and each carries the velocity of its side.
  const share = f32x4.div(all(ONE), f32x4.sub(right, left));
  const shareL = f32x4.mul(right, share);
  const shareR = f32x4.mul(left, share);
  const fromL = f32x4.mul(f32x4.mul(shareL, hL), f32x4.sub(uA, left));
  const fromR = f32x4.mul(f32x4.mul(shareR, hR), f32x4.sub(right, uB));
  let flux = f32x4.add(fromL, fromR);
  // Pressure apart, so that what is taken off each side again vanishes exactly in a lake at rest.
  const moved = f32x4.add(f32x4.mul(fromL, uA), f32x4.mul(fromR, uB));
  const fall = f32x4.mul(
    f32x4.mul(all(HALF_G), f32x4.sub(hL, hR)),
    f32x4.add(hL, hR),
  );
  let first = f32x4.add(moved, f32x4.mul(shareR, fall));
  // The shares differ by 1.
  let second = f32x4.add(first, fall);
  if (!isAllWet) {
    const isWet = v128.or(isWetL, isWetR);
    flux = v128.and(flux, isWet);
    first = v128.and(first, isWet);
    second = v128.and(second, isWet);
    const crestB = f32x4.add(crest, step);
    const isWall = v128.andnot(v128.and(f32x4.gt(crest, zero), f32x4.gt(crestB, zero)), isWet);
    if (v128.any_true(isWall)) {
      first = v128.bitselect(reflected(depthA, uA), first, isWall);
      second = v128.bitselect(reflected(depthB, f32x4.neg(uB)), second, isWall);
    }
  }
  v128.store(to, flux);
  v128.store(to + pitch, first);
  v128.store(to + 2 * pitch, second);
  v128.store(to + 3 * pitch, f32x4.mul(flux, v128.bitselect(vA, vB, f32x4.gt(flux, zero))));
}

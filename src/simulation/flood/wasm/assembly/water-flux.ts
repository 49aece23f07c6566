// Flux through four faces of shallow water: HLLC between the two sides above the face, or the reflection of a wall.
// m²/s and m³/s²; a positive normal goes with the count of rows and columns. Toro 2001, ch. 10; Audusse et al. 2004;
// what is left open there: ../../reference/README.md.

const G: f32 = 9.81;
/** Water above a face that is thinner than this does not flow (m): it keeps fronts from creeping a cell a step. */
const STILL_M: f32 = 1e-6;

/** Outward velocity against its mirror image: normal flux less the pressure of the same depth. */
// @ts-ignore: decorator
@inline
function reflected(depth: v128, outward: v128): v128 {
  const wave = f32x4.sqrt(f32x4.mul(f32x4.splat(G), f32x4.pmax(f32x4.splat(0), depth)));
  const star = f32x4.abs(f32x4.add(wave, f32x4.mul(f32x4.splat(0.5), outward)));
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
  const half = f32x4.splat(0.5);
  const crestB = f32x4.add(crest, step);
  let hL = f32x4.sub(depthA, f32x4.pmax(f32x4.pmax(zero, f32x4.neg(step)), crest));
  let hR = f32x4.sub(depthB, f32x4.pmax(f32x4.pmax(zero, step), crestB));
  const isWetL = f32x4.gt(hL, f32x4.splat(STILL_M));
  const isWetR = f32x4.gt(hR, f32x4.splat(STILL_M));
  hL = v128.and(hL, isWetL);
  hR = v128.and(hR, isWetR);
  const isWet = v128.or(isWetL, isWetR);

  const gravity = f32x4.splat(G);
  const cL = f32x4.sqrt(f32x4.mul(gravity, hL));
  const cR = f32x4.sqrt(f32x4.mul(gravity, hR));
  const uStar = f32x4.add(f32x4.mul(half, f32x4.add(uA, uB)), f32x4.sub(cL, cR));
  const cStar = f32x4.abs(
    f32x4.add(
      f32x4.mul(half, f32x4.add(cL, cR)),
      f32x4.mul(f32x4.splat(0.25), f32x4.sub(uA, uB)),
    ),
  );
  const slowL = f32x4.sub(uA, cL);
  const fastR = f32x4.add(uB, cR);
  let left = v128.bitselect(f32x4.pmin(slowL, f32x4.sub(uStar, cStar)), slowL, isWetR);
  left = v128.bitselect(left, f32x4.sub(uB, f32x4.add(cR, cR)), isWetL);
  let right = v128.bitselect(f32x4.pmax(fastR, f32x4.add(uStar, cStar)), fastR, isWetL);
  right = v128.bitselect(right, f32x4.add(uA, f32x4.add(cL, cL)), isWetR);
  // Both to one side: the flux of that side comes out of the same formula.
  left = f32x4.pmin(left, zero);
  right = f32x4.pmax(right, zero);

  const massL = f32x4.mul(hL, uA);
  const massR = f32x4.mul(hR, uB);
  const pressureL = f32x4.mul(f32x4.mul(f32x4.splat(0.5 * G), hL), hL);
  const pressureR = f32x4.mul(f32x4.mul(f32x4.splat(0.5 * G), hR), hR);
  const share = f32x4.div(f32x4.splat(1), f32x4.sub(right, left));
  const both = f32x4.mul(left, right);
  let flux = f32x4.add(
    f32x4.sub(f32x4.mul(right, massL), f32x4.mul(left, massR)),
    f32x4.mul(both, f32x4.sub(hR, hL)),
  );
  flux = v128.and(f32x4.mul(flux, share), isWet);
  // Pressure apart, so that what is taken off each side again vanishes exactly in a lake at rest.
  const moved = f32x4.add(
    f32x4.sub(
      f32x4.mul(right, f32x4.mul(massL, uA)),
      f32x4.mul(left, f32x4.mul(massR, uB)),
    ),
    f32x4.mul(both, f32x4.sub(massR, massL)),
  );
  const fall = f32x4.sub(pressureL, pressureR);
  const ownL = f32x4.mul(f32x4.add(moved, f32x4.mul(left, fall)), share);
  const ownR = f32x4.mul(f32x4.add(moved, f32x4.mul(right, fall)), share);
  let first = v128.and(ownL, isWet);
  let second = v128.and(ownR, isWet);
  const isWall = v128.andnot(v128.and(f32x4.gt(crest, zero), f32x4.gt(crestB, zero)), isWet);
  if (v128.any_true(isWall)) {
    first = v128.bitselect(reflected(depthA, uA), first, isWall);
    second = v128.bitselect(reflected(depthB, f32x4.neg(uB)), second, isWall);
  }
  v128.store(to, flux);
  v128.store(to + pitch, first);
  v128.store(to + 2 * pitch, second);
  v128.store(to + 3 * pitch, f32x4.mul(flux, v128.bitselect(vA, vB, f32x4.gt(flux, zero))));
}

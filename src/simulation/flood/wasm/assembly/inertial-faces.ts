// Flows through the west faces of a row and the faces to the row south of it: local inertial, q-centred, friction by
// the whole flow vector. m²/s; flow along rows and columns as they count (south positive).
// Source: de Almeida & Bates 2013, eq. 8; what is left open there: ../../reference/README.md.

import { block, DEPTH, flag, FLOW_X, FLOW_Y, GROUND, GROUND_FORM, HAS_CRESTS, offsetOf, pitch } from './memory';
import { all, DRY, EVEN_ROUGHNESS, PUSH, ROOT_SCALE, ROOT_SHIFT, SIDES, SIXTEENTH, SLOPE } from './numbers';

/** Vectors that four cells have of the ground, by what must be known of it. */
const EVEN: i32 = 2;
const UNEVEN: i32 = 4;
const BY_SIDE: i32 = 6;
/** √g·(2⁄3)^1.5: critical flow over a broad crest. */
const CREST: f32 = 1.7049146;

/**
 * Flow of four faces: depths on both sides, how far each side's bed lies below the face (≤ 0), old flow of the face and
 * of the two along its line, the four across it added up, and g·n².
 */
// @ts-ignore: decorator
@inline
function flow(
  depth0: v128,
  depth1: v128,
  drop0: v128,
  drop1: v128,
  old: v128,
  beside: v128,
  across: v128,
  roughness: v128,
  hasCrests: bool,
  rootScale: v128,
  rootShift: v128,
  sides: v128,
  push: v128,
  drag0: v128,
  drag1: v128,
  drag2: v128,
  sixteenth: v128,
  dry: v128,
  zero: v128,
): v128 {
  const level0 = f32x4.add(depth0, drop0);
  const level1 = f32x4.add(depth1, drop1);
  const fall = f32x4.sub(level0, level1);
  const water = f32x4.pmax(level0, level1);
  const pushed = f32x4.mul(f32x4.mul(push, water), fall);
  const moved = f32x4.add(old, pushed);
  const spread = f32x4.mul(sides, f32x4.sub(f32x4.add(old, old), beside));
  const against = f32x4.lt(f32x4.mul(f32x4.sub(moved, spread), fall), zero);
  const wanted = f32x4.sub(moved, v128.andnot(spread, against));

  // Friction h^(−7/3) by h^(−1/3): both sides of the division are multiplied by h².
  const root = i32x4.shl(f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(water), rootScale), rootShift), 8);
  const e = f32x4.mul(water, f32x4.mul(f32x4.mul(root, root), root));
  const factor = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(drag2, e), drag1), e), drag0);
  const speed = f32x4.sqrt(
    f32x4.add(
      f32x4.mul(old, old),
      f32x4.mul(f32x4.mul(across, across), sixteenth),
    ),
  );
  const square = f32x4.mul(water, water);
  const slowing = f32x4.mul(f32x4.mul(roughness, speed), f32x4.mul(root, factor));
  let result = f32x4.div(f32x4.mul(wanted, square), f32x4.add(square, slowing));
  if (hasCrests) {
    // Only where the face lies above both beds.
    const isCrest = f32x4.lt(f32x4.pmax(drop0, drop1), zero);
    const most = f32x4.mul(f32x4.splat(CREST), f32x4.mul(water, f32x4.sqrt(water)));
    const capped = f32x4.pmax(f32x4.pmin(result, most), f32x4.neg(most));
    result = v128.bitselect(capped, result, isCrest);
  }
  return v128.and(result, f32x4.gt(water, dry));
}

/** Columns `from` to `to` of a row: west faces into `x`, faces to the row below into `y` (addresses of column 0). */
// @ts-ignore: decorator
@inline
function sweepFaces(row: i32, from: i32, to: i32, x: usize, y: usize, form: i32): void {
  const start = offsetOf(row, from) - 16;
  let depth = block(DEPTH) + start;
  let flowX = block(FLOW_X) + start;
  let flowY = block(FLOW_Y) + start;
  let ground = block(GROUND) + (start + 16) * form;
  let toX = x + (<usize>from << 2);
  let toY = y + (<usize>from << 2);
  const end = x + (<usize>to << 2);
  const down = pitch;
  const twiceDown = pitch << 1;
  const isCrested = form == BY_SIDE && flag(HAS_CRESTS) != 0;
  const rootScale = all(ROOT_SCALE);
  const rootShift = all(ROOT_SHIFT);
  const sides = all(SIDES);
  const push = all(PUSH);
  const drag0 = all(SLOPE);
  const drag1 = all(SLOPE + 16);
  const drag2 = all(SLOPE + 32);
  const sixteenth = all(SIXTEENTH);
  const dry = all(DRY);
  const even = all(EVEN_ROUGHNESS);
  const zero = f32x4.splat(0);
  while (toX < end) {
    const here = v128.load(depth, 16);
    const xHere = v128.load(flowX, 16);
    const yHere = v128.load(flowY, 16);
    const yBelow = v128.load(flowY + down, 16);
    const across = f32x4.add(
      f32x4.add(v128.load(flowY, 12), yHere),
      f32x4.add(v128.load(flowY + down, 12), yBelow),
    );
    const xEast = v128.load(flowX, 20);
    let drop0 = zero;
    let drop1 = zero;
    let rough = zero;
    if (form == BY_SIDE) {
      drop0 = v128.load(ground);
      drop1 = v128.load(ground, 16);
      rough = v128.load(ground, 32);
    } else {
      const fall = v128.load(ground);
      // NaN, where a face is closed, stays.
      drop0 = f32x4.pmin(fall, zero);
      drop1 = f32x4.sub(drop0, fall);
      rough = form == EVEN ? even : v128.load(ground, 16);
    }
    v128.store(
      toX,
      flow(
        v128.load(depth, 12),
        here,
        drop0,
        drop1,
        xHere,
        f32x4.add(v128.load(flowX, 12), xEast),
        across,
        rough,
        isCrested,
        rootScale,
        rootShift,
        sides,
        push,
        drag0,
        drag1,
        drag2,
        sixteenth,
        dry,
        zero,
      ),
    );
    const acrossBelow = f32x4.add(
      f32x4.add(xHere, xEast),
      f32x4.add(v128.load(flowX + down, 16), v128.load(flowX + down, 20)),
    );
    if (form == BY_SIDE) {
      drop0 = v128.load(ground, 48);
      drop1 = v128.load(ground, 64);
      rough = v128.load(ground, 80);
    } else {
      const fall = form == EVEN ? v128.load(ground, 16) : v128.load(ground, 32);
      drop0 = f32x4.pmin(fall, zero);
      drop1 = f32x4.sub(drop0, fall);
      if (form != EVEN) rough = v128.load(ground, 48);
    }
    v128.store(
      toY,
      flow(
        here,
        v128.load(depth + down, 16),
        drop0,
        drop1,
        yBelow,
        f32x4.add(yHere, v128.load(flowY + twiceDown, 16)),
        acrossBelow,
        rough,
        isCrested,
        rootScale,
        rootShift,
        sides,
        push,
        drag0,
        drag1,
        drag2,
        sixteenth,
        dry,
        zero,
      ),
    );
    depth += 16;
    flowX += 16;
    flowY += 16;
    ground += form << 4;
    toX += 16;
    toY += 16;
  }
}

export function findFlows(row: i32, from: i32, to: i32, x: usize, y: usize): void {
  const form = flag(GROUND_FORM);
  if (form == BY_SIDE) sweepFaces(row, from, to, x, y, BY_SIDE);
  else if (form == EVEN) sweepFaces(row, from, to, x, y, EVEN);
  else sweepFaces(row, from, to, x, y, UNEVEN);
  // The next cell reads its west face too; dry ground begins there.
  store<f32>(x + (<usize>to << 2), 0);
}

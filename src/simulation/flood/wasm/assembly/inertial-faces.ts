// Flows through the west faces of a row and the faces to the row south of it: local inertial, q-centred, friction by
// the whole flow vector. m²/s; flow along rows and columns as they count (south positive).
// Source: de Almeida & Bates 2013, eq. 8; what is left open there: ../../reference/README.md.

import { block, DEPTH, FLOW_X, FLOW_Y, GROUND, offsetOf, pitch } from './memory';
import { all, cubic, DRY, guessRoot, LESS, ONE, PUSH, SIDES, SIXTEENTH, SLOPE } from './numbers';

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
): v128 {
  const level0 = f32x4.add(depth0, drop0);
  const level1 = f32x4.add(depth1, drop1);
  const fall = f32x4.sub(level0, level1);
  const water = f32x4.pmax(level0, level1);
  const pushed = f32x4.mul(f32x4.mul(all(PUSH), water), fall);
  const moved = f32x4.add(old, pushed);
  const spread = f32x4.sub(f32x4.mul(all(LESS), old), f32x4.mul(all(SIDES), beside));
  const against = f32x4.lt(f32x4.mul(f32x4.sub(moved, spread), fall), f32x4.splat(0));
  const wanted = f32x4.sub(moved, v128.andnot(spread, against));

  const root = guessRoot(water);
  const square = f32x4.mul(root, root);
  const cube = f32x4.mul(square, root);
  const factor = cubic(f32x4.mul(water, cube), SLOPE);
  const slope = f32x4.mul(f32x4.mul(f32x4.mul(cube, cube), root), factor);
  const speed = f32x4.sqrt(
    f32x4.add(
      f32x4.mul(old, old),
      f32x4.mul(f32x4.mul(across, across), all(SIXTEENTH)),
    ),
  );
  const slowing = f32x4.add(all(ONE), f32x4.mul(f32x4.mul(roughness, speed), slope));
  let result = f32x4.div(wanted, slowing);
  if (hasCrests) {
    // Only where the face lies above both beds.
    const isCrest = f32x4.lt(f32x4.pmax(drop0, drop1), f32x4.splat(0));
    const most = f32x4.mul(f32x4.splat(CREST), f32x4.mul(water, f32x4.sqrt(water)));
    const capped = f32x4.pmax(f32x4.pmin(result, most), f32x4.neg(most));
    result = v128.bitselect(capped, result, isCrest);
  }
  return v128.and(result, f32x4.gt(water, all(DRY)));
}

/** Columns `from` to `to` of a row: west faces into `x`, faces to the row below into `y` (addresses of column 0). */
// @ts-ignore: decorator
@inline
function sweepFaces(row: i32, from: i32, to: i32, x: usize, y: usize, hasCrests: bool): void {
  const start = offsetOf(row, from) - 16;
  let depth = block(DEPTH) + start;
  let flowX = block(FLOW_X) + start;
  let flowY = block(FLOW_Y) + start;
  let ground = block(GROUND) + (start + 16) * 6;
  let toX = x + (<usize>from << 2);
  let toY = y + (<usize>from << 2);
  const end = x + (<usize>to << 2);
  const down = pitch;
  const twiceDown = pitch << 1;
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
    v128.store(
      toX,
      flow(
        v128.load(depth, 12),
        here,
        v128.load(ground),
        v128.load(ground, 16),
        xHere,
        f32x4.add(v128.load(flowX, 12), xEast),
        across,
        v128.load(ground, 32),
        hasCrests,
      ),
    );
    const acrossBelow = f32x4.add(
      f32x4.add(xHere, xEast),
      f32x4.add(v128.load(flowX + down, 16), v128.load(flowX + down, 20)),
    );
    v128.store(
      toY,
      flow(
        here,
        v128.load(depth + down, 16),
        v128.load(ground, 48),
        v128.load(ground, 64),
        yBelow,
        f32x4.add(yHere, v128.load(flowY + twiceDown, 16)),
        acrossBelow,
        v128.load(ground, 80),
        hasCrests,
      ),
    );
    depth += 16;
    flowX += 16;
    flowY += 16;
    ground += 96;
    toX += 16;
    toY += 16;
  }
}

export function findFlows(row: i32, from: i32, to: i32, x: usize, y: usize, hasCrests: bool): void {
  if (hasCrests) sweepFaces(row, from, to, x, y, true);
  else sweepFaces(row, from, to, x, y, false);
  // The next cell reads its west face too; dry ground begins there.
  store<f32>(x + (<usize>to << 2), 0);
}

// Shallow water: what each donor can give, the fluxes as they stay, then depth, momentum and implicit friction of a row.
// SI; rows count southward. Source: ../../reference/README.md.

import { CHECKS, DEPTH_NEXT, DEPTH, FLOW_X, FLOW_X_NEXT, FLOW_Y, FLOW_Y_NEXT } from './memory';
import { RAIN_LEFT, ROUGHNESS, TILE_COLUMNS, TILE_MOST, TILE_ROWS } from './memory';
import { block, offsetOf, pitch, thread, tileColumns } from './memory';
import { all, DRAG_AFTER, G, ONE, RATIO, size, STILL, THIN, rootOf, TWICE_G, TWO } from './numbers';
import { shareOf } from './water-faces';
import { facesX, facesY, halfway, sharesOfRow } from './water-rows';

/** Scales what leaves the cells of a row through its west faces, and through its north faces by both rows' shares. */
export function scaleFaces(row: i32, from: i32, to: i32): void {
  const first = <usize>from << 2;
  const last = <usize>to << 2;
  const x = facesX(row);
  const y = facesY(row);
  const shares = sharesOfRow(row);
  const sharesNorth = sharesOfRow(row - 1);
  const u = halfway(row) + pitch;
  const v = halfway(row) + 2 * pitch;
  const vNorth = halfway(row - 1) + 2 * pitch;
  const zero = f32x4.splat(0);
  for (let at = first; at < last; at += 16) {
    const fromWest = f32x4.gt(v128.load(x + at), zero);
    scaleFace(
      x + at,
      v128.bitselect(v128.load(shares + at - 4), v128.load(shares + at), fromWest),
      v128.bitselect(v128.load(u + at - 4), v128.load(u + at), fromWest),
    );
    const fromNorth = f32x4.gt(v128.load(y + at), zero);
    scaleFace(
      y + at,
      v128.bitselect(v128.load(sharesNorth + at), v128.load(shares + at), fromNorth),
      v128.bitselect(v128.load(vNorth + at), v128.load(v + at), fromNorth),
    );
  }
}

// @ts-ignore: decorator
@inline
function scaleFace(at: usize, share: v128, speed: v128): void {
  const isShort = f32x4.lt(share, all(ONE));
  if (!v128.any_true(isShort)) return;
  const mass = v128.load(at);
  const lost = f32x4.mul(f32x4.mul(f32x4.sub(all(ONE), share), mass), speed);
  v128.store(at, f32x4.mul(mass, share));
  const first = v128.load(at + pitch);
  v128.store(at + pitch, v128.bitselect(f32x4.sub(first, lost), first, isShort));
  const second = v128.load(at + 2 * pitch);
  v128.store(at + 2 * pitch, v128.bitselect(f32x4.sub(second, lost), second, isShort));
  v128.store(at + 3 * pitch, f32x4.mul(v128.load(at + 3 * pitch), share));
}

/** The row's new water; keeps the deepest of each tile, the fastest wave and a sum that shows what is not finite. */
export function updateWater(row: i32, from: i32, to: i32): void {
  const start = offsetOf(row, from);
  let depthAt = block(DEPTH) + start;
  const flowX = block(FLOW_X) - block(DEPTH);
  const flowY = block(FLOW_Y) - block(DEPTH);
  const depthNext = block(DEPTH_NEXT) - block(DEPTH);
  const nextX = block(FLOW_X_NEXT) - block(DEPTH);
  const nextY = block(FLOW_Y_NEXT) - block(DEPTH);
  const roughness = block(ROUGHNESS) - block(DEPTH);
  const left = block(RAIN_LEFT) - block(DEPTH);
  const offset = <usize>from << 2;
  let x = facesX(row) + offset;
  let north = facesY(row) + offset;
  let south = facesY(row + 1) + offset;
  let half = halfway(row) + offset;
  const line = pitch;
  const zero = f32x4.splat(0);
  const checked = block(CHECKS) + (<usize>thread << 6);
  let check = v128.load(checked);
  let fastest = v128.load(checked, 16);
  let most = block(TILE_MOST) + (<usize>((row / TILE_ROWS) * tileColumns + from / TILE_COLUMNS) << 4);
  const tiles = (to - from) / TILE_COLUMNS;
  for (let tile = 0; tile < tiles; tile++) {
    let deepest = v128.load(most);
    for (let part = 0; part < TILE_COLUMNS / 4; part++) {
      const gain = f32x4.add(
        f32x4.sub(v128.load(x), v128.load(x, 4)),
        f32x4.sub(v128.load(north), v128.load(south)),
      );
      const lean = f32x4.mul(all(TWICE_G), v128.load(half));
      const pushX = f32x4.add(
        f32x4.sub(v128.load(x + line, 4), v128.load(x + 2 * line)),
        f32x4.mul(lean, v128.load(half + 3 * line)),
      );
      const pushY = f32x4.add(
        f32x4.sub(v128.load(south + line), v128.load(north + 2 * line)),
        f32x4.mul(lean, v128.load(half + 4 * line)),
      );
      const carriedX = f32x4.sub(v128.load(north + 3 * line), v128.load(south + 3 * line));
      const carriedY = f32x4.sub(v128.load(x + 3 * line), v128.load(x + 3 * line, 4));
      // What rounding leaves waits for the next step: steady flows would drift by 1e-5.
      const was = v128.load(depthAt);
      const wanted = f32x4.add(f32x4.mul(all(RATIO), gain), v128.load(depthAt + left));
      const depth = f32x4.add(was, wanted);
      v128.store(depthAt + left, f32x4.sub(wanted, f32x4.sub(depth, was)));
      const isStill = f32x4.le(depth, all(STILL));
      const safe = v128.bitselect(all(ONE), depth, isStill);
      const share = shareOf(depth, safe);
      const inverse = f32x4.div(all(ONE), safe);
      const east = f32x4.mul(
        share,
        f32x4.add(v128.load(depthAt + flowX), f32x4.mul(all(RATIO), f32x4.sub(carriedX, pushX))),
      );
      const down = f32x4.mul(
        share,
        f32x4.add(v128.load(depthAt + flowY), f32x4.mul(all(RATIO), f32x4.sub(carriedY, pushY))),
      );
      const speed = f32x4.sqrt(f32x4.add(f32x4.mul(east, east), f32x4.mul(down, down)));
      // 4·dt·g·n²·|U|·h^(−4/3).
      const drag = f32x4.mul(
        f32x4.mul(f32x4.mul(v128.load(depthAt + roughness), speed), rootOf(safe, DRAG_AFTER)),
        inverse,
      );
      // (√(1 + d) − 1)·2/d without its cancellation.
      const slowing = f32x4.div(
        all(TWO),
        f32x4.add(all(ONE), f32x4.sqrt(f32x4.add(all(ONE), drag))),
      );
      const kept = f32x4.mul(depth, slowing);
      v128.store(depthAt + depthNext, depth);
      v128.store(depthAt + nextX, v128.andnot(f32x4.mul(kept, east), isStill));
      v128.store(depthAt + nextY, v128.andnot(f32x4.mul(kept, down), isStill));
      deepest = f32x4.pmax(deepest, depth);
      const wave = f32x4.add(
        f32x4.mul(slowing, f32x4.pmax(size(east), size(down))),
        f32x4.sqrt(f32x4.mul(all(G), safe)),
      );
      fastest = f32x4.pmax(
        fastest,
        v128.and(wave, f32x4.gt(depth, all(THIN))),
      );
      check = f32x4.add(check, f32x4.mul(zero, wave));
      depthAt += 16;
      x += 16;
      north += 16;
      south += 16;
      half += 16;
    }
    v128.store(most, deepest);
    most += 16;
  }
  v128.store(checked, check);
  v128.store(checked, fastest, 16);
}

// Depth and velocity of cells, row-major without margins, as the world sees them: east and north, 0 below 1 cm (m/s).

import { DEPTH, FLOW_X, FLOW_Y, SHOWN_DEPTH, SHOWN_U, SHOWN_V } from './memory';
import { block, height, offsetOf, pitch, width } from './memory';

const LEAST_M: f32 = 0.01;

/** Writes all cells; the blocks have room for 3 more at their end. */
export function showInertial(): void {
  const half = f32x4.splat(0.5);
  for (let row = 0; row < height; row++) {
    const start = offsetOf(row, 0);
    let depthAt = block(DEPTH) + start;
    let xAt = block(FLOW_X) + start;
    let yAt = block(FLOW_Y) + start;
    let to = <usize>(row * width) << 2;
    for (let column = 0; column < width; column += 4) {
      const depth = v128.load(depthAt);
      const isDeep = f32x4.ge(depth, f32x4.splat(LEAST_M));
      const x = f32x4.add(v128.load(xAt), v128.load(xAt, 4));
      const y = f32x4.add(v128.load(yAt), v128.load(yAt + pitch));
      v128.store(block(SHOWN_DEPTH) + to, depth);
      v128.store(block(SHOWN_U) + to, v128.and(f32x4.div(f32x4.mul(half, x), depth), isDeep));
      const north = f32x4.div(f32x4.mul(f32x4.neg(half), y), depth);
      v128.store(block(SHOWN_V) + to, v128.and(north, isDeep));
      depthAt += 16;
      xAt += 16;
      yAt += 16;
      to += 16;
    }
  }
}

/** The same where momentum belongs to cells. */
export function showWater(): void {
  for (let row = 0; row < height; row++) {
    const start = offsetOf(row, 0);
    let to = <usize>(row * width) << 2;
    for (let column = 0; column < width; column += 4) {
      const at = start + (<usize>column << 2);
      const depth = v128.load(block(DEPTH) + at);
      const isDeep = f32x4.ge(depth, f32x4.splat(LEAST_M));
      const u = f32x4.div(v128.load(block(FLOW_X) + at), depth);
      const v = f32x4.div(f32x4.neg(v128.load(block(FLOW_Y) + at)), depth);
      v128.store(block(SHOWN_DEPTH) + to, depth);
      v128.store(block(SHOWN_U) + to, v128.and(u, isDeep));
      v128.store(block(SHOWN_V) + to, v128.and(v, isDeep));
      to += 16;
    }
  }
}

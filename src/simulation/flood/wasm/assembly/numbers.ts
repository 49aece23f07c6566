// Arithmetic of four lanes that several sweeps need, and the numbers it takes. Those lie in memory: a load is one
// instruction, where a constant of four lanes is made anew by three at each use.

import { cellM, CONSTANTS, EVEN_DRAG, GRAVITY, number, STEP, THETA } from './memory';

export const ROOT_SCALE: usize = CONSTANTS;
export const ROOT_SHIFT: usize = CONSTANTS + 16;
export const MAGNITUDE: usize = CONSTANTS + 32;
export const HALF: usize = CONSTANTS + 48;
export const QUARTER: usize = CONSTANTS + 64;
export const ONE: usize = CONSTANTS + 80;
export const TWO: usize = CONSTANTS + 96;
export const SIXTEENTH: usize = CONSTANTS + 112;
export const G: usize = CONSTANTS + 128;
export const HALF_G: usize = CONSTANTS + 144;
export const TWICE_G: usize = CONSTANTS + 160;
export const STILL: usize = CONSTANTS + 176;
export const THIN: usize = CONSTANTS + 192;
export const DRY: usize = CONSTANTS + 208;
/** The step by the cell. */
export const RATIO: usize = CONSTANTS + 224;
/** Half of the step × polynomial for h^(−1/3), see `rootOf`. */
export const DRAG: usize = CONSTANTS + 272;
/** Local inertial: ½(1 − θ), g·step by cell, and step × polynomial for h^(−1/3). */
export const SIDES: usize = CONSTANTS + 352;
export const PUSH: usize = CONSTANTS + 368;
export const SLOPE: usize = CONSTANTS + 384;
export const EVEN_ROUGHNESS: usize = CONSTANTS + 448;
/** As `DRAG`, with four steps. */
export const DRAG_AFTER: usize = CONSTANTS + 464;

/** h^(−1/3) is the guess times this polynomial of h·guess³, to 4e-5. */
const ROOT_0: f64 = 1.580711107577328;
const ROOT_1: f64 = -0.8279900131387796;
const ROOT_2: f64 = 0.24723846000052793;

/** Writes what all lanes of a step have in common; all threads read it. */
export function prepareNumbers(): void {
  const step = number(STEP);
  v128.store(MAGNITUDE, i32x4.splat(0x7fffffff));
  keep(ROOT_SCALE, -1.0 / 768.0);
  keep(ROOT_SHIFT, 13934358);
  keep(HALF, 0.5);
  keep(QUARTER, 0.25);
  keep(ONE, 1);
  keep(TWO, 2);
  keep(SIXTEENTH, 0.0625);
  keep(G, GRAVITY);
  keep(HALF_G, 0.5 * GRAVITY);
  keep(TWICE_G, 2 * GRAVITY);
  keep(STILL, 1e-6);
  keep(THIN, 1e-4);
  keep(DRY, 1e-3);
  keep(RATIO, step / cellM);
  const half = 0.5 * step;
  keep(DRAG, half * ROOT_0);
  keep(DRAG + 16, half * ROOT_1);
  keep(DRAG + 32, half * ROOT_2);
  keep(DRAG_AFTER, 8 * half * ROOT_0);
  keep(DRAG_AFTER + 16, 8 * half * ROOT_1);
  keep(DRAG_AFTER + 32, 8 * half * ROOT_2);
  keep(SIDES, 0.5 * (1 - number(THETA)));
  keep(PUSH, (GRAVITY * step) / cellM);
  keep(EVEN_ROUGHNESS, number(EVEN_DRAG));
  keep(SLOPE, step * ROOT_0);
  keep(SLOPE + 16, step * ROOT_1);
  keep(SLOPE + 32, step * ROOT_2);
}

function keep(at: usize, value: f64): void {
  v128.store(at, f32x4.splat(<f32>value));
}

/** Four lanes of a number above. */
// @ts-ignore: decorator
@inline
export function all(at: usize): v128 {
  return v128.load(at);
}

/**
 * x^(−1/3) times what the polynomial `at` is scaled by. The first guess, to 5 %, is a third of the exponent's bits, by
 * way of a float whose last bits are that number.
 */
// @ts-ignore: decorator
@inline
export function rootOf(x: v128, at: usize): v128 {
  const third = f32x4.mul(f32x4.convert_i32x4_s(x), all(ROOT_SCALE));
  const guess = i32x4.shl(f32x4.add(third, all(ROOT_SHIFT)), 8);
  const e = f32x4.mul(x, f32x4.mul(f32x4.mul(guess, guess), guess));
  const high = f32x4.add(f32x4.mul(all(at + 32), e), all(at + 16));
  return f32x4.mul(guess, f32x4.add(f32x4.mul(high, e), all(at)));
}

/** |x|: one instruction, where `f32x4.abs` is three. */
// @ts-ignore: decorator
@inline
export function size(x: v128): v128 {
  return v128.and(x, all(MAGNITUDE));
}

/** Half of van Leer's slope: ab/(a + b) where both have the same sign, else 0. */
// @ts-ignore: decorator
@inline
export function halfLimited(a: v128, b: v128): v128 {
  const product = f32x4.mul(a, b);
  const slope = f32x4.div(product, f32x4.add(a, b));
  return v128.and(slope, f32x4.gt(product, f32x4.splat(0)));
}

/** The last lane of one and the first three of the next. */
// @ts-ignore: decorator
@inline
export function shifted(before: v128, here: v128): v128 {
  return v128.shuffle<f32>(before, here, 3, 4, 5, 6);
}

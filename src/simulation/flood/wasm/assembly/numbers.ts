// Arithmetic of four lanes that several sweeps need.

/**
 * A first guess of x^(−1/3), to 5 %: a third of the exponent's bits, by way of a float whose last bits are that number.
 * Powers of x are then powers of the guess times a polynomial of x·guess³, which is near 1.
 */
// @ts-ignore: decorator
@inline
export function guessRoot(x: v128): v128 {
  const third = f32x4.mul(f32x4.convert_i32x4_s(x), f32x4.splat(-1.0 / 768.0));
  return i32x4.shl(f32x4.add(third, f32x4.splat(13934358)), 8);
}

/** c0 + c1·e + c2·e² + c3·e³ */
// @ts-ignore: decorator
@inline
export function cubic(e: v128, c0: v128, c1: v128, c2: v128, c3: v128): v128 {
  const high = f32x4.add(f32x4.mul(c3, e), c2);
  return f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(high, e), c1), e), c0);
}

/** Van Leer's limiter: 2ab/(a + b) where both have the same sign, else 0. */
// @ts-ignore: decorator
@inline
export function limited(a: v128, b: v128): v128 {
  const product = f32x4.mul(a, b);
  const slope = f32x4.div(f32x4.add(product, product), f32x4.add(a, b));
  return v128.and(slope, f32x4.gt(product, f32x4.splat(0)));
}

/** The last lane of one and the first three of the next. */
// @ts-ignore: decorator
@inline
export function shifted(before: v128, here: v128): v128 {
  return v128.shuffle<f32>(before, here, 3, 4, 5, 6);
}

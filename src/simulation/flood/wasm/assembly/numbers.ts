// Arithmetic of four lanes that several sweeps need.

/** x^(−1/3) of positive numbers, to 2e-5: a third of the exponent's bits, then two steps of Newton's method. */
// @ts-ignore: decorator
@inline
export function inverseCubeRoot(x: v128): v128 {
  let part = i32x4.add(x, i32x4.shr_s(x, 2));
  part = i32x4.add(part, i32x4.shr_s(part, 4));
  let root = i32x4.sub(i32x4.splat(1418560000), i32x4.shr_s(part, 2));
  const third = f32x4.mul(x, f32x4.splat(1.0 / 3.0));
  const more = f32x4.splat(4.0 / 3.0);
  root = f32x4.mul(root, f32x4.sub(more, f32x4.mul(third, f32x4.mul(f32x4.mul(root, root), root))));
  return f32x4.mul(root, f32x4.sub(more, f32x4.mul(third, f32x4.mul(f32x4.mul(root, root), root))));
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

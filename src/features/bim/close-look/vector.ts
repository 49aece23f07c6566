// Points and directions in the model's frame, m.

export type Vector = readonly [number, number, number];

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
export const lengthOf = (a: Vector): number => Math.hypot(a[0], a[1], a[2]);
export const distance = (a: Vector, b: Vector): number => lengthOf(minus(a, b));
export const mix = (a: Vector, b: Vector, share: number): Vector =>
  plus(a, times(minus(b, a), share));
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The zero vector stays as it is. */
export function unit(a: Vector): Vector {
  const length = lengthOf(a);
  return length > 0 ? times(a, 1 / length) : a;
}

export const cornerAt = (positions: ArrayLike<number>, corner: number): Vector => [
  positions[3 * corner]!,
  positions[3 * corner + 1]!,
  positions[3 * corner + 2]!,
];

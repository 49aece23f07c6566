import type { XYZ } from './place.ts';

export const plus = (a: XYZ, b: XYZ): XYZ => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: XYZ, b: XYZ): XYZ => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scaled = (a: XYZ, by: number): XYZ => [a[0] * by, a[1] * by, a[2] * by];
export const cross = (a: XYZ, b: XYZ): XYZ => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const unit = (a: XYZ): XYZ => scaled(a, 1 / Math.hypot(...a));
export const straightTo = (from: XYZ, to: XYZ): XYZ => unit(minus(to, from));

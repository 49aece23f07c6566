// Reading curves of devices, stages and inflows: linear between points, or by steps.

import type { Curve } from '../model.ts';

function segment({ x }: Curve, at: number): number {
  let k = 1;
  while (k < x.length - 1 && x[k]! < at) k++;
  return k;
}

/** Linear between points, level before the first and after the last. */
export function onCurve(curve: Curve, at: number): number {
  const { x, y } = curve;
  const last = x.length - 1;
  if (last < 0) return 0;
  if (at <= x[0]!) return y[0]!;
  if (at >= x[last]!) return y[last]!;
  const k = segment(curve, at);
  const span = x[k]! - x[k - 1]!;
  return span > 0 ? y[k - 1]! + ((y[k]! - y[k - 1]!) * (at - x[k - 1]!)) / span : y[k]!;
}

export function slopeOf(curve: Curve, at: number): number {
  const { x, y } = curve;
  if (x.length < 2 || at < x[0]! || at > x[x.length - 1]!) return 0;
  const k = segment(curve, at);
  const span = x[k]! - x[k - 1]!;
  return span > 0 ? (y[k]! - y[k - 1]!) / span : 0;
}

/** The y of the first x above `at`; the last y beyond. */
export function stepped({ x, y }: Curve, at: number): number {
  for (let k = 0; k < x.length; k++) if (at < x[k]!) return y[k]!;
  return y[x.length - 1] ?? 0;
}

// Reading section tables inside the solver: depth → area, width, radius, and values that rise → depth.

import type { DepthCurve } from './depth-curves.ts';
import type { SectionTable } from './section-table.ts';

/** Sets `into` to area, width and radius as shares of the full values, at a depth as share of the full one. */
export function readShares(
  table: Pick<SectionTable, 'values' | 'steps'>,
  share: number,
  into: Float64Array,
): void {
  const { values, steps } = table;
  const x = share * steps;
  let i = x | 0;
  if (i >= steps) i = steps - 1;
  const f = x >= steps ? 1 : x - i;
  const p = 3 * i;
  let area = values[p]! + f * (values[p + 3]! - values[p]!);
  let width = values[p + 1]! + f * (values[p + 4]! - values[p + 1]!);
  let radius = values[p + 2]! + f * (values[p + 5]! - values[p + 2]!);
  if (i < 2) {
    const bend = (f * (f - 1)) / 2;
    const a = area + bend * (values[p]! - 2 * values[p + 3]! + values[p + 6]!);
    const w = width + bend * (values[p + 1]! - 2 * values[p + 4]! + values[p + 7]!);
    const r = radius + bend * (values[p + 2]! - 2 * values[p + 5]! + values[p + 8]!);
    if (a > 0) area = a;
    if (w > 0) width = w;
    if (r > 0) radius = r;
  }
  into[0] = area;
  into[1] = width;
  into[2] = radius;
}

/** Widths summed up to a depth, m²: what rises under EXTRAN's surfaces, near to the section's area. */
export function readHeld({ heldM2, heightM, steps }: SectionTable, depthM: number): number {
  const x = Math.min(depthM / heightM, 1) * steps;
  const i = Math.min(x | 0, steps - 1);
  return heldM2[i]! + (x - i) * (heldM2[i + 1]! - heldM2[i]!);
}

/** Depth of a value by the full one; full beyond the last. */
export function readCurve({ value: values, share }: DepthCurve, value: number): number {
  if (value <= 0) return 0;
  const last = values.length - 1;
  if (value >= values[last]!) return value > values[last]! ? 1 : share[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) low = middle;
    else high = middle;
  }
  const part = (value - values[low]!) / (values[high]! - values[low]!);
  return share[low]! + part * (share[high]! - share[low]!);
}

// Reading section tables inside the solver: depth → area, width, radius, and flow → normal and critical depth.

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

/** Depth (m) at which the section factor A·R^⅔ by the full one is `share`; what it is above 1 the table says. */
export function depthOfFactor(table: SectionTable, share: number): number {
  const { factor, heightM, largestFactor, largestShare } = table;
  if (share < 1) return heightM * invert(factor, factor.length - 1, share, 3 / 8);
  if (table.aboveFull === 'full' || largestFactor <= 1) return heightM;
  if (table.aboveFull === 'largest') return heightM * invert(factor, factor.length - 1, 1, 1);
  const over = Math.min(1, (share - 1) / (largestFactor - 1));
  return heightM * (1 - over * (1 - largestShare));
}

/** Critical depth (m) of a flow: Q²/g = A³/W. */
export function depthOfCritical({ heightM, critical }: SectionTable, flowByRootG: number): number {
  const power = critical.length > 100 ? 1 / 2 : 1;
  return heightM * invert(critical, critical.length - 1, flowByRootG, power);
}

/** Place of a value in rising values, 0–1; in the lowest step along a power of it. */
function invert(values: Float64Array, steps: number, value: number, power: number): number {
  if (value <= 0) return 0;
  if (value >= values[steps]!) {
    let top = steps;
    while (top > 0 && values[top - 1]! >= values[steps]!) top--;
    return value > values[steps]! ? 1 : top / steps;
  }
  let low = 0;
  let high = steps;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) low = middle;
    else high = middle;
  }
  if (low === 0) return (value / values[1]!) ** power / steps;
  const span = values[high]! - values[low]!;
  return (low + (span > 0 ? (value - values[low]!) / span : 0)) / steps;
}

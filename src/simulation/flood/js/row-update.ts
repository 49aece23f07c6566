// What each cell of a row can give of its outflow, and its new depth, of local inertial in plain JavaScript. Steps 4
// and 5 of reference/README.md.
import { DRY_M } from '../reference/physics.ts';
import type { Flows } from './face-sweep.ts';
import type { Rasters } from './rasters.ts';

const dryM = DRY_M;

interface Row {
  /** Padded index of column 0, and the columns to do. */
  readonly base: number;
  readonly from: number;
  readonly to: number;
  readonly stride: number;
  /** The step by the cell (s/m). */
  readonly ratio: number;
}

/** Whether any cell has to give less than it is asked for; shares are 1 before. */
export function findShares(
  { all, depthM, share }: Rasters,
  { x, y }: Flows,
  { base, from, to, stride, ratio }: Row,
): boolean {
  let isLimited = false;
  const end = base + to;
  for (let at = base + from; at <= end; at++) {
    const west = all[(x + at) | 0]!;
    const east = all[(x + at + 1) | 0]!;
    const north = all[(y + at) | 0]!;
    const south = all[(y + at + stride) | 0]!;
    const depth = all[(depthM + at) | 0]!;
    // Nearly all cells hold more than all that passes them, whichever way.
    const passes = Math.abs(west) + Math.abs(east) + (Math.abs(north) + Math.abs(south));
    if (ratio * passes < depth) continue;
    const outX = Math.max(0, -west) + Math.max(0, east);
    const outY = Math.max(0, north) + Math.max(0, -south);
    const leaves = ratio * (outX + outY);
    const holds = Math.max(0, depth);
    if (leaves <= holds) continue;
    all[(share + at) | 0] = holds / leaves;
    isLimited = true;
  }
  return isLimited;
}

/** What a row became: the sum and the most of its depths, and the columns that water can flow in. */
export interface NewRow {
  total: number;
  deepest: number;
  first: number;
  last: number;
}

export function updateRow(
  { all, depthM, leftOverM }: Rasters,
  { x, y }: Flows,
  { base, from, to, stride, ratio }: Row,
  result: NewRow,
): void {
  const end = base + to;
  let first = 0;
  let last = 0;
  let total = 0;
  let deepest = 0;
  for (let at = base + from; at <= end; at++) {
    const gainX = all[(x + at) | 0]! - all[(x + at + 1) | 0]!;
    const gain = gainX + (all[(y + at + stride) | 0]! - all[(y + at) | 0]!);
    const was = all[(depthM + at) | 0]!;
    const exact = was + (all[(leftOverM + at) | 0]! + ratio * gain);
    const depth = Math.fround(exact);
    all[(depthM + at) | 0] = depth;
    all[(leftOverM + at) | 0] = exact - depth;
    total += depth;
    if (depth > deepest) deepest = depth;
    if (depth > dryM) {
      last = at;
      if (first === 0) first = at;
    }
  }
  result.total = total;
  result.deepest = deepest;
  result.first = first === 0 ? 0 : first - base;
  result.last = last === 0 ? 0 : last - base;
}

// How straight pieces in the plan lie to each other. m.

/** Least distance of two axes in the plan, shares along both where that is, 1 where they cross. */
export interface NearInPlan {
  distanceM: number;
  shareA: number;
  shareB: number;
  isCrossing: boolean;
}

export const createNear = (): NearInPlan => ({
  distanceM: Number.POSITIVE_INFINITY,
  shareA: 0,
  shareB: 0,
  isCrossing: false,
});

/** Of the pieces `p` and `q` in a table of six numbers a piece (x, y, z of start and end); written into `near`. */
export function findNearest(ends: Float64Array, p: number, q: number, near: NearInPlan): void {
  const [ax, ay] = [ends[6 * p]!, ends[6 * p + 1]!];
  const [cx, cy] = [ends[6 * q]!, ends[6 * q + 1]!];
  const ux = ends[6 * p + 3]! - ax;
  const uy = ends[6 * p + 4]! - ay;
  const vx = ends[6 * q + 3]! - cx;
  const vy = ends[6 * q + 4]! - cy;
  const [wx, wy] = [cx - ax, cy - ay];
  const turn = ux * vy - uy * vx;
  if (turn !== 0) {
    const s = (wx * vy - wy * vx) / turn;
    const t = (wx * uy - wy * ux) / turn;
    if (s >= 0 && s <= 1 && t >= 0 && t <= 1) {
      near.distanceM = 0;
      near.shareA = s;
      near.shareB = t;
      near.isCrossing = true;
      return;
    }
  }
  near.isCrossing = false;
  near.distanceM = Number.POSITIVE_INFINITY;
  const squareU = ux * ux + uy * uy;
  const squareV = vx * vx + vy * vy;
  for (let corner = 0; corner < 4; corner++) {
    const isOfA = corner < 2;
    const end = corner & 1;
    const s = isOfA ? end : clamp((wx + end * vx) * ux + (wy + end * vy) * uy, squareU);
    const t = isOfA ? clamp((end * ux - wx) * vx + (end * uy - wy) * vy, squareV) : end;
    const dx = s * ux - wx - t * vx;
    const dy = s * uy - wy - t * vy;
    const gap = Math.sqrt(dx * dx + dy * dy);
    if (gap >= near.distanceM) continue;
    near.distanceM = gap;
    near.shareA = s;
    near.shareB = t;
  }
}

/** Share of a foot along a piece, 0–1. */
const clamp = (product: number, square: number): number =>
  square > 0 ? Math.min(1, Math.max(0, product / square)) : 0;

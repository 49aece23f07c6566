// Who can set fire to whom: pairs of buildings at most 40 m apart, with what the one's facades send to the other's.
// m; view factors 0 … 1. Source: BR 187 (configuration factors between facades), exact factors from ./view-factor.ts.

import Flatbush from 'flatbush';
import { type BuildingOutlines, measureOutlines } from './outlines.ts';
import { facadeViewFactor } from './view-factor.ts';

/** Links of building b lie at `start[b]` … `start[b + 1]`; each stands for fire from b to `to`. */
export interface BuildingGraph {
  readonly count: number;
  readonly start: Int32Array;
  readonly to: Int32Array;
  /** Of what b sends to the worst-exposed point of `to`, with what stands between taken off. */
  readonly viewFactor: Float32Array;
  readonly gapM: Float32Array;
  /** Unit vector from b to `to`. */
  readonly towardsX: Float32Array;
  readonly towardsY: Float32Array;
  readonly outlines: BuildingOutlines;
  readonly centreXM: Float64Array;
  readonly centreYM: Float64Array;
  readonly areaM2: Float64Array;
  readonly index: Flatbush | undefined;
}

export interface GraphOptions {
  readonly reachM?: number;
  /** The strongest are kept. */
  readonly linksPerBuilding?: number;
  readonly leastViewFactor?: number;
}

const touchingM = 0.05;

export function buildGraph(outlines: BuildingOutlines, options: GraphOptions = {}): BuildingGraph {
  const { reachM = 40, linksPerBuilding = 20, leastViewFactor = 0.005 } = options;
  const measured = measureOutlines(outlines);
  const { centreXM, centreYM, radiusM, areaM2 } = measured;
  const { count } = outlines;
  const index = indexOf(outlines);
  const start = new Int32Array(count + 1);
  const links: { to: number; factor: number; gapM: number }[][] = [];
  const exposure = { factor: 0 };
  for (let from = 0; from < count; from++) {
    const own: { to: number; factor: number; gapM: number }[] = [];
    const range = reachM + radiusM[from]!;
    const x = centreXM[from]!;
    const y = centreYM[from]!;
    const near = index?.search(x - range, y - range, x + range, y + range).sort((a, b) => a - b);
    for (const to of near ?? []) {
      if (to === from) continue;
      const apart = Math.hypot(centreXM[to]! - x, centreYM[to]! - y);
      if (apart - radiusM[to]! - radiusM[from]! > reachM) continue;
      const gapM = gapBetween(outlines, from, to);
      if (gapM > reachM) continue;
      // Walls that touch have no view of one another: the flame is at the wall.
      if (gapM < touchingM) exposure.factor = 1;
      else expose(outlines, measured, from, to, near ?? [], exposure);
      if (exposure.factor >= leastViewFactor) own.push({ to, factor: exposure.factor, gapM });
    }
    own.sort((one, other) => other.factor - one.factor || one.to - other.to);
    own.length = Math.min(own.length, linksPerBuilding);
    links.push(own);
    start[from + 1] = start[from]! + own.length;
  }
  const all = links.flat();
  const to = Int32Array.from(all, (link) => link.to);
  const towardsX = new Float32Array(all.length);
  const towardsY = new Float32Array(all.length);
  for (let from = 0; from < count; from++) {
    for (let link = start[from]!; link < start[from + 1]!; link++) {
      const dx = centreXM[to[link]!]! - centreXM[from]!;
      const dy = centreYM[to[link]!]! - centreYM[from]!;
      const length = Math.hypot(dx, dy) || 1;
      towardsX[link] = dx / length;
      towardsY[link] = dy / length;
    }
  }
  return {
    ...{ count, start, to, towardsX, towardsY, outlines, centreXM, centreYM, areaM2, index },
    viewFactor: Float32Array.from(all, ({ factor }) => factor),
    gapM: Float32Array.from(all, (link) => link.gapM),
  };
}

/** The building that a point lies in, −1 where there is none. */
export function buildingAt(graph: BuildingGraph, xM: number, yM: number): number {
  const { start, xM: xs, yM: ys } = graph.outlines;
  for (const building of graph.index?.search(xM, yM, xM, yM) ?? []) {
    let odd = false;
    const first = start[building]!;
    const end = start[building + 1]!;
    for (let at = first, before = end - 1; at < end; before = at++) {
      const up = ys[at]! > yM;
      if (up === ys[before]! > yM) continue;
      const slope = (xs[before]! - xs[at]!) / (ys[before]! - ys[at]!);
      if (xM < xs[at]! + slope * (yM - ys[at]!)) odd = !odd;
    }
    if (odd) return building;
  }
  return -1;
}

function indexOf({ count, start, xM, yM }: BuildingOutlines): Flatbush | undefined {
  if (count === 0) return undefined;
  const index = new Flatbush(count);
  for (let building = 0; building < count; building++) {
    const x = xM.subarray(start[building]!, start[building + 1]!);
    const y = yM.subarray(start[building]!, start[building + 1]!);
    index.add(Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y));
  }
  index.finish();
  return index;
}

type Measured = ReturnType<typeof measureOutlines>;

/** The greatest factor over the facades of `to`, each at its point nearest to the middle of `from`. */
function expose(
  outlines: BuildingOutlines,
  measured: Measured,
  from: number,
  to: number,
  near: readonly number[],
  into: { factor: number },
): void {
  const { start, xM, yM, heightM } = outlines;
  const fromX = measured.centreXM[from]!;
  const fromY = measured.centreYM[from]!;
  const high = heightM[from]!;
  const eyeM = Math.min(high, heightM[to]!) / 2;
  into.factor = 0;
  const first = start[to]!;
  const end = start[to + 1]!;
  for (let at = first; at < end; at++) {
    const next = at + 1 === end ? first : at + 1;
    const dx = xM[next]! - xM[at]!;
    const dy = yM[next]! - yM[at]!;
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length === 0) continue;
    const facingX = dy / length;
    const facingY = -dx / length;
    const along = ((fromX - xM[at]!) * dx + (fromY - yM[at]!) * dy) / (length * length);
    const share = Math.min(0.95, Math.max(0.05, along));
    const eyeX = xM[at]! + share * dx;
    const eyeY = yM[at]! + share * dy;
    let factor = 0;
    const firstFrom = start[from]!;
    const endFrom = start[from + 1]!;
    for (let side = firstFrom; side < endFrom; side++) {
      const after = side + 1 === endFrom ? firstFrom : side + 1;
      const ax = xM[side]! - eyeX;
      const ay = yM[side]! - eyeY;
      const bx = xM[after]! - eyeX;
      const by = yM[after]! - eyeY;
      // The facade's outside must be turned to the eye.
      if (ax * (by - ay) - ay * (bx - ax) >= 0) continue;
      const seen = facadeViewFactor(ax, ay, bx, by, -eyeM, high - eyeM, facingX, facingY);
      if (seen < 1e-4) continue;
      const middleX = eyeX + (ax + bx) / 2;
      const middleY = eyeY + (ay + by) / 2;
      factor += seen * openShare(outlines, measured, from, to, near, eyeX, eyeY, middleX, middleY);
    }
    if (factor > into.factor) into.factor = Math.min(1, factor);
  }
}

/** Of the facade's height, what shows over whatever stands on the line between. */
function openShare(
  outlines: BuildingOutlines,
  { centreXM, centreYM, radiusM }: Measured,
  from: number,
  to: number,
  near: readonly number[],
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const squared = dx * dx + dy * dy;
  let open = 1;
  for (const between of near) {
    if (between === from || between === to) continue;
    const toX = centreXM[between]! - x1;
    const toY = centreYM[between]! - y1;
    const share = Math.min(1, Math.max(0, (toX * dx + toY * dy) / squared));
    const offX = toX - share * dx;
    const offY = toY - share * dy;
    if (offX * offX + offY * offY > radiusM[between]! ** 2) continue;
    if (!crosses(outlines, between, x1, y1, x2, y2)) continue;
    open = Math.min(open, 1 - outlines.heightM[between]! / outlines.heightM[from]!);
    if (open <= 0) return 0;
  }
  return open;
}

function crosses(
  { start, xM, yM }: BuildingOutlines,
  building: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): boolean {
  const first = start[building]!;
  const end = start[building + 1]!;
  for (let at = first, before = end - 1; at < end; before = at++) {
    const ax = xM[before]!;
    const ay = yM[before]!;
    const bx = xM[at]!;
    const by = yM[at]!;
    const one = (x2 - x1) * (ay - y1) - (y2 - y1) * (ax - x1);
    const other = (x2 - x1) * (by - y1) - (y2 - y1) * (bx - x1);
    if (one > 0 === other > 0) continue;
    const third = (bx - ax) * (y1 - ay) - (by - ay) * (x1 - ax);
    const fourth = (bx - ax) * (y2 - ay) - (by - ay) * (x2 - ax);
    if (third > 0 !== fourth > 0) return true;
  }
  return false;
}

/** Between the outlines, each corner against each side, both ways; 0 where they touch or overlap. */
function gapBetween(outlines: BuildingOutlines, one: number, other: number): number {
  return Math.sqrt(
    Math.min(cornersToSides(outlines, one, other), cornersToSides(outlines, other, one)),
  );
}

function cornersToSides({ start, xM, yM }: BuildingOutlines, one: number, other: number): number {
  let least = Infinity;
  const first = start[other]!;
  const end = start[other + 1]!;
  for (let corner = start[one]!; corner < start[one + 1]!; corner++) {
    const x = xM[corner]!;
    const y = yM[corner]!;
    for (let at = first, before = end - 1; at < end; before = at++) {
      const dx = xM[at]! - xM[before]!;
      const dy = yM[at]! - yM[before]!;
      const along = ((x - xM[before]!) * dx + (y - yM[before]!) * dy) / (dx * dx + dy * dy || 1);
      const share = Math.min(1, Math.max(0, along));
      const offX = x - xM[before]! - share * dx;
      const offY = y - yM[before]! - share * dy;
      least = Math.min(least, offX * offX + offY * offY);
    }
  }
  return least;
}

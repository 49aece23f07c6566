// Local inertial in plain JavaScript: f32 rasters, f64 arithmetic, one fused sweep whose limiter lags one row and whose
// depths lag two. Equations and order of reference/README.md; only rows' spans that hold water are swept.
import type { FloodOptions } from '../parts.ts';
import { stableCourant } from '../reference/local-inertial.ts';
import type { PaddedGround } from '../reference/padded-ground.ts';
import { DRY_M, GRAVITY, SHOWN_DEPTH_M } from '../reference/physics.ts';
import { BrokenWater, type PaddedEdge, type Scheme } from '../reference/scheme.ts';
import { edgeFlow } from './edge-flow.ts';
import { type Flows, sweepFaces } from './face-sweep.ts';
import { createWetSpans } from './wet-spans.ts';

export function createLocalInertialF32(
  ground: PaddedGround<Float32Array>,
  { courant = 0.7, theta = 0.9, skipsDry = true }: FloodOptions,
): Scheme {
  const { width, height, stride, size, cellM } = ground;
  const alpha = stableCourant(courant, theta);
  const spans = createWetSpans(ground, skipsDry);
  const depthM = new Float32Array(size);
  const leftOverM = new Float32Array(size);
  const share = new Float32Array(size).fill(1);
  const isLimited = new Uint8Array(height + 2);
  const scratch = new Float32Array(2);
  const fixed = { ground, depthM, theta, scratch, bits: new Int32Array(scratch.buffer) };
  let now = createFlows();
  let next = createFlows();
  let edgesByRow: readonly (readonly PaddedEdge[])[] = [];
  let edges: readonly PaddedEdge[] = [];
  let deepest = 0;
  let isStale = true;

  function createFlows(): Flows {
    const [x, y] = [new Float32Array(size), new Float32Array(size)];
    return { x, y, from: new Int32Array(height + 2).fill(1), to: new Int32Array(height + 2) };
  }

  const stepOverS = (depth: number) => (alpha * cellM) / Math.sqrt(GRAVITY * depth);

  function stableStepS(): number {
    if (isStale) findDeepest();
    return deepest > 0 ? stepOverS(deepest) : Infinity;
  }

  function findDeepest(): void {
    deepest = 0;
    for (let at = 0; at < size; at++) {
      const depth = depthM[at]!;
      if (!Number.isFinite(depth)) throw new BrokenWater(at, depth);
      if (depth > deepest) deepest = depth;
    }
    isStale = false;
  }

  function step(dtS: number): number {
    for (const { at } of edges) spans.touch(at);
    spans.widen();
    deepest = 0;
    let total = 0;
    for (let row = 1; row <= height + 2; row++) {
      if (row <= height + 1) findFlows(row, dtS);
      if (row > 2) total += updateRow(row - 2, dtS);
    }
    let volume = 0;
    for (const { face, isWestEast, inward } of edges) {
      volume += inward * (isWestEast ? next.x : next.y)[face]! * cellM * dtS;
    }
    [now, next] = [next, now];
    isStale = !Number.isFinite(total);
    return volume;
  }

  /** Flows of a row's faces; then the row above has all of its own, and is limited. */
  function findFlows(row: number, dtS: number): void {
    clearOutside(row);
    const [from, to] = [spans.from[row]!, spans.to[row]!];
    if (row <= height && from <= to) sweepFaces(fixed, now, next, { dtS, row, from, to });
    for (const edge of edgesByRow[row] ?? []) {
      (edge.isWestEast ? next.x : next.y)[edge.face] = edgeFlow(ground, depthM, now, edge, dtS);
    }
    if (row > 1) {
      findShares(row - 1, dtS);
      scaleRow(row - 1);
    }
    if (row === height + 1) scaleRow(row);
  }

  /** The buffer was last written two steps ago; what is no longer swept becomes 0. */
  function clearOutside(row: number): void {
    const [from, to] = [spans.from[row]!, spans.to[row]!];
    const base = row * stride;
    const end = next.to[row]!;
    for (let column = next.from[row]!; column <= end; column++) {
      if (column >= from && column <= to) continue;
      next.x[base + column] = 0;
      next.y[base + column] = 0;
    }
    next.from[row] = from;
    next.to[row] = to;
  }

  function findShares(row: number, dtS: number): void {
    const { x, y } = next;
    const end = row * stride + spans.to[row]!;
    if (isLimited[row] === 1) share.fill(1, row * stride, (row + 1) * stride);
    isLimited[row] = 0;
    for (let at = row * stride + spans.from[row]!; at <= end; at++) {
      const west = x[at]!;
      const east = x[at + 1]!;
      const north = y[at]!;
      const south = y[at + stride]!;
      const depth = depthM[at]!;
      // Nearly all cells hold more than all that passes them, whichever way.
      const passes = Math.abs(west) + Math.abs(east) + (Math.abs(north) + Math.abs(south));
      if (dtS * passes < depth * cellM) continue;
      const outX = Math.max(0, -west) + Math.max(0, east);
      const outY = Math.max(0, north) + Math.max(0, -south);
      const leaves = dtS * (outX + outY);
      const holds = Math.max(0, depth) * cellM;
      if (leaves <= holds) continue;
      share[at] = holds / leaves;
      isLimited[row] = 1;
    }
  }

  /** One column more than swept: the face at the east end may be an edge. */
  function scaleRow(row: number): void {
    if (isLimited[row] === 0 && isLimited[row - 1] === 0) return;
    const { x, y } = next;
    const end = row * stride + spans.to[row]! + 1;
    for (let at = row * stride + spans.from[row]!; at <= end; at++) {
      const east = x[at]!;
      const north = y[at]!;
      x[at] = east * (east > 0 ? share[at - 1]! : share[at]!);
      y[at] = north * (north > 0 ? share[at]! : share[at - stride]!);
    }
  }

  function updateRow(row: number, dtS: number): number {
    const { x, y } = next;
    const scale = dtS / cellM;
    const base = row * stride;
    const end = base + spans.to[row]!;
    let least = width + 1;
    let most = 0;
    let total = 0;
    let deep = deepest;
    for (let at = base + spans.from[row]!; at <= end; at++) {
      const gain = x[at]! - x[at + 1]! + (y[at + stride]! - y[at]!);
      const exact = depthM[at]! + (leftOverM[at]! + scale * gain);
      const depth = Math.fround(exact);
      depthM[at] = depth;
      leftOverM[at] = exact - depth;
      total += depth;
      if (depth > deep) deep = depth;
      if (depth > DRY_M) {
        most = at;
        if (least > width) least = at - base;
      }
    }
    deepest = deep;
    spans.first[row] = least;
    spans.last[row] = most - base;
    return total;
  }

  function velocity(at: number): readonly [number, number] {
    const depth = depthM[at]!;
    if (depth < SHOWN_DEPTH_M) return [0, 0];
    const x = now.x[at]! + now.x[at + 1]!;
    const y = now.y[at]! + now.y[at + stride]!;
    return [(0.5 * x) / depth, (0.5 * y) / depth];
  }

  return {
    ...{ ground, depthM, leftOverM, hasMomentum: false, stableStepS, stepOverS, step, velocity },
    get flowX() {
      return now.x;
    },
    get flowY() {
      return now.y;
    },
    setEdges(wanted) {
      for (const { face, isWestEast } of edges) (isWestEast ? next.x : next.y)[face] = 0;
      edges = wanted;
      edgesByRow = Array.from({ length: height + 2 }, (_, row) =>
        edges.filter(({ face }) => Math.floor(face / stride) === row),
      );
    },
    touch(at) {
      isStale = true;
      if (depthM[at]! > DRY_M) spans.touch(at);
    },
    touchAll() {
      isStale = true;
      spans.fill();
      now.from.fill(1);
      now.to.fill(width);
    },
  };
}

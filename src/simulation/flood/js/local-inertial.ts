// Local inertial in plain JavaScript: f32 rasters, f64 arithmetic, one fused sweep whose limiter lags one row and whose
// depths lag two. Equations and order of reference/README.md; only rows' spans that hold water are swept.
import type { FloodOptions } from '../parts.ts';
import { stableCourant } from '../reference/local-inertial.ts';
import type { PaddedGround } from '../reference/padded-ground.ts';
import { DRY_M, GRAVITY, SHOWN_DEPTH_M } from '../reference/physics.ts';
import { BrokenWater, type PaddedEdge, type Scheme } from '../reference/scheme.ts';
import { edgeFlow } from './edge-flow.ts';
import { type Flows, sweepFaces } from './face-sweep.ts';
import { createRasters, type FlowPlace } from './rasters.ts';
import { findShares, type NewRow, updateRow } from './row-update.ts';
import { createWetSpans } from './wet-spans.ts';

/** Flows of one set, as others see them too. */
interface FlowRasters extends Flows {
  readonly xView: Float32Array;
  readonly yView: Float32Array;
}

export function createLocalInertialF32(
  given: PaddedGround<Float32Array>,
  { courant = 0.7, theta = 0.9, skipsDry = true }: FloodOptions,
): Scheme {
  const { width, height, stride, size, cellM } = given;
  const rasters = createRasters(size);
  const { all, share } = rasters;
  const [zM, manning] = [rasters.view(rasters.zM), rasters.view(rasters.manning)];
  zM.set(given.zM);
  manning.set(given.manning);
  const ground = { ...given, zM, manning };
  const alpha = stableCourant(courant, theta);
  const spans = createWetSpans(ground, skipsDry);
  const depthM = rasters.view(rasters.depthM);
  const leftOverM = rasters.view(rasters.leftOverM);
  const isLimited = new Uint8Array(height + 2);
  const fixed = { ground, rasters, theta };
  const result: NewRow = { total: 0, deepest: 0, first: 0, last: 0 };
  let now = createFlows(rasters.flows[0]);
  let next = createFlows(rasters.flows[1]);
  all.fill(1, share, share + size);
  let edgesByRow: readonly (readonly PaddedEdge[])[] = [];
  let edges: readonly PaddedEdge[] = [];
  let deepest = 0;
  let isStale = true;

  function createFlows({ x, y }: FlowPlace): FlowRasters {
    const columns = { from: new Int32Array(height + 2).fill(1), to: new Int32Array(height + 2) };
    return { x, y, xView: rasters.view(x), yView: rasters.view(y), ...columns };
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
      if (row > 2) total += renewRow(row - 2, dtS);
    }
    let volume = 0;
    for (const { face, isWestEast, inward } of edges) {
      volume += inward * (isWestEast ? next.xView : next.yView)[face]! * cellM * dtS;
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
      const flows = { x: now.xView, y: now.yView };
      const flow = edgeFlow(ground, depthM, flows, edge, dtS);
      (edge.isWestEast ? next.xView : next.yView)[edge.face] = flow;
    }
    if (row > 1) {
      limitRow(row - 1, dtS);
      scaleRow(row - 1);
    }
    if (row === height + 1) scaleRow(row);
  }

  /** The buffer was last written two steps ago; what is no longer swept becomes 0. */
  function clearOutside(row: number): void {
    const [from, to] = [spans.from[row]!, spans.to[row]!];
    const base = row * stride;
    const end = next.to[row]!;
    const isEmpty = from > to;
    clear(base + next.from[row]!, base + (isEmpty ? end : Math.min(end, from - 1)));
    if (!isEmpty) clear(base + Math.max(next.from[row]!, to + 1), base + end);
    next.from[row] = from;
    next.to[row] = to;
  }

  function clear(first: number, last: number): void {
    if (last < first) return;
    next.xView.fill(0, first, last + 1);
    next.yView.fill(0, first, last + 1);
  }

  const rowOf = (row: number, dtS: number) => {
    const [from, to] = [spans.from[row]!, spans.to[row]!];
    return { base: row * stride, from, to, stride, ratio: dtS / cellM };
  };

  function limitRow(row: number, dtS: number): void {
    const base = share + row * stride;
    if (isLimited[row] === 1) all.fill(1, base, base + stride);
    isLimited[row] = findShares(rasters, next, rowOf(row, dtS)) ? 1 : 0;
  }

  /** One column more than swept: the face at the east end may be an edge. */
  function scaleRow(row: number): void {
    if (isLimited[row] === 0 && isLimited[row - 1] === 0) return;
    const { xView: x, yView: y } = next;
    const end = row * stride + spans.to[row]! + 1;
    for (let at = row * stride + spans.from[row]!; at <= end; at++) {
      const east = x[at]!;
      const north = y[at]!;
      x[at] = east * all[share + (east > 0 ? at - 1 : at)]!;
      y[at] = north * all[share + (north > 0 ? at : at - stride)]!;
    }
  }

  function renewRow(row: number, dtS: number): number {
    updateRow(rasters, next, rowOf(row, dtS), result);
    deepest = Math.max(deepest, result.deepest);
    spans.first[row] = result.last === 0 ? width + 1 : result.first;
    spans.last[row] = result.last;
    return result.total;
  }

  function velocity(at: number): readonly [number, number] {
    const depth = depthM[at]!;
    if (depth < SHOWN_DEPTH_M) return [0, 0];
    const x = now.xView[at]! + now.xView[at + 1]!;
    const y = now.yView[at]! + now.yView[at + stride]!;
    return [(0.5 * x) / depth, (0.5 * y) / depth];
  }

  return {
    ...{ ground, depthM, leftOverM, hasMomentum: false, stableStepS, stepOverS, step, velocity },
    get flowX() {
      return now.xView;
    },
    get flowY() {
      return now.yView;
    },
    setEdges(wanted) {
      for (const { face, isWestEast } of edges) (isWestEast ? next.xView : next.yView)[face] = 0;
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

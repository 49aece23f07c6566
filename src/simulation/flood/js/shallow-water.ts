// Full shallow water in plain JavaScript: f32 rasters, f64 arithmetic, sweeps over the rows' spans that hold water.
// Equations and order of reference/README.md (Audusse et al. 2004, Toro 2001).
import type { FloodOptions } from '../parts.ts';
import type { PaddedGround } from '../reference/padded-ground.ts';
import { GRAVITY, SHOWN_DEPTH_M, THIN_M } from '../reference/physics.ts';
import { BrokenWater, type PaddedEdge, type Scheme } from '../reference/scheme.ts';
import { speedOf } from '../reference/shallow-water.ts';
import { createAxis, findFaces, findSlopes, scaleFace, setEdgeFace } from './shallow-faces.ts';
import { createWetSpans } from './wet-spans.ts';

export function createShallowWaterF32(
  ground: PaddedGround<Float32Array>,
  { courant = 0.45, skipsDry = true }: FloodOptions,
): Scheme {
  const { width, height, stride, size, cellM, zM, manning } = ground;
  const raster = () => new Float32Array(size);
  const spans = createWetSpans(ground, skipsDry);
  const [depthM, flowX, flowY] = [raster(), raster(), raster()];
  const leftOverM = raster();
  const water = { depthM, u: raster(), v: raster() };
  const half = { depthM: raster(), u: raster(), v: raster() };
  const x = createAxis(size);
  const y = createAxis(size);
  let edges: readonly PaddedEdge[] = [];
  let fastest = 0;
  let isStale = true;

  const stepOverS = (depth: number, speed: number) =>
    (courant * cellM) / (speed + Math.sqrt(GRAVITY * depth));

  function stableStepS(): number {
    if (isStale) findFastest();
    return fastest > 0 ? (courant * cellM) / fastest : Infinity;
  }

  function findFastest(): void {
    fastest = 0;
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + 1; at <= row * stride + width; at++) {
        const momentum = flowX[at]! + flowY[at]!;
        if (!Number.isFinite(depthM[at]! + momentum)) {
          throw new BrokenWater(at, Number.isFinite(depthM[at]!) ? momentum : depthM[at]!);
        }
        fastest = Math.max(fastest, signalMs(at));
      }
    }
    isStale = false;
  }

  function signalMs(at: number): number {
    const depth = depthM[at]!;
    if (depth <= THIN_M) return 0;
    const momentum = Math.max(Math.abs(flowX[at]!), Math.abs(flowY[at]!));
    return momentum / depth + Math.sqrt(GRAVITY * depth);
  }

  /** Columns of a row next to which something may change, one more than `spans` has on every side. */
  function around(row: number): readonly [from: number, to: number] {
    const { from, to } = spans;
    const above = Math.max(1, row - 1);
    const below = Math.min(height, row + 1);
    const least = Math.min(from[above]!, from[row]!, from[below]!);
    const most = Math.max(to[above]!, to[row]!, to[below]!);
    return [Math.max(1, least - 1), Math.min(width, most + 1)];
  }

  function step(dtS: number): number {
    for (const { at } of edges) spans.touch(at);
    spans.widen();
    for (let row = 1; row <= height; row++) {
      const [from, to] = around(row);
      for (let at = row * stride + from; at <= row * stride + to; at++) {
        water.u[at] = speedOf(depthM[at]!, flowX[at]!);
        water.v[at] = speedOf(depthM[at]!, flowY[at]!);
      }
    }
    for (let row = 1; row <= height; row++) {
      const [from, to] = around(row);
      const range = { from: row * stride + from, to: row * stride + to };
      findSlopes(x, water, zM, ground.crestWestM, 1, range);
      findSlopes(y, water, zM, ground.crestNorthM, -stride, range);
      goHalfway(range.from, range.to, dtS);
    }
    for (let row = 1; row <= height + 1; row++) {
      const [from, to] = [spans.from[row]!, spans.to[row]!];
      const base = row * stride;
      findFaces(x, half.u, half.v, half.depthM, ground, 1, {
        from: base + from,
        to: base + to + 1,
      });
      const least = Math.min(from, spans.from[row - 1]!);
      const most = Math.max(to, spans.to[row - 1]!);
      const range = { from: base + least, to: base + most };
      findFaces(y, half.v, half.u, half.depthM, ground, -stride, range);
    }
    for (const edge of edges) setEdgeFace(edge.isWestEast ? x : y, half, ground, edge);
    limit(dtS);
    fastest = 0;
    let total = 0;
    for (let row = 1; row <= height; row++) total += updateRow(row, dtS);
    isStale = !Number.isFinite(total);
    let volume = 0;
    for (const { face, isWestEast, inward } of edges) {
      volume += inward * (isWestEast ? x : y).mass[face]! * cellM * dtS;
    }
    return volume;
  }

  /** Hancock's predictor with implicit friction, so that a steady state stays one. */
  function goHalfway(from: number, to: number, dtS: number): void {
    const { depthM: halfDepth, u: halfU, v: halfV } = half;
    const ratio = (0.5 * dtS) / cellM;
    for (let at = from; at <= to; at++) {
      const depth = depthM[at]!;
      const east = water.u[at]!;
      const north = water.v[at]!;
      const spreadX = east * (x.level[at]! - x.bed[at]!) + depth * x.normal[at]!;
      const spreadY = north * (y.level[at]! - y.bed[at]!) + depth * y.normal[at]!;
      const pushX = east * x.normal[at]! + GRAVITY * x.level[at]! + north * y.across[at]!;
      const pushY = north * y.normal[at]! + GRAVITY * y.level[at]! + east * x.across[at]!;
      let slowing = 1;
      if (x.isDropped[at] === 0 && y.isDropped[at] === 0) {
        slowing += 0.5 * dtS * dragOf(at, depth) * Math.sqrt(east * east + north * north);
      }
      halfDepth[at] = depth - ratio * (spreadX + spreadY);
      halfU[at] = (east - ratio * pushX) / slowing;
      halfV[at] = (north - ratio * pushY) / slowing;
    }
  }

  /** g·n²·h^(−4/3) */
  function dragOf(at: number, depth: number): number {
    const n = manning[at]!;
    return (GRAVITY * n * n) / (depth * Math.cbrt(depth));
  }

  function limit(dtS: number): void {
    for (let row = 1; row <= height; row++) {
      const end = row * stride + spans.to[row]!;
      for (let at = row * stride + spans.from[row]!; at <= end; at++) {
        const outX = Math.max(0, -x.mass[at]!) + Math.max(0, x.mass[at + 1]!);
        const outY = Math.max(0, y.mass[at]!) + Math.max(0, -y.mass[at + stride]!);
        const leaves = dtS * (outX + outY);
        const holds = Math.max(0, depthM[at]!) * cellM;
        const kept = leaves > holds ? holds / leaves : 1;
        if (kept === 1) continue;
        if (x.mass[at]! < 0) scaleFace(x, at, kept, half.u[at]!);
        if (x.mass[at + 1]! > 0) scaleFace(x, at + 1, kept, half.u[at]!);
        if (y.mass[at]! > 0) scaleFace(y, at, kept, half.v[at]!);
        if (y.mass[at + stride]! < 0) scaleFace(y, at + stride, kept, half.v[at]!);
      }
    }
  }

  function updateRow(row: number, dtS: number): number {
    const base = row * stride;
    const ratio = dtS / cellM;
    let least = width + 1;
    let most = 0;
    let total = 0;
    for (let column = spans.from[row]!; column <= spans.to[row]!; column++) {
      const at = base + column;
      const south = at + stride;
      const gain = x.mass[at]! - x.mass[at + 1]! + (y.mass[south]! - y.mass[at]!);
      const lean = GRAVITY * half.depthM[at]!;
      const pushX = x.beforeFace[at + 1]! - x.afterFace[at]! + lean * x.level[at]!;
      const pushY = y.beforeFace[at]! - y.afterFace[south]! + lean * y.level[at]!;
      const exact = depthM[at]! + (leftOverM[at]! + ratio * gain);
      const depth = Math.fround(exact);
      depthM[at] = depth;
      leftOverM[at] = exact - depth;
      if (depth > 0) {
        if (least > width) least = column;
        most = column;
      }
      const east = flowX[at]! + ratio * (y.carried[south]! - y.carried[at]! - pushX);
      const north = flowY[at]! + ratio * (x.carried[at]! - x.carried[at + 1]! - pushY);
      slow(at, depth, speedOf(depth, east), speedOf(depth, north), dtS);
      total += depth + flowX[at]! + flowY[at]!;
      fastest = Math.max(fastest, signalMs(at));
    }
    spans.first[row] = least;
    spans.last[row] = most;
    return total;
  }

  function slow(at: number, depth: number, east: number, north: number, dtS: number): void {
    const speed = Math.sqrt(east * east + north * north);
    if (speed === 0) {
      flowX[at] = flowY[at] = 0;
      return;
    }
    const drag = dtS * dragOf(at, depth) * speed;
    const kept = drag > 0 ? (Math.sqrt(1 + 4 * drag) - 1) / (2 * drag) : 1;
    flowX[at] = depth * east * kept;
    flowY[at] = depth * north * kept;
  }

  function velocity(at: number): readonly [number, number] {
    const depth = depthM[at]!;
    if (depth < SHOWN_DEPTH_M) return [0, 0];
    return [flowX[at]! / depth, flowY[at]! / depth];
  }

  return {
    ...{
      ground,
      depthM,
      leftOverM,
      flowX,
      flowY,
      hasMomentum: true,
      stableStepS,
      stepOverS,
      step,
      velocity,
    },
    setEdges(wanted) {
      edges = wanted;
    },
    touch(at) {
      isStale = true;
      if (depthM[at]! > 0) spans.touch(at);
    },
    touchAll() {
      isStale = true;
      spans.fill();
    },
  };
}

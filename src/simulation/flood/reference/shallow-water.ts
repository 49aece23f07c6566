// Full shallow water in f64: HLLC, hydrostatic reconstruction (Audusse et al. 2004), second order in space and time
// (MUSCL–Hancock), implicit friction. Momentum hu, hv of cells (m²/s). The well-balanced form is in README.md.
import type { FloodOptions } from '../parts.ts';
import { createFaces } from './faces.ts';
import type { PaddedGround } from './padded-ground.ts';
import { CLOSED_BED_M, GRAVITY, SHOWN_DEPTH_M, THIN_M } from './physics.ts';
import { BrokenWater, type PaddedEdge, type Scheme } from './scheme.ts';
import { createSlopes, findSlopes } from './slopes.ts';

/** Depth under which water stands still. */
const STILL_M = 1e-6;

export function createShallowWater(
  ground: PaddedGround<Float64Array>,
  { courant = 0.45 }: FloodOptions,
): Scheme {
  const { width, height, stride, size, cellM, zM, manning, create } = ground;
  const depthM = create(size);
  const flowX = create(size);
  const flowY = create(size);
  const [u, v] = [create(size), create(size)];
  const halfway = { depthM: create(size), u: create(size), v: create(size) };
  const [slopesX, slopesY] = [createSlopes(size), createSlopes(size)];
  const faces = createFaces({ ground, halfway, slopesX, slopesY });
  let edges: readonly PaddedEdge[] = [];

  const stepOverS = (depth: number, speed: number) =>
    (courant * cellM) / (speed + Math.sqrt(GRAVITY * depth));

  function stableStepS(): number {
    let fastest = 0;
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + 1; at <= row * stride + width; at++) {
        const depth = depthM[at]!;
        const momentum = flowX[at]! + flowY[at]!;
        if (!Number.isFinite(depth + momentum)) {
          throw new BrokenWater(at, Number.isFinite(depth) ? momentum : depth);
        }
        if (depth <= THIN_M) continue;
        const speed = Math.max(Math.abs(flowX[at]!), Math.abs(flowY[at]!)) / depth;
        fastest = Math.max(fastest, speed + Math.sqrt(GRAVITY * depth));
      }
    }
    return fastest > 0 ? (courant * cellM) / fastest : Infinity;
  }

  function step(dtS: number): number {
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + 1; at <= row * stride + width; at++) {
        u[at] = speedOf(depthM[at]!, flowX[at]!);
        v[at] = speedOf(depthM[at]!, flowY[at]!);
      }
    }
    findSlopes(slopesX, { depthM, u, v }, ground, 1);
    findSlopes(slopesY, { depthM, u, v }, ground, -stride);
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + 1; at <= row * stride + width; at++) goHalfway(at, dtS);
    }
    faces.find(edges);
    faces.limit(depthM, dtS);
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + 1; at <= row * stride + width; at++) update(at, dtS);
    }
    let volume = 0;
    for (const { face, isWestEast, inward } of edges) {
      volume += inward * (isWestEast ? faces.x : faces.y).mass[face]! * cellM * dtS;
    }
    return volume;
  }

  /** Hancock's predictor with implicit friction, so that a steady state stays one. */
  function goHalfway(at: number, dtS: number): void {
    const depth = depthM[at]!;
    const [east, north] = [u[at]!, v[at]!];
    const ratio = (0.5 * dtS) / cellM;
    const depthX = slopesX.level[at]! - slopesX.bed[at]!;
    const depthY = slopesY.level[at]! - slopesY.bed[at]!;
    const spreadX = east * depthX + depth * slopesX.u[at]!;
    const spreadY = north * depthY + depth * slopesY.v[at]!;
    const pushX = east * slopesX.u[at]! + GRAVITY * slopesX.level[at]! + north * slopesY.u[at]!;
    const pushY = north * slopesY.v[at]! + GRAVITY * slopesY.level[at]! + east * slopesX.v[at]!;
    let slowing = 1;
    if (slopesX.isDropped[at] === 0 && slopesY.isDropped[at] === 0) {
      slowing += 0.5 * dtS * dragOf(at) * Math.hypot(east, north);
    }
    halfway.depthM[at] = depth - ratio * (spreadX + spreadY);
    halfway.u[at] = (east - ratio * pushX) / slowing;
    halfway.v[at] = (north - ratio * pushY) / slowing;
  }

  /** g·n²·h^(−4/3) */
  const dragOf = (at: number) => GRAVITY * manning[at]! ** 2 * depthM[at]! ** (-4 / 3);

  function update(at: number, dtS: number): void {
    const { x, y } = faces;
    const south = at + stride;
    const ratio = dtS / cellM;
    const gain = x.mass[at]! - x.mass[at + 1]! + (y.mass[south]! - y.mass[at]!);
    const lean = GRAVITY * halfway.depthM[at]!;
    const pushX = x.beforeFace[at + 1]! - x.afterFace[at]! + lean * slopesX.level[at]!;
    const pushY = y.beforeFace[at]! - y.afterFace[south]! + lean * slopesY.level[at]!;
    const carriedX = y.across[south]! - y.across[at]!;
    const carriedY = x.across[at]! - x.across[at + 1]!;
    const depth = depthM[at]! + ratio * gain;
    depthM[at] = depth;
    if (depth <= STILL_M) {
      flowX[at] = flowY[at] = 0;
      return;
    }
    const east = speedOf(depth, flowX[at]! + ratio * (carriedX - pushX));
    const north = speedOf(depth, flowY[at]! + ratio * (carriedY - pushY));
    const drag = dtS * dragOf(at) * Math.hypot(east, north);
    const slowing = drag > 0 ? (Math.sqrt(1 + 4 * drag) - 1) / (2 * drag) : 1;
    flowX[at] = depth * east * slowing;
    flowY[at] = depth * north * slowing;
  }

  function velocity(at: number): readonly [number, number] {
    const depth = depthM[at]!;
    if (depth < SHOWN_DEPTH_M) return [0, 0];
    return [flowX[at]! / depth, flowY[at]! / depth];
  }

  zM.forEach((z, at) => {
    if (z >= CLOSED_BED_M) halfway.depthM[at] = 0;
  });
  return {
    ...{ ground, depthM, flowX, flowY, hasMomentum: true, stableStepS, stepOverS, step, velocity },
    setEdges(next) {
      edges = next;
    },
    touch() {},
    touchAll() {},
  };
}

/** Momentum by depth, fading out in thin water (Kurganov & Petrova 2007, eq. 2.17). */
export function speedOf(depth: number, momentum: number): number {
  if (depth <= STILL_M) return 0;
  if (depth >= THIN_M) return momentum / depth;
  const fourth = depth ** 4;
  return (Math.SQRT2 * depth * momentum) / Math.sqrt(fourth + THIN_M ** 4);
}

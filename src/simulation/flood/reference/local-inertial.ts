// Local inertial scheme in f64: q-centred momentum on faces (m²/s), vector friction, mass-conserving outflux limiter.
// Almeida & Bates 2013, eq. 9 to 14; limiter and order of operations in README.md.
import type { FloodOptions } from '../parts.ts';
import type { PaddedGround } from './padded-ground.ts';
import { CRITICAL_FLOW, DRY_M, GRAVITY, SHOWN_DEPTH_M } from './physics.ts';
import { BrokenWater, type PaddedEdge, type Scheme } from './scheme.ts';

export function createLocalInertial(
  ground: PaddedGround<Float64Array>,
  { courant = 0.7, theta = 0.9 }: FloodOptions,
): Scheme {
  const { width, height, stride, size, cellM, zM, manning, create } = ground;
  const depthM = create(size);
  const flowX = create(size);
  const flowY = create(size);
  const nextX = create(size);
  const nextY = create(size);
  const share = create(size).fill(1);
  let edges: readonly PaddedEdge[] = [];

  const stable = stableCourant(courant, theta);
  const stepOverS = (depth: number) => (stable * cellM) / Math.sqrt(GRAVITY * depth);

  function stableStepS(): number {
    let deepest = 0;
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + 1; at <= row * stride + width; at++) {
        const depth = depthM[at]!;
        if (!Number.isFinite(depth)) throw new BrokenWater(at, depth);
        if (depth > deepest) deepest = depth;
      }
    }
    return deepest > 0 ? stepOverS(deepest) : Infinity;
  }

  /** Flow through the face from cell `a` (west or south) to `b` (east or north), before the limiter. */
  function faceFlow(
    dtS: number,
    a: number,
    b: number,
    crest: number,
    [q, before, after, across]: readonly [number, number, number, number],
  ): number {
    const levelA = zM[a]! + depthM[a]!;
    const levelB = zM[b]! + depthM[b]!;
    const bed = Math.max(zM[a]!, zM[b]!);
    const deep = Math.max(levelA, levelB) - Math.max(bed, crest);
    if (deep <= DRY_M) return 0;
    const push = (GRAVITY * deep * dtS * (levelB - levelA)) / cellM;
    const centred = theta * q + 0.5 * (1 - theta) * (before + after) - push;
    const moved = centred * (levelA - levelB) < 0 ? q - push : centred;
    const n = 0.5 * (manning[a]! + manning[b]!);
    const flow = moved / (1 + drag(dtS, n, Math.sqrt(q * q + across * across), deep));
    if (crest <= bed) return flow;
    const most = CRITICAL_FLOW * deep ** 1.5;
    return Math.max(-most, Math.min(most, flow));
  }

  function step(dtS: number): number {
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + 1; at <= row * stride + width; at++) {
        const west = at - 1;
        const north = at - stride;
        const south = at + stride;
        const acrossX =
          0.25 * (flowY[at]! + flowY[south]! + (flowY[west]! + flowY[west + stride]!));
        const acrossY = 0.25 * (flowX[north]! + flowX[north + 1]! + (flowX[at]! + flowX[at + 1]!));
        const x = [flowX[at]!, flowX[west]!, flowX[at + 1]!, acrossX] as const;
        const y = [flowY[at]!, flowY[south]!, flowY[north]!, acrossY] as const;
        nextX[at] = faceFlow(dtS, west, at, ground.crestWestM?.[at] ?? -Infinity, x);
        nextY[at] = faceFlow(dtS, at, north, ground.crestNorthM?.[at] ?? -Infinity, y);
      }
    }
    for (const edge of edges) setEdgeFlow(edge, dtS);
    limit(dtS);
    const scale = dtS / cellM;
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + 1; at <= row * stride + width; at++) {
        const gain = flowX[at]! - flowX[at + 1]! + (flowY[at + stride]! - flowY[at]!);
        depthM[at] = depthM[at]! + scale * gain;
      }
    }
    let volume = 0;
    for (const { face, isWestEast, inward } of edges) {
      volume += inward * (isWestEast ? flowX : flowY)[face]! * cellM * dtS;
    }
    return volume;
  }

  function setEdgeFlow({ at, face, isWestEast, inward, kind, value }: PaddedEdge, dtS: number) {
    const depth = depthM[at]!;
    const crests = isWestEast ? ground.crestWestM : ground.crestNorthM;
    const above = zM[at]! + depth - Math.max(zM[at]!, crests?.[face] ?? -Infinity);
    const old = (isWestEast ? flowX : flowY)[face]!;
    const next = isWestEast ? nextX : nextY;
    if (kind === 'normal-depth') {
      const out = above > DRY_M ? (above ** (5 / 3) * Math.sqrt(value)) / manning[at]! : 0;
      next[face] = -inward * out;
      return;
    }
    const rise = Math.max(value, zM[at]!) - (zM[at]! + depth);
    const deep = above + Math.max(0, rise);
    if (deep <= DRY_M) {
      next[face] = 0;
      return;
    }
    const moved = old + (inward * GRAVITY * deep * dtS * rise) / cellM;
    next[face] = moved / (1 + drag(dtS, manning[at]!, Math.abs(old), deep));
  }

  /** Scales what leaves a cell to what is in it, and makes the scaled flows the current ones. */
  function limit(dtS: number): void {
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + 1; at <= row * stride + width; at++) {
        const outX = Math.max(0, -nextX[at]!) + Math.max(0, nextX[at + 1]!);
        const outY = Math.max(0, nextY[at]!) + Math.max(0, -nextY[at + stride]!);
        const leaves = dtS * (outX + outY);
        const holds = Math.max(0, depthM[at]!) * cellM;
        share[at] = leaves > holds ? holds / leaves : 1;
      }
    }
    for (let at = stride; at < size; at++) {
      const x = nextX[at]!;
      const y = nextY[at]!;
      flowX[at] = x * (x > 0 ? share[at - 1]! : share[at]!);
      flowY[at] = y * (y > 0 ? share[at]! : share[at - stride]!);
    }
  }

  function velocity(at: number): readonly [number, number] {
    const depth = depthM[at]!;
    if (depth < SHOWN_DEPTH_M) return [0, 0];
    const x = flowX[at]! + flowX[at + 1]!;
    const y = flowY[at]! + flowY[at + stride]!;
    return [(0.5 * x) / depth, (0.5 * y) / depth];
  }

  return {
    ...{ ground, depthM, flowX, flowY, hasMomentum: false, stableStepS, stepOverS, step, velocity },
    setEdges(next) {
      for (const { face, isWestEast } of edges) (isWestEast ? nextX : nextY)[face] = 0;
      edges = next;
    },
    touch() {},
    touchAll() {},
  };
}

/** A wave from corner to corner grows above √(θ/2), friction or none; see README.md. */
export const stableCourant = (courant: number, theta: number): number =>
  Math.min(courant, 0.98 * Math.sqrt(theta / 2));

const drag = (dtS: number, n: number, speed: number, depth: number) =>
  GRAVITY * dtS * n * n * speed * depth ** (-7 / 3);

// The flows of local inertial through the west and north faces of one row (m²/s), before the limiter; f64 arithmetic on
// f32 rasters. h^(−1/3) by exponent bits and a polynomial of what is near 1: 5e-5 of the friction, and half the time of
// `Math.cbrt`.
import type { PaddedGround } from '../reference/padded-ground.ts';
import { CRITICAL_FLOW, DRY_M, GRAVITY } from '../reference/physics.ts';

/** h^(−1/3) is a guess times this polynomial of h·guess³. */
const ROOT_0 = 1.5508222742786364;
const ROOT_1 = -0.7669681311594654;
const ROOT_2 = 0.21616388721847068;

export interface Flows {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Columns of each row that may differ from 0. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

interface Fixed {
  readonly ground: PaddedGround<Float32Array>;
  readonly depthM: Float32Array;
  readonly theta: number;
  /** Two values, and their bits. */
  readonly scratch: Float32Array;
  readonly bits: Int32Array;
}

interface Sweep {
  readonly dtS: number;
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** West and north faces of one row in one loop: what the cell to the west loaded is carried along. */
export function sweepFaces(
  { ground, depthM, theta, scratch, bits }: Fixed,
  now: Flows,
  next: Flows,
  { dtS, row, from, to }: Sweep,
): void {
  const { zM, manning, stride, cellM, crestWestM, crestNorthM } = ground;
  const { x, y } = now;
  const { x: outX, y: outY } = next;
  const side = 0.5 * (1 - theta);
  const push = (GRAVITY * dtS) / cellM;
  const drag = 0.25 * GRAVITY * dtS;
  const start = row * stride + from;
  const end = row * stride + to;
  let bedWest = zM[start - 1]!;
  let levelWest = bedWest + depthM[start - 1]!;
  let nWest = manning[start - 1]!;
  let xWest = x[start - 1]!;
  let xHere = x[start]!;
  let acrossWest = y[start - 1]! + y[start - 1 + stride]!;
  let xNorth = x[start - stride]!;
  for (let at = start; at <= end; at++) {
    const north = at - stride;
    const bed = zM[at]!;
    const level = bed + depthM[at]!;
    const n = manning[at]!;
    const xEast = x[at + 1]!;
    const yHere = y[at]!;
    const ySouth = y[at + stride]!;
    const xNorthEast = x[north + 1]!;
    const across = yHere + ySouth;

    const crestX = crestWestM === undefined ? -Infinity : crestWestM[at]!;
    const highX = Math.max(bed, bedWest);
    const deepX = Math.max(level, levelWest) - Math.max(crestX, highX);
    let flow = 0;
    if (deepX > DRY_M) {
      const gravity = push * deepX * (level - levelWest);
      flow = theta * xHere + side * (xWest + xEast) - gravity;
      if (flow * gravity > 0) flow = xHere - gravity;
      const mean = 0.25 * (across + acrossWest);
      scratch[0] = deepX;
      bits[0] = 1419967116 - ((bits[0]! * 0.3333333333333333) | 0);
      const guess = scratch[0]!;
      const e = deepX * guess * guess * guess;
      const root = guess * (ROOT_0 + e * (ROOT_1 + e * ROOT_2));
      const square = deepX * deepX;
      const roughness = n + nWest;
      const speed = Math.sqrt(xHere * xHere + mean * mean);
      flow *= square / (square + drag * roughness * roughness * speed * root);
      if (crestX > highX) flow = underCrest(flow, deepX);
    }
    outX[at] = flow;

    const bedNorth = zM[north]!;
    const levelNorth = bedNorth + depthM[north]!;
    const crestY = crestNorthM === undefined ? -Infinity : crestNorthM[at]!;
    const highY = Math.max(bed, bedNorth);
    const deepY = Math.max(level, levelNorth) - Math.max(crestY, highY);
    flow = 0;
    if (deepY > DRY_M) {
      const gravity = push * deepY * (levelNorth - level);
      flow = theta * yHere + side * (ySouth + y[north]!) - gravity;
      if (flow * gravity > 0) flow = yHere - gravity;
      const mean = 0.25 * (xHere + xEast + (xNorth + xNorthEast));
      scratch[1] = deepY;
      bits[1] = 1419967116 - ((bits[1]! * 0.3333333333333333) | 0);
      const guess = scratch[1]!;
      const e = deepY * guess * guess * guess;
      const root = guess * (ROOT_0 + e * (ROOT_1 + e * ROOT_2));
      const square = deepY * deepY;
      const roughness = n + manning[north]!;
      const speed = Math.sqrt(yHere * yHere + mean * mean);
      flow *= square / (square + drag * roughness * roughness * speed * root);
      if (crestY > highY) flow = underCrest(flow, deepY);
    }
    outY[at] = flow;

    bedWest = bed;
    levelWest = level;
    nWest = n;
    xWest = xHere;
    xHere = xEast;
    acrossWest = across;
    xNorth = xNorthEast;
  }
}

/** Not more than the critical flow of a broad crest. */
function underCrest(flow: number, deep: number): number {
  const most = CRITICAL_FLOW * deep * Math.sqrt(deep);
  return Math.max(-most, Math.min(most, flow));
}

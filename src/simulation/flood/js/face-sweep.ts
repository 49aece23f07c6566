// The flows of local inertial through the west and north faces of one row (m²/s), before the limiter; f64 arithmetic on
// f32 rasters. h^(−1/3) by exponent bits and a polynomial of what is near 1: 5e-5 of the friction, and half the time of
// `Math.cbrt`.
import type { PaddedGround } from '../reference/padded-ground.ts';
import { CRITICAL_FLOW, DRY_M, GRAVITY } from '../reference/physics.ts';
import type { FlowPlace, Rasters } from './rasters.ts';

/** h^(−1/3) is a guess times this polynomial of h·guess³. */
const ROOT_0 = 1.5508222742786364;
const ROOT_1 = -0.7669681311594654;
const ROOT_2 = 0.21616388721847068;
// What is imported is fetched and checked at every use, a constant of this file is not.
const dryM = DRY_M;

/** Where two rasters of flows begin, and the columns of each row that may differ from 0. */
export interface Flows extends FlowPlace {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

interface Fixed {
  readonly ground: PaddedGround<Float32Array>;
  readonly rasters: Rasters;
  readonly theta: number;
}

interface Sweep {
  readonly dtS: number;
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** West and north faces of one row in one loop: what the cell to the west loaded is carried along. */
export function sweepFaces(
  { ground, rasters, theta }: Fixed,
  now: Flows,
  next: Flows,
  { dtS, row, from, to }: Sweep,
): void {
  const { stride, cellM, crestWestM, crestNorthM } = ground;
  const { all, bits, zM, manning, depthM } = rasters;
  const hasCrests = crestWestM !== undefined && crestNorthM !== undefined;
  const side = 0.5 * (1 - theta);
  const push = (GRAVITY * dtS) / cellM;
  const drag = 0.25 * GRAVITY * dtS;
  const start = row * stride + from;
  const end = row * stride + to;
  const { x, y } = now;
  const { x: outX, y: outY } = next;
  let bedWest = all[zM + start - 1]!;
  let levelWest = bedWest + all[depthM + start - 1]!;
  let nWest = all[manning + start - 1]!;
  let xWest = all[x + start - 1]!;
  let xHere = all[x + start]!;
  let acrossWest = all[y + start - 1]! + all[y + start - 1 + stride]!;
  let xNorth = all[x + start - stride]!;
  for (let at = start; at <= end; at++) {
    const north = (at - stride) | 0;
    const bed = all[(zM + at) | 0]!;
    const level = bed + all[(depthM + at) | 0]!;
    const n = all[(manning + at) | 0]!;
    const xEast = all[(x + at + 1) | 0]!;
    const yHere = all[(y + at) | 0]!;
    const ySouth = all[(y + at + stride) | 0]!;
    const xNorthEast = all[(x + north + 1) | 0]!;
    const across = yHere + ySouth;

    let highX = bed;
    if (bedWest > bed) highX = bedWest;
    const crestX = hasCrests ? crestWestM[at]! : highX;
    const isCrestX = crestX > highX;
    let topX = level;
    if (levelWest > level) topX = levelWest;
    const deepX = topX - (isCrestX ? crestX : highX);
    let flow = 0;
    if (deepX > dryM) {
      const gravity = push * deepX * (level - levelWest);
      flow = theta * xHere + side * (xWest + xEast) - gravity;
      if (flow * gravity > 0) flow = xHere - gravity;
      const mean = 0.25 * (across + acrossWest);
      all[0] = deepX;
      bits[0] = (1419967116 - ((bits[0]! / 3) | 0)) | 0;
      const guess = all[0]!;
      const e = deepX * guess * (guess * guess);
      const root = guess * (ROOT_0 + e * ROOT_1 + e * e * ROOT_2);
      const square = deepX * deepX;
      const roughness = n + nWest;
      const speed = Math.sqrt(xHere * xHere + mean * mean);
      flow *= square / (square + drag * (roughness * roughness) * speed * root);
      if (isCrestX) flow = underCrest(flow, deepX);
    }
    all[(outX + at) | 0] = flow;

    const bedNorth = all[(zM + north) | 0]!;
    const levelNorth = bedNorth + all[(depthM + north) | 0]!;
    let highY = bed;
    if (bedNorth > bed) highY = bedNorth;
    const crestY = hasCrests ? crestNorthM[at]! : highY;
    const isCrestY = crestY > highY;
    let topY = level;
    if (levelNorth > level) topY = levelNorth;
    const deepY = topY - (isCrestY ? crestY : highY);
    flow = 0;
    if (deepY > dryM) {
      const gravity = push * deepY * (levelNorth - level);
      flow = theta * yHere + side * (ySouth + all[(y + north) | 0]!) - gravity;
      if (flow * gravity > 0) flow = yHere - gravity;
      const mean = 0.25 * (xHere + xEast + (xNorth + xNorthEast));
      all[1] = deepY;
      bits[1] = (1419967116 - ((bits[1]! / 3) | 0)) | 0;
      const guess = all[1]!;
      const e = deepY * guess * (guess * guess);
      const root = guess * (ROOT_0 + e * ROOT_1 + e * e * ROOT_2);
      const square = deepY * deepY;
      const roughness = n + all[(manning + north) | 0]!;
      const speed = Math.sqrt(yHere * yHere + mean * mean);
      flow *= square / (square + drag * (roughness * roughness) * speed * root);
      if (isCrestY) flow = underCrest(flow, deepY);
    }
    all[(outY + at) | 0] = flow;

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

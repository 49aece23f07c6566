// Slopes of cells and fluxes of faces of shallow water along one axis, f32 rasters; formulas of reference/slopes.ts and
// reference/faces.ts, written out for speed. `along` is the padded distance to the next cell (+1 east, −stride north).

import { ghost } from '../reference/faces.ts';
import { type Flux, hllc } from '../reference/hllc.ts';
import type { PaddedGround } from '../reference/padded-ground.ts';
import { CLOSED_BED_M, GRAVITY, THIN_M } from '../reference/physics.ts';
import type { PaddedEdge } from '../reference/scheme.ts';

export interface Axis {
  /** Slopes across a cell: of the level, the bed, the speed along the axis and the one across it. */
  readonly level: Float32Array;
  readonly bed: Float32Array;
  readonly normal: Float32Array;
  readonly across: Float32Array;
  readonly isDropped: Uint8Array;
  /** Fluxes of the west or north face of a cell, as in reference/faces.ts. */
  readonly mass: Float32Array;
  readonly carried: Float32Array;
  readonly beforeFace: Float32Array;
  readonly afterFace: Float32Array;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Water {
  readonly depthM: Float32Array;
  readonly u: Float32Array;
  readonly v: Float32Array;
}

export function createAxis(size: number): Axis {
  const raster = () => new Float32Array(size);
  return {
    ...{ level: raster(), bed: raster(), normal: raster(), across: raster() },
    ...{ mass: raster(), carried: raster(), beforeFace: raster(), afterFace: raster() },
    isDropped: new Uint8Array(size).fill(1),
  };
}

export function findSlopes(
  axis: Axis,
  water: Water,
  zM: Float32Array,
  crests: Float32Array | undefined,
  along: number,
  { from, to }: Range,
): void {
  const { depthM } = water;
  const [normal, across] = along === 1 ? [water.u, water.v] : [water.v, water.u];
  for (let at = from; at <= to; at++) {
    const before = at - along;
    const after = at + along;
    const depth = depthM[at]!;
    const isBeforeDry = depthM[before]! <= THIN_M;
    const isAfterDry = depthM[after]! <= THIN_M;
    axis.level[at] = axis.bed[at] = axis.normal[at] = axis.across[at] = 0;
    axis.isDropped[at] = 1;
    if (depth <= THIN_M || (isBeforeDry && isAfterDry)) continue;
    const z = zM[at]!;
    const zBefore = zM[before]!;
    const zAfter = zM[after]!;
    if (Math.max(zBefore, zAfter) >= CLOSED_BED_M) continue;
    if (crests !== undefined) {
      const behind = crests[along === 1 ? at : before]!;
      const ahead = crests[along === 1 ? after : at]!;
      if (behind > Math.max(z, zBefore) || ahead > Math.max(z, zAfter)) continue;
    }
    axis.isDropped[at] = 0;
    const here = z + depth;
    const levelBefore = here - (zBefore + depthM[before]!);
    const levelAfter = zAfter + depthM[after]! - here;
    const bed = limited(z - zBefore, zAfter - z);
    let level = limited(levelBefore, levelAfter);
    if (isBeforeDry) level = levelAfter;
    if (isAfterDry) level = levelBefore;
    const isShallow = depth < 0.5 * Math.abs(level - bed);
    axis.level[at] = isShallow ? 0 : level;
    axis.bed[at] = isShallow ? Math.max(-2 * depth, Math.min(2 * depth, bed)) : bed;
    if (isBeforeDry || isAfterDry) continue;
    const speed = normal[at]!;
    const drift = across[at]!;
    axis.normal[at] = limited(speed - normal[before]!, normal[after]! - speed);
    axis.across[at] = limited(drift - across[before]!, across[after]! - drift);
  }
}

const limited = (a: number, b: number) => (a * b > 0 ? (2 * a * b) / (a + b) : 0);

const pressure = (depth: number) => 0.5 * GRAVITY * depth * depth;
const flux: Flux = [0, 0, 0];

/** `range` names the cells east or north of nothing: each face is the west or north one of its cell. */
export function findFaces(
  axis: Axis,
  normal: Float32Array,
  across: Float32Array,
  depthM: Float32Array,
  ground: PaddedGround<Float32Array>,
  along: number,
  { from, to }: Range,
): void {
  const { zM } = ground;
  const crests = along === 1 ? ground.crestWestM : ground.crestNorthM;
  for (let face = from; face <= to; face++) {
    const a = along === 1 ? face - 1 : face;
    const b = a + along;
    const bedA = zM[a]! + 0.5 * axis.bed[a]!;
    const bedB = zM[b]! - 0.5 * axis.bed[b]!;
    const depthA = depthM[a]! + 0.5 * (axis.level[a]! - axis.bed[a]!);
    const depthB = depthM[b]! - 0.5 * (axis.level[b]! - axis.bed[b]!);
    const crest = crests === undefined ? -Infinity : crests[face]!;
    const bed = Math.max(bedA, bedB, crest);
    const overA = Math.max(0, bedA + depthA - bed);
    const overB = Math.max(0, bedB + depthB - bed);
    const uA = normal[a]! + 0.5 * axis.normal[a]!;
    const uB = normal[b]! - 0.5 * axis.normal[b]!;
    if (overA <= 0 && overB <= 0) {
      axis.mass[face] = axis.carried[face] = 0;
      const isWall = crest > Math.max(bedA, bedB) || bed >= CLOSED_BED_M / 2;
      axis.beforeFace[face] =
        isWall && depthA > 0 ? hllc(flux, depthA, uA, 0, depthA, -uA, 0)[1] - pressure(depthA) : 0;
      axis.afterFace[face] =
        isWall && depthB > 0 ? hllc(flux, depthB, -uB, 0, depthB, uB, 0)[1] - pressure(depthB) : 0;
      continue;
    }
    const vA = across[a]! + 0.5 * axis.across[a]!;
    const vB = across[b]! - 0.5 * axis.across[b]!;
    hllc(flux, overA, uA, vA, overB, uB, vB);
    axis.mass[face] = flux[0];
    axis.carried[face] = flux[2];
    axis.beforeFace[face] = flux[1] - pressure(overA);
    axis.afterFace[face] = flux[1] - pressure(overB);
  }
}

export function setEdgeFace(
  axis: Axis,
  half: Water,
  ground: PaddedGround<Float32Array>,
  { at, face, isWestEast, inward, kind, value }: PaddedEdge,
): void {
  const crest = (isWestEast ? ground.crestWestM : ground.crestNorthM)?.[face] ?? -Infinity;
  const bed = Math.max(ground.zM[at]!, crest);
  const depth = Math.max(0, ground.zM[at]! + half.depthM[at]! - bed);
  const outward = -inward * (isWestEast ? half.u : half.v)[at]!;
  const along = (isWestEast ? half.v : half.u)[at]!;
  if (kind === 'normal-depth') {
    const speed = depth > 0 ? (depth ** (2 / 3) * Math.sqrt(value)) / ground.manning[at]! : 0;
    flux[0] = depth * speed;
    flux[1] = depth * speed * speed + pressure(depth);
    flux[2] = flux[0] * along;
  } else {
    hllc(flux, depth, outward, along, ...ghost(depth, outward, Math.max(0, value - bed)), along);
  }
  axis.mass[face] = -inward * flux[0];
  axis.carried[face] = -inward * flux[2];
  axis.beforeFace[face] = axis.afterFace[face] = flux[1] - pressure(depth);
}

/** Keeps this share of what flows through a face, and takes the momentum of the rest from both sides. */
export function scaleFace(axis: Axis, face: number, kept: number, donorSpeed: number): void {
  const lost = (1 - kept) * axis.mass[face]! * donorSpeed;
  axis.beforeFace[face] = axis.beforeFace[face]! - lost;
  axis.afterFace[face] = axis.afterFace[face]! - lost;
  axis.mass[face] = axis.mass[face]! * kept;
  axis.carried[face] = axis.carried[face]! * kept;
}

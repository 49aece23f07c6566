// Fluxes through all faces of shallow water (m²/s; momentum in m³/s²) and their outflux limiter. Every face keeps its
// normal momentum twice, less the hydrostatic pressure ½g·h*² of each side (README.md: the well-balanced form).
import { type Flux, hllc } from './hllc.ts';
import type { PaddedGround } from './padded-ground.ts';
import { CLOSED_BED_M, GRAVITY } from './physics.ts';
import type { PaddedEdge } from './scheme.ts';
import type { Slopes, Water } from './slopes.ts';

/** Of the west (x) or north (y) face of each cell; positive east or north. */
export interface FaceFluxes {
  readonly mass: Float64Array;
  /** Normal momentum for the cell west or south of the face, and for the one east or north of it. */
  readonly beforeFace: Float64Array;
  readonly afterFace: Float64Array;
  readonly across: Float64Array;
}

interface Parts {
  readonly ground: PaddedGround<Float64Array>;
  /** Mid-cell values half a step ahead. */
  readonly halfway: Water;
  readonly slopesX: Slopes;
  readonly slopesY: Slopes;
}

const createFluxes = (size: number): FaceFluxes => ({
  ...{ mass: new Float64Array(size), across: new Float64Array(size) },
  ...{ beforeFace: new Float64Array(size), afterFace: new Float64Array(size) },
});

export function createFaces({ ground, halfway, slopesX, slopesY }: Parts) {
  const { width, height, stride, size, cellM, zM, manning } = ground;
  const x = createFluxes(size);
  const y = createFluxes(size);
  const share = new Float64Array(size).fill(1);
  const flux: Flux = [0, 0, 0];
  const pressure = (depth: number) => 0.5 * GRAVITY * depth * depth;

  /** From cell `a` (west or south) to `b` (east or north); `face` keeps the result. */
  function findFace(isX: boolean, a: number, b: number, face: number): void {
    const slopes = isX ? slopesX : slopesY;
    const [normal, across] = isX ? [halfway.u, halfway.v] : [halfway.v, halfway.u];
    const [normalSlope, acrossSlope] = isX ? [slopes.u, slopes.v] : [slopes.v, slopes.u];
    const out = isX ? x : y;
    const crest = (isX ? ground.crestWestM : ground.crestNorthM)?.[face] ?? -Infinity;
    const bedA = zM[a]! + 0.5 * slopes.bed[a]!;
    const bedB = zM[b]! - 0.5 * slopes.bed[b]!;
    const depthA = halfway.depthM[a]! + 0.5 * (slopes.level[a]! - slopes.bed[a]!);
    const depthB = halfway.depthM[b]! - 0.5 * (slopes.level[b]! - slopes.bed[b]!);
    const uA = normal[a]! + 0.5 * normalSlope[a]!;
    const uB = normal[b]! - 0.5 * normalSlope[b]!;
    const bed = Math.max(bedA, bedB, crest);
    const overA = Math.max(0, bedA + depthA - bed);
    const overB = Math.max(0, bedB + depthB - bed);
    out.mass[face] = out.across[face] = 0;
    out.beforeFace[face] = out.afterFace[face] = 0;
    if (overA <= 0 && overB <= 0) {
      const isWall = crest > Math.max(bedA, bedB) || bed >= CLOSED_BED_M / 2;
      if (!isWall) return;
      if (depthA > 0) {
        out.beforeFace[face] = hllc(flux, depthA, uA, 0, depthA, -uA, 0)[1] - pressure(depthA);
      }
      if (depthB > 0) {
        out.afterFace[face] = hllc(flux, depthB, -uB, 0, depthB, uB, 0)[1] - pressure(depthB);
      }
      return;
    }
    const vA = across[a]! + 0.5 * acrossSlope[a]!;
    const vB = across[b]! - 0.5 * acrossSlope[b]!;
    hllc(flux, overA, uA, vA, overB, uB, vB);
    out.mass[face] = flux[0];
    out.across[face] = flux[2];
    out.beforeFace[face] = flux[1] - pressure(overA);
    out.afterFace[face] = flux[1] - pressure(overB);
  }

  function find(edges: readonly PaddedEdge[]): void {
    for (let row = 1; row <= height; row++) {
      const first = row * stride + 1;
      for (let at = first; at <= first + width; at++) findFace(true, at - 1, at, at);
    }
    for (let row = 1; row <= height + 1; row++) {
      const first = row * stride + 1;
      for (let at = first; at < first + width; at++) findFace(false, at, at - stride, at);
    }
    for (const edge of edges) findEdge(edge);
  }

  /** Outside of the face: water that leaves at normal depth, or a ghost at the stage. */
  function findEdge({ at, face, isWestEast, inward, kind, value }: PaddedEdge): void {
    const out = isWestEast ? x : y;
    const crest = (isWestEast ? ground.crestWestM : ground.crestNorthM)?.[face] ?? -Infinity;
    const bed = Math.max(zM[at]!, crest);
    const depth = Math.max(0, zM[at]! + halfway.depthM[at]! - bed);
    const outward = -inward * (isWestEast ? halfway.u : halfway.v)[at]!;
    const along = (isWestEast ? halfway.v : halfway.u)[at]!;
    if (kind === 'normal-depth') {
      const speed = depth > 0 ? (depth ** (2 / 3) * Math.sqrt(value)) / manning[at]! : 0;
      flux[0] = depth * speed;
      flux[1] = depth * speed * speed + pressure(depth);
      flux[2] = flux[0] * along;
    } else {
      hllc(flux, depth, outward, along, ...ghost(depth, outward, Math.max(0, value - bed)), along);
    }
    const own = flux[1] - pressure(depth);
    out.mass[face] = -inward * flux[0];
    out.across[face] = -inward * flux[2];
    out.beforeFace[face] = out.afterFace[face] = own;
  }

  /** Scales the outflow of a cell to what is in it, and what momentum goes with it. */
  function limit(depthM: Float64Array, dtS: number): void {
    for (let row = 1; row <= height; row++) {
      for (let at = row * stride + 1; at <= row * stride + width; at++) {
        const outX = Math.max(0, -x.mass[at]!) + Math.max(0, x.mass[at + 1]!);
        const outY = Math.max(0, y.mass[at]!) + Math.max(0, -y.mass[at + stride]!);
        const leaves = dtS * (outX + outY);
        const holds = Math.max(0, depthM[at]!) * cellM;
        share[at] = leaves > holds ? holds / leaves : 1;
      }
    }
    for (let at = stride; at < size; at++) {
      if (x.mass[at] !== 0) scaleFace(x, at, x.mass[at]! > 0 ? at - 1 : at, halfway.u);
      if (y.mass[at] !== 0) scaleFace(y, at, y.mass[at]! > 0 ? at : at - stride, halfway.v);
    }
  }

  function scaleFace(fluxes: FaceFluxes, face: number, donor: number, normal: Float64Array): void {
    const kept = share[donor]!;
    if (kept === 1) return;
    const lost = (1 - kept) * fluxes.mass[face]! * normal[donor]!;
    fluxes.beforeFace[face] = fluxes.beforeFace[face]! - lost;
    fluxes.afterFace[face] = fluxes.afterFace[face]! - lost;
    fluxes.mass[face] = fluxes.mass[face]! * kept;
    fluxes.across[face] = fluxes.across[face]! * kept;
  }

  return { x, y, find, limit };
}

/** Depth and outward speed beyond a stage edge, by the Riemann invariant that leaves the grid. */
export function ghost(
  depth: number,
  outward: number,
  ghostDepth: number,
): readonly [number, number] {
  const own = Math.sqrt(GRAVITY * depth);
  if (depth > 0 && outward > own) return [depth, outward];
  if (ghostDepth <= 0) return [0, 0];
  const wave = Math.sqrt(GRAVITY * ghostDepth);
  return [ghostDepth, Math.max(-wave, outward + 2 * (own - wave))];
}

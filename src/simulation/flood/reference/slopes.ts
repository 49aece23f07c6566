// Limited slopes of level, velocity and bed in each cell (change across the cell), for the second order of shallow
// water. Van Leer's limiter; one-sided beside dry cells, none beside walls and edges (README.md).
import type { PaddedGround } from './padded-ground.ts';
import { CLOSED_BED_M, THIN_M } from './physics.ts';

/** Slopes along one direction, padded rasters. */
export interface Slopes {
  readonly level: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly bed: Float64Array;
  /** 1 where they were dropped. */
  readonly isDropped: Uint8Array;
}

export const createSlopes = (size: number): Slopes => ({
  ...{ level: new Float64Array(size), u: new Float64Array(size), v: new Float64Array(size) },
  ...{ bed: new Float64Array(size), isDropped: new Uint8Array(size).fill(1) },
});

export interface Water {
  readonly depthM: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
}

/** `along`: padded distance to the neighbour towards which the slope counts (+1 east, −stride north). */
export function findSlopes(
  slopes: Slopes,
  water: Water,
  ground: PaddedGround<Float64Array>,
  along: number,
): void {
  const { width, height, stride, zM } = ground;
  const { depthM, u, v } = water;
  const crests = along === 1 ? ground.crestWestM : ground.crestNorthM;
  for (let row = 1; row <= height; row++) {
    for (let at = row * stride + 1; at <= row * stride + width; at++) {
      const before = at - along;
      const after = at + along;
      const isBeforeDry = depthM[before]! <= THIN_M;
      const isAfterDry = depthM[after]! <= THIN_M;
      const isFirstOrder =
        depthM[at]! <= THIN_M ||
        (isBeforeDry && isAfterDry) ||
        Math.max(zM[before]!, zM[after]!) >= CLOSED_BED_M ||
        (crests !== undefined && hasWall(crests, zM, at, along));
      slopes.isDropped[at] = isFirstOrder ? 1 : 0;
      slopes.u[at] = slopes.v[at] = slopes.level[at] = slopes.bed[at] = 0;
      if (isFirstOrder) continue;
      const here = zM[at]! + depthM[at]!;
      const levelBefore = here - (zM[before]! + depthM[before]!);
      const levelAfter = zM[after]! + depthM[after]! - here;
      const bed = limited(zM[at]! - zM[before]!, zM[after]! - zM[at]!);
      const level = isBeforeDry
        ? levelAfter
        : isAfterDry
          ? levelBefore
          : limited(levelBefore, levelAfter);
      const isShallow = depthM[at]! < 0.5 * Math.abs(level - bed);
      const most = 2 * depthM[at]!;
      slopes.level[at] = isShallow ? 0 : level;
      slopes.bed[at] = isShallow ? Math.max(-most, Math.min(most, bed)) : bed;
      if (isBeforeDry || isAfterDry) continue;
      slopes.u[at] = limited(u[at]! - u[before]!, u[after]! - u[at]!);
      slopes.v[at] = limited(v[at]! - v[before]!, v[after]! - v[at]!);
    }
  }
}

function hasWall(crests: Float64Array, zM: Float64Array, at: number, along: number): boolean {
  const behind = along === 1 ? at : at - along;
  const ahead = along === 1 ? at + 1 : at;
  return (
    crests[behind]! > Math.max(zM[at]!, zM[at - along]!) ||
    crests[ahead]! > Math.max(zM[at]!, zM[at + along]!)
  );
}

const limited = (a: number, b: number) => (a * b > 0 ? (2 * a * b) / (a + b) : 0);

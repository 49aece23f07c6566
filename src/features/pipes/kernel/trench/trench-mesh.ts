// Soil of a trench as triangles: vertical walls from the ground down, and a floor. East, north, up in m.

import { type Corridor, corridorAlong } from './corridor.ts';

/** Corners of six floats: east, north, up, way along the wall, depth below the ground, 1 on the floor. */
export const SOIL_FLOATS = 6;

export interface TrenchMesh {
  readonly corners: Float32Array;
  readonly indices: Uint32Array;
  /** Around the hole, east and north in turn. */
  readonly outline: Float64Array;
  /** Where a mark of depth stands: east, north, up, depth in m, in turn. */
  readonly marks: Float64Array;
  readonly deepestM: number;
}

export interface TrenchOptions {
  readonly halfWidthM: number;
  /** Bottom of what lies in it, below its axis. */
  readonly radiusM: number;
  /** Height of the ground at east, north. */
  readonly groundAt: (eastM: number, northM: number) => number;
}

/** Free space below what is laid bare, and the least depth of a trench, m. */
const BELOW_M = 0.35;
const LEAST_DEPTH_M = 0.8;
/** Marks along a wall, m; how far in front of it they stand. */
const MARK_STEP_M = 14;
const MARK_OFF = 0.85;
/** Walls stand out of the ground by this, so that no gap shows where the ground is coarse, m. */
const KERB_M = 0.04;

/** `axis`: at least two points east, north, up. */
export function trenchAlong(axis: Float64Array, options: TrenchOptions): TrenchMesh {
  const count = axis.length / 3;
  const plane = new Float64Array(2 * count);
  for (let at = 0; at < count; at++) plane.set(axis.subarray(3 * at, 3 * at + 2), 2 * at);
  const corridor = corridorAlong(plane, options.halfWidthM);
  const outline = outlineOf(corridor);
  const floors = Float64Array.from({ length: count }, (_, at) => {
    const x = plane[2 * at]!;
    const y = plane[2 * at + 1]!;
    const wanted = axis[3 * at + 2]! - options.radiusM - BELOW_M;
    return Math.min(wanted, options.groundAt(x, y) - LEAST_DEPTH_M);
  });
  const builder = new SoilBuilder(outline.length / 2, count);
  const deepestM = builder.addWalls(outline, floors, options.groundAt);
  builder.addFloor(corridor, floors);
  const marks = marksOf(plane, corridor, floors, options.groundAt);
  return { corners: builder.corners, indices: builder.indices, outline, marks, deepestM };
}

/** Left edge forward, right edge back: counter-clockwise seen from above where the left is the left. */
function outlineOf({ left, right }: Corridor): Float64Array {
  const count = left.length / 2;
  const outline = new Float64Array(4 * count);
  for (let at = 0; at < count; at++) {
    outline.set(right.subarray(2 * at, 2 * at + 2), 2 * at);
    outline.set(left.subarray(2 * at, 2 * at + 2), 2 * (2 * count - 1 - at));
  }
  return outline;
}

class SoilBuilder {
  readonly corners: Float32Array;
  readonly indices: Uint32Array;
  #corner = 0;
  #index = 0;

  constructor(around: number, along: number) {
    this.corners = new Float32Array((2 * (around + 1) + 2 * along) * SOIL_FLOATS);
    this.indices = new Uint32Array((around + along - 1) * 6);
  }

  /** Seen from inside; returns the greatest depth. */
  addWalls(
    outline: Float64Array,
    floors: Float64Array,
    groundAt: TrenchOptions['groundAt'],
  ): number {
    const around = outline.length / 2;
    let way = 0;
    let deepest = 0;
    for (let corner = 0; corner <= around; corner++) {
      const at = 2 * (corner % around);
      const [x, y] = [outline[at]!, outline[at + 1]!];
      if (corner > 0) way += Math.hypot(x - outline[2 * corner - 2]!, y - outline[2 * corner - 1]!);
      const point =
        corner % around < floors.length ? corner % around : around - 1 - (corner % around);
      const top = groundAt(x, y);
      const bottom = Math.min(top, floors[point]!);
      deepest = Math.max(deepest, top - bottom);
      const first = this.#add(x, y, top + KERB_M, way, 0, 0);
      this.#add(x, y, bottom, way, top - bottom, 0);
      if (corner > 0) this.#quad(first, first + 1, first - 2, first - 1);
    }
    return deepest;
  }

  addFloor({ left, right }: Corridor, floors: Float64Array): void {
    for (let at = 0; at < floors.length; at++) {
      const first = this.#add(left[2 * at]!, left[2 * at + 1]!, floors[at]!, at, 0, 1);
      this.#add(right[2 * at]!, right[2 * at + 1]!, floors[at]!, at, 1, 1);
      if (at > 0) this.#quad(first - 2, first - 1, first, first + 1);
    }
  }

  #add(x: number, y: number, z: number, way: number, depth: number, isFloor: number): number {
    this.corners.set([x, y, z, way, depth, isFloor], this.#corner * SOIL_FLOATS);
    return this.#corner++;
  }

  #quad(a: number, b: number, c: number, d: number): void {
    this.indices.set([a, b, c, c, b, d], this.#index);
    this.#index += 6;
  }
}

/** At whole metres on both walls, every so often. */
function marksOf(
  plane: Float64Array,
  { left, right }: Corridor,
  floors: Float64Array,
  groundAt: TrenchOptions['groundAt'],
): Float64Array {
  const marks: number[] = [];
  let since = MARK_STEP_M * 0.75;
  for (let at = 0; at < floors.length; at++) {
    const [x, y] = [plane[2 * at]!, plane[2 * at + 1]!];
    if (at > 0) since += Math.hypot(x - plane[2 * at - 2]!, y - plane[2 * at - 1]!);
    if (since < MARK_STEP_M) continue;
    since = 0;
    for (const edge of [left, right]) {
      const [ex, ey] = [edge[2 * at]!, edge[2 * at + 1]!];
      const top = groundAt(ex, ey);
      for (let depth = 1; depth < top - floors[at]!; depth++) {
        marks.push(x + (ex - x) * MARK_OFF, y + (ey - y) * MARK_OFF, top - depth, depth);
      }
    }
  }
  return Float64Array.from(marks);
}

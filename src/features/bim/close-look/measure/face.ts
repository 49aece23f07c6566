// The flat face of an element that a triangle belongs to: everything beside it in the same plane.

import {
  cornerAt,
  cross,
  dot,
  lengthOf,
  minus,
  plus,
  times,
  unit,
  type Vector,
} from '../vector.ts';

export interface Face {
  readonly areaM2: number;
  /** Length of its outline, holes included. */
  readonly perimeterM: number;
  readonly outline: readonly (readonly [Vector, Vector])[];
  readonly normal: Vector;
  /** Middle by area; of a ring it lies in the hole. */
  readonly centre: Vector;
}

/** Tiles store steps of 1 mm: planes may be off by as much, and normals of small triangles by more. */
const FLAT = Math.cos((1.5 * Math.PI) / 180);
const OFF_M = 2e-3;
const WELD_PER_M = 1000;

/** `triangles`: numbers of the element's triangles, `start` among them. */
export function faceAround(
  positions: ArrayLike<number>,
  indices: ArrayLike<number>,
  triangles: readonly number[],
  start: number,
): Face {
  const shapes = new Map(triangles.map((number) => [number, toShape(positions, indices, number)]));
  const first = shapes.get(start) ?? toShape(positions, indices, start);
  const neighbours = linkByEdge(shapes);
  const normal = unit(first.area);
  const origin = first.corners[0];
  const isIn = ({ area, corners }: Shape) =>
    dot(unit(area), normal) > FLAT &&
    corners.every((corner) => Math.abs(dot(minus(corner, origin), normal)) < OFF_M);
  const found = new Set<number>([start]);
  const waiting = [start];
  for (const number of waiting) {
    for (const key of (shapes.get(number) ?? first).keys) {
      for (const other of neighbours.get(key) ?? []) {
        const shape = shapes.get(other);
        if (found.has(other) || !shape || !isIn(shape)) continue;
        found.add(other);
        waiting.push(other);
      }
    }
  }
  return measure(
    [...found].map((number) => shapes.get(number) ?? first),
    normal,
  );
}

interface Shape {
  readonly corners: readonly [Vector, Vector, Vector];
  /** Normal, as long as the triangle is large (m²). */
  readonly area: Vector;
  /** Of its sides: equal for the same two places. */
  readonly keys: readonly string[];
}

function toShape(positions: ArrayLike<number>, indices: ArrayLike<number>, number: number): Shape {
  const corner = (at: number) => cornerAt(positions, indices[3 * number + at]!);
  const corners = [corner(0), corner(1), corner(2)] as const;
  const places = corners.map((one) => one.map((value) => Math.round(value * WELD_PER_M)).join());
  const key = (at: number) => [places[at]!, places[(at + 1) % 3]!].sort().join('|');
  const area = times(cross(minus(corners[1], corners[0]), minus(corners[2], corners[0])), 0.5);
  return { corners, area, keys: [key(0), key(1), key(2)] };
}

function linkByEdge(shapes: ReadonlyMap<number, Shape>): Map<string, number[]> {
  const neighbours = new Map<string, number[]>();
  for (const [number, { keys, area }] of shapes) {
    if (lengthOf(area) === 0) continue;
    for (const key of keys) {
      const known = neighbours.get(key);
      if (known) known.push(number);
      else neighbours.set(key, [number]);
    }
  }
  return neighbours;
}

function measure(shapes: readonly Shape[], normal: Vector): Face {
  const passes = new Map<string, number>();
  for (const { keys } of shapes)
    for (const key of keys) passes.set(key, (passes.get(key) ?? 0) + 1);
  const outline: (readonly [Vector, Vector])[] = [];
  let areaM2 = 0;
  let centre: Vector = [0, 0, 0];
  for (const { corners, area, keys } of shapes) {
    const own = lengthOf(area);
    areaM2 += own;
    centre = plus(centre, times(plus(plus(corners[0], corners[1]), corners[2]), own / 3));
    for (const [side, key] of keys.entries()) {
      if (passes.get(key) === 1) outline.push([corners[side]!, corners[(side + 1) % 3]!]);
    }
  }
  return {
    areaM2,
    perimeterM: outline.reduce((sum, [from, to]) => sum + lengthOf(minus(to, from)), 0),
    outline,
    normal,
    centre: areaM2 > 0 ? times(centre, 1 / areaM2) : (shapes[0]?.corners[0] ?? [0, 0, 0]),
  };
}

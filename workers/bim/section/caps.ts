// The surfaces that appear where planes cut a model: one for each placed shape, with the element it belongs to.

import type { SectionCaps, SectionRequest } from '#features/bim/contract/section.ts';
import { axesOf } from '#features/bim/kernel/section-handles.ts';
import type { TileContent, TileShape } from '../mesh/tile-content.ts';
import { fillOutlines } from './fill-outlines.ts';
import { type Plane, sliceShape } from './slice-shape.ts';

export interface CapOptions extends Pick<SectionRequest, 'planes'> {
  /** How far an element is lifted along the model's z axis, m. */
  readonly liftOf: (element: number) => number;
  /** Elements that are cut. */
  readonly has: (element: number) => boolean;
}

/** Caps lie this far on the side that is taken away, so that faces in the plane itself don't shine through, m. */
const OFFSET_M = 5e-4;

export function findCaps(
  contents: readonly TileContent[],
  options: CapOptions,
): Omit<SectionCaps, 'globalIds'> {
  const caps = new CapList();
  for (const [at, plane] of options.planes.entries()) {
    const others = options.planes.filter((_, other) => other !== at);
    const axes = axesOf(plane.normal);
    for (const content of contents) {
      for (const [row, element] of content.element.entries()) {
        const shape = content.shapes[content.shape[row]!];
        if (!shape || !options.has(element)) continue;
        const lift = options.liftOf(element);
        const matrix = content.matrix.subarray(16 * row, 16 * row + 16);
        const local = toLocal(plane, matrix, lift);
        if (!isCutBy(shape, local)) continue;
        const outlines = sliceShape(shape, local);
        const [first] = outlines;
        if (!first) continue;
        const flat = outlines.map(({ points }) => flatten(points, matrix, lift, axes));
        const corner = shape.indices[3 * first.triangle]!;
        const rgba = shape.rgba.subarray(4 * corner, 4 * corner + 4);
        for (const { points, indices } of fillOutlines(flat)) {
          for (let index = 0; index < indices.length; index += 3) {
            const triangle = [0, 1, 2].map((which) => {
              const point = indices[index + which]!;
              return [points[2 * point]!, points[2 * point + 1]!] as const;
            });
            const kept = clip(triangle, plane, axes, others);
            if (kept.length >= 3) caps.add(kept, plane, axes, element, rgba);
          }
        }
      }
    }
  }
  return caps.finish();
}

type Vector = readonly [number, number, number];
type Axes = readonly [u: Vector, v: Vector];

/** The plane in the frame of a shape that stands by `m` and is lifted. */
function toLocal({ normal, distanceM }: Plane, m: ArrayLike<number>, lift: number): Plane {
  const [x, y, z] = normal;
  const along = (column: number) =>
    x * m[4 * column]! + y * m[4 * column + 1]! + z * m[4 * column + 2]!;
  return {
    normal: [along(0), along(1), along(2)],
    distanceM: distanceM - along(3) - z * lift,
  };
}

const spheres = new WeakMap<TileShape, readonly number[]>();

/** By the sphere around the shape: most of the instances of one are nowhere near. */
function isCutBy(shape: TileShape, { normal: [x, y, z], distanceM }: Plane): boolean {
  let sphere = spheres.get(shape);
  if (!sphere) {
    sphere = sphereAround(shape.positions);
    spheres.set(shape, sphere);
  }
  const [cx = 0, cy = 0, cz = 0, radius = 0] = sphere;
  const distance = x * cx + y * cy + z * cz - distanceM;
  return Math.abs(distance) <= radius * Math.hypot(x, y, z);
}

function sphereAround(positions: Float32Array): readonly number[] {
  const middle = [0, 1, 2].map((axis) => {
    let [low, high] = [Infinity, -Infinity];
    for (let at = axis; at < positions.length; at += 3) {
      low = Math.min(low, positions[at]!);
      high = Math.max(high, positions[at]!);
    }
    return (low + high) / 2;
  });
  const [x = 0, y = 0, z = 0] = middle;
  let radius = 0;
  for (let at = 0; at < positions.length; at += 3) {
    radius = Math.max(
      radius,
      Math.hypot(positions[at]! - x, positions[at + 1]! - y, positions[at + 2]! - z),
    );
  }
  return [x, y, z, radius];
}

function flatten(points: Float64Array, m: ArrayLike<number>, lift: number, [u, v]: Axes) {
  const flat = new Float64Array((points.length / 3) * 2);
  for (let from = 0, to = 0; from < points.length; from += 3, to += 2) {
    const [x, y, z] = [points[from]!, points[from + 1]!, points[from + 2]!];
    const row = (at: number) => m[at]! * x + m[4 + at]! * y + m[8 + at]! * z + m[12 + at]!;
    const [px, py, pz] = [row(0), row(1), row(2) + lift];
    flat[to] = px * u[0] + py * u[1] + pz * u[2];
    flat[to + 1] = px * v[0] + py * v[1] + pz * v[2];
  }
  return flat;
}

const toSpace = (
  [a, b]: readonly [number, number],
  { normal, distanceM }: Plane,
  [u, v]: Axes,
  offset = 0,
): Vector => {
  const along = (axis: 0 | 1 | 2) =>
    normal[axis] * (distanceM + offset) + a * u[axis] + b * v[axis];
  return [along(0), along(1), along(2)];
};

/** What of a convex polygon the other planes leave (Sutherland and Hodgman 1974). */
function clip(
  polygon: readonly (readonly [number, number])[],
  plane: Plane,
  axes: Axes,
  others: readonly Plane[],
): readonly (readonly [number, number])[] {
  let kept = polygon;
  for (const { normal, distanceM } of others) {
    const depthOf = (point: readonly [number, number]) => {
      const [x, y, z] = toSpace(point, plane, axes);
      return normal[0] * x + normal[1] * y + normal[2] * z - distanceM;
    };
    const next: (readonly [number, number])[] = [];
    for (const [at, point] of kept.entries()) {
      const before = kept.at(at - 1)!;
      const [from, to] = [depthOf(before), depthOf(point)];
      if (from <= 0 !== to <= 0) {
        const share = from / (from - to);
        next.push([
          before[0] + (point[0] - before[0]) * share,
          before[1] + (point[1] - before[1]) * share,
        ]);
      }
      if (to <= 0) next.push(point);
    }
    kept = next;
    if (kept.length === 0) break;
  }
  return kept;
}

class CapList {
  readonly #positions: number[] = [];
  readonly #hatch: number[] = [];
  readonly #indices: number[] = [];
  readonly #elements: number[] = [];
  readonly #rgba: number[] = [];

  add(
    polygon: readonly (readonly [number, number])[],
    plane: Plane,
    axes: Axes,
    element: number,
    rgba: ArrayLike<number>,
  ): void {
    const first = this.#elements.length;
    for (const point of polygon) {
      this.#positions.push(...toSpace(point, plane, axes, OFFSET_M));
      this.#hatch.push(point[0], point[1]);
      this.#elements.push(element);
      this.#rgba.push(rgba[0]!, rgba[1]!, rgba[2]!, 255);
    }
    for (let at = 2; at < polygon.length; at++)
      this.#indices.push(first, first + at - 1, first + at);
  }

  finish(): Omit<SectionCaps, 'globalIds'> {
    return {
      positions: Float32Array.from(this.#positions),
      hatch: Float32Array.from(this.#hatch),
      indices: Uint32Array.from(this.#indices),
      elements: Uint32Array.from(this.#elements),
      rgba: Uint8Array.from(this.#rgba),
    };
  }
}

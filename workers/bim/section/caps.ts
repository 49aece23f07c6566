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
    const cut: Cut = {
      plane,
      axes: axesOf(plane.normal),
      others: options.planes.filter((_, other) => other !== at),
    };
    for (const content of contents) {
      for (let row = 0; row < content.element.length; row++) {
        if (options.has(content.element[row]!)) addCaps(caps, content, row, cut, options);
      }
    }
  }
  return caps.finish();
}

interface Cut {
  readonly plane: Plane;
  readonly axes: Axes;
  readonly others: readonly Plane[];
}

function addCaps(
  caps: CapList,
  content: TileContent,
  row: number,
  { plane, axes, others }: Cut,
  { liftOf }: CapOptions,
): void {
  const shape = content.shapes[content.shape[row]!];
  if (!shape) return;
  const element = content.element[row]!;
  const lift = liftOf(element);
  const matrix = content.matrix.subarray(16 * row, 16 * row + 16);
  const local = toLocal(plane, matrix, lift);
  if (sideOf(shape, local) !== 0) return;
  // Most planes of a box are nowhere near: what they leave whole, or take away altogether, is not cut by them.
  const sides = others.map((other) => sideOf(shape, toLocal(other, matrix, lift)));
  if (sides.includes(1)) return;
  const near = others.filter((_, at) => sides[at] === 0);
  const outlines = sliceShape(shape, local);
  const [first] = outlines;
  if (!first) return;
  const flat = outlines.map(({ points }) => flatten(points, matrix, lift, axes));
  const corner = shape.indices[3 * first.triangle]!;
  const rgba = shape.rgba.subarray(4 * corner, 4 * corner + 4);
  for (const { points, indices } of fillOutlines(flat)) {
    for (let index = 0; index < indices.length; index += 3) {
      let polygon: readonly Point[] = [
        pointAt(points, indices[index]!),
        pointAt(points, indices[index + 1]!),
        pointAt(points, indices[index + 2]!),
      ];
      for (const other of near) polygon = clip(polygon, plane, axes, other);
      if (polygon.length >= 3) caps.add(polygon, plane, axes, element, rgba);
    }
  }
}

type Point = readonly [number, number];
const pointAt = (points: Float64Array, at: number): Point => [points[2 * at]!, points[2 * at + 1]!];

type Vector = readonly [number, number, number];
type Axes = readonly [u: Vector, v: Vector];

/** The plane in the frame of a shape that stands by `m` and is lifted. */
function toLocal({ normal, distanceM }: Plane, m: ArrayLike<number>, lift: number): Plane {
  const [x, y, z] = normal;
  return {
    normal: [
      x * m[0]! + y * m[1]! + z * m[2]!,
      x * m[4]! + y * m[5]! + z * m[6]!,
      x * m[8]! + y * m[9]! + z * m[10]!,
    ],
    distanceM: distanceM - (x * m[12]! + y * m[13]! + z * m[14]!) - z * lift,
  };
}

const spheres = new WeakMap<TileShape, readonly number[]>();

/** Of the sphere around the shape: 1 all of it on the side that is taken away, −1 on the other, 0 the plane may cut it. */
function sideOf(shape: TileShape, { normal: [x, y, z], distanceM }: Plane): -1 | 0 | 1 {
  let sphere = spheres.get(shape);
  if (!sphere) {
    sphere = sphereAround(shape.positions);
    spheres.set(shape, sphere);
  }
  const distance = x * sphere[0]! + y * sphere[1]! + z * sphere[2]! - distanceM;
  const reach = sphere[3]! * Math.hypot(x, y, z);
  return distance > reach ? 1 : distance < -reach ? -1 : 0;
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
    const px = m[0]! * x + m[4]! * y + m[8]! * z + m[12]!;
    const py = m[1]! * x + m[5]! * y + m[9]! * z + m[13]!;
    const pz = m[2]! * x + m[6]! * y + m[10]! * z + m[14]! + lift;
    flat[to] = px * u[0] + py * u[1] + pz * u[2];
    flat[to + 1] = px * v[0] + py * v[1] + pz * v[2];
  }
  return flat;
}

function toSpace([a, b]: Point, { normal, distanceM }: Plane, [u, v]: Axes, offset = 0): Vector {
  const off = distanceM + offset;
  return [
    normal[0] * off + a * u[0] + b * v[0],
    normal[1] * off + a * u[1] + b * v[1],
    normal[2] * off + a * u[2] + b * v[2],
  ];
}

/** What of a convex polygon another plane leaves (Sutherland and Hodgman 1974). */
function clip(polygon: readonly Point[], plane: Plane, axes: Axes, other: Plane): readonly Point[] {
  const kept: Point[] = [];
  let before = polygon.at(-1);
  if (!before) return polygon;
  let from = depthOf(before, plane, axes, other);
  for (const point of polygon) {
    const to = depthOf(point, plane, axes, other);
    if (from <= 0 !== to <= 0) {
      const share = from / (from - to);
      kept.push([
        before[0] + (point[0] - before[0]) * share,
        before[1] + (point[1] - before[1]) * share,
      ]);
    }
    if (to <= 0) kept.push(point);
    before = point;
    from = to;
  }
  return kept;
}

/** How far a point of a plane lies on the side that another takes away. */
function depthOf(point: Point, plane: Plane, axes: Axes, { normal, distanceM }: Plane): number {
  const [x, y, z] = toSpace(point, plane, axes);
  return normal[0] * x + normal[1] * y + normal[2] * z - distanceM;
}

class CapList {
  readonly #positions: number[] = [];
  readonly #hatch: number[] = [];
  readonly #indices: number[] = [];
  readonly #elements: number[] = [];
  readonly #rgba: number[] = [];

  add(
    polygon: readonly Point[],
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

// A shape cut by a plane: the outlines of what it is made of there. Where two triangles share an edge both cut it
// in the same point, so that a closed shape gives closed outlines whatever the rounding.

import { weldCorners } from '../mesh/weld.ts';

/** n · p = distance; what lies on the side of the normal is taken away. */
export interface Plane {
  readonly normal: readonly [number, number, number];
  readonly distanceM: number;
}

export interface SlicedShape {
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
}

/** Closed outlines, x, y, z (m) a point in the shape's frame, and the triangle each began with. */
export interface Outline {
  readonly points: Float64Array;
  readonly triangle: number;
}

/** Corners nearer than this are one: tiles are written in steps of a millimetre. */
const WELD_M = 2e-4;
/** Gaps that are closed where triangles meet in a T, or an edge has more than two. */
const GAP_M = 0.005;

const weldings = new WeakMap<SlicedShape, Uint32Array>();

function weldingOf(shape: SlicedShape): Uint32Array {
  const known = weldings.get(shape);
  if (known) return known;
  const made = weldCorners(shape.positions, WELD_M);
  weldings.set(shape, made);
  return made;
}

export function sliceShape(shape: SlicedShape, plane: Plane): Outline[] {
  const { positions, indices } = shape;
  const distances = distancesTo(positions, plane);
  if (!distances) return [];
  const corners = weldingOf(shape);
  const segments = new Segments();
  const count = positions.length / 3;
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [
      corners[indices[at]!]!,
      corners[indices[at + 1]!]!,
      corners[indices[at + 2]!]!,
    ];
    if (a === b || b === c || c === a) continue;
    const [isA, isB, isC] = [distances[a]! >= 0, distances[b]! >= 0, distances[c]! >= 0];
    if (isA === isB && isB === isC) continue;
    // The one corner that is alone on its side, with the others after it in order.
    const [alone, next, last] = isB === isC ? [a, b, c] : isA === isC ? [b, c, a] : [c, a, b];
    const out = edgeOf(alone, next, count);
    const back = edgeOf(last, alone, count);
    // From where the outline goes up through the plane to where it comes down: neighbours agree.
    if (distances[alone]! >= 0) segments.add(back, out, at / 3);
    else segments.add(out, back, at / 3);
  }
  return segments.chain((edge) => crossing(edge, count, positions, distances));
}

/** Undefined where the shape lies on one side. */
function distancesTo(positions: Float32Array, { normal, distanceM }: Plane) {
  const [x, y, z] = normal;
  const distances = new Float64Array(positions.length / 3);
  let [isAbove, isBelow] = [false, false];
  for (let corner = 0; corner < distances.length; corner++) {
    const at = 3 * corner;
    const distance =
      x * positions[at]! + y * positions[at + 1]! + z * positions[at + 2]! - distanceM;
    distances[corner] = distance;
    if (distance >= 0) isAbove = true;
    else isBelow = true;
  }
  return isAbove && isBelow ? distances : undefined;
}

const edgeOf = (a: number, b: number, count: number) => (a < b ? a * count + b : b * count + a);

/** Where an edge meets the plane; from its lower corner, so that both its triangles get the same bits. */
function crossing(
  edge: number,
  count: number,
  positions: Float32Array,
  distances: Float64Array,
): readonly [number, number, number] {
  const low = Math.floor(edge / count);
  const high = edge - low * count;
  const share = distances[low]! / (distances[low]! - distances[high]!);
  const along = (axis: number) => {
    const from = positions[3 * low + axis]!;
    return from + (positions[3 * high + axis]! - from) * share;
  };
  return [along(0), along(1), along(2)];
}

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly triangle: number;
}

class Segments {
  readonly #from = new Map<number, Segment[]>();

  add(from: number, to: number, triangle: number): void {
    const segment = { from, to, triangle };
    const known = this.#from.get(from);
    if (known) known.push(segment);
    else this.#from.set(from, [segment]);
  }

  /** Follows each segment by one that begins where it ends, until the outline is closed or ends. */
  chain(pointOf: (edge: number) => readonly [number, number, number]): Outline[] {
    const closed: Outline[] = [];
    const open: Chain[] = [];
    for (;;) {
      const first = this.#takeAny();
      if (!first) break;
      const edges = [first.from];
      let end = first.to;
      while (end !== first.from) {
        edges.push(end);
        const next = this.#take(end);
        if (!next) break;
        end = next.to;
      }
      const points = edges.map(pointOf);
      if (end === first.from) closed.push(toOutline(points, first.triangle));
      else open.push({ points, triangle: first.triangle });
    }
    return [...closed, ...closeGaps(open)];
  }

  #take(from: number): Segment | undefined {
    const segments = this.#from.get(from);
    const segment = segments?.pop();
    if (segments?.length === 0) this.#from.delete(from);
    return segment;
  }

  #takeAny(): Segment | undefined {
    const from = this.#from.keys().next();
    return from.done ? undefined : this.#take(from.value);
  }
}

interface Chain {
  readonly points: (readonly [number, number, number])[];
  readonly triangle: number;
}

/** Joins ends that lie side by side; what still has ends is the rim of an open surface and encloses nothing. */
function closeGaps(chains: Chain[]): Outline[] {
  const outlines: Outline[] = [];
  const waiting = [...chains];
  for (;;) {
    const chain = waiting.pop();
    if (!chain) return outlines;
    for (;;) {
      const end = chain.points.at(-1)!;
      const isClosed = isNear(end, chain.points[0]!);
      const next = isClosed ? -1 : waiting.findIndex(({ points }) => isNear(points[0]!, end));
      if (isClosed) outlines.push(toOutline(chain.points.slice(0, -1), chain.triangle));
      if (next < 0) break;
      chain.points.push(...waiting.splice(next, 1)[0]!.points.slice(1));
    }
  }
}

const isNear = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!) <= GAP_M;

const toOutline = (
  points: readonly (readonly [number, number, number])[],
  triangle: number,
): Outline => ({ points: Float64Array.from(points.flat()), triangle });

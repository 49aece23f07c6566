// The edges of a trench along a line in the plane: parallel to it, mitred where it bends.

/** Sharper bends are cut off at this many half widths. */
const LONGEST_MITRE = 2;

export interface Corridor {
  /** East and north (m) of each point's left and right edge. */
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** Edges at `halfWidthM` beside the points (east, north: two numbers each; at least two, no two alike in a row). */
export function corridorAlong(points: Float64Array, halfWidthM: number): Corridor {
  const count = points.length / 2;
  const left = new Float64Array(2 * count);
  const right = new Float64Array(2 * count);
  for (let at = 0; at < count; at++) {
    const [inX, inY] = directionOf(points, Math.max(0, at - 1));
    const [outX, outY] = directionOf(points, Math.min(count - 2, at));
    const length = Math.hypot(inX + outX, inY + outY);
    // Back on itself: no mitre reaches round, so it ends there.
    const [x, y] = length < 1e-6 ? [inX, inY] : [(inX + outX) / length, (inY + outY) / length];
    const reach = Math.min(LONGEST_MITRE, 1 / Math.max(1e-6, x * inX + y * inY)) * halfWidthM;
    left[2 * at] = points[2 * at]! - y * reach;
    left[2 * at + 1] = points[2 * at + 1]! + x * reach;
    right[2 * at] = points[2 * at]! + y * reach;
    right[2 * at + 1] = points[2 * at + 1]! - x * reach;
  }
  return { left, right };
}

function directionOf(points: Float64Array, at: number): readonly [number, number] {
  const x = points[2 * at + 2]! - points[2 * at]!;
  const y = points[2 * at + 3]! - points[2 * at + 1]!;
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}

/**
 * The axis of an element as points east, north, up: longer than both ends by `beyondM`, cut to about `longestM`
 * around its middle, no two points nearer than 0.2 m, none farther apart than `stepM`.
 */
export function axisForTrench(
  points: Float64Array,
  {
    beyondM,
    longestM,
    stepM,
  }: { readonly beyondM: number; readonly longestM: number; readonly stepM: number },
): Float64Array {
  const thinned = thin(points);
  if (thinned.length < 6) return thinned;
  const total = lengthOf(thinned);
  const from = Math.max(0, (total - longestM) / 2);
  const until = total - from;
  const out: number[] = [];
  const steps = Math.max(1, Math.ceil((until - from + 2 * beyondM) / stepM));
  for (let step = 0; step <= steps; step++) {
    const way = from - beyondM + ((until - from + 2 * beyondM) * step) / steps;
    out.push(...placeAt(thinned, way));
  }
  return Float64Array.from(out);
}

/**
 * The same number of points, each the mean of its `reach` neighbours to either side in the plane, as many as both
 * sides have; and how far the farthest of the points lies off its old place, m.
 */
export function rounded(
  points: Float64Array,
  reach: number,
): { readonly points: Float64Array; readonly offM: number } {
  const count = points.length / 3;
  const smooth = points.slice();
  let offM = 0;
  for (let at = 0; at < count; at++) {
    const wide = Math.min(Math.round(reach), at, count - 1 - at);
    let [x, y] = [0, 0];
    for (let near = at - wide; near <= at + wide; near++) {
      x += points[3 * near]!;
      y += points[3 * near + 1]!;
    }
    smooth[3 * at] = x / (2 * wide + 1);
    smooth[3 * at + 1] = y / (2 * wide + 1);
    const off = Math.hypot(
      smooth[3 * at]! - points[3 * at]!,
      smooth[3 * at + 1]! - points[3 * at + 1]!,
    );
    offM = Math.max(offM, off);
  }
  return { points: smooth, offM };
}

const LEAST_STEP_M = 0.2;

function thin(points: Float64Array): Float64Array {
  const out: number[] = [];
  for (let at = 0; at < points.length; at += 3) {
    const [x, y, z] = points.subarray(at, at + 3) as unknown as [number, number, number];
    const last = out.length - 3;
    if (last >= 0 && Math.hypot(x - out[last]!, y - out[last + 1]!) < LEAST_STEP_M) continue;
    out.push(x, y, z);
  }
  return Float64Array.from(out);
}

function lengthOf(points: Float64Array): number {
  let sum = 0;
  for (let at = 3; at < points.length; at += 3) sum += stepAt(points, at);
  return sum;
}

const stepAt = (points: Float64Array, at: number) =>
  Math.hypot(points[at]! - points[at - 3]!, points[at + 1]! - points[at - 2]!);

/** Before the start and beyond the end the first and the last step go on, level. */
function placeAt(points: Float64Array, way: number): readonly [number, number, number] {
  let before = 0;
  for (let at = 3; at < points.length; at += 3) {
    const step = stepAt(points, at);
    if (way <= before + step || at + 3 === points.length) {
      const share = (way - before) / step;
      const inside = Math.min(1, Math.max(0, share));
      const between = (axis: number, part: number) =>
        points[at - 3 + axis]! + (points[at + axis]! - points[at - 3 + axis]!) * part;
      return [between(0, share), between(1, share), between(2, inside)];
    }
    before += step;
  }
  return [points[0]!, points[1]!, points[2]!];
}

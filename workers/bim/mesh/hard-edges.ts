// The edges that a draughtsman would draw: borders, and where two faces meet at more than 20°. Pieces of one
// straight edge, which triangulation and openings leave behind, are joined, so that its ends are its corners.

import { weldCorners } from './weld.ts';

const WELD_M = 1e-4;
const SOFT = Math.cos((20 * Math.PI) / 180);
/** Cosine to a straight angle within which two pieces are one edge: 0.5°. */
const STRAIGHT = -Math.cos((0.5 * Math.PI) / 180);
const NONE = -1;

/** Pairs of corners of `positions` (x, y, z, m). Triangles without area count as absent. */
export function findHardEdges(
  positions: Float32Array,
  indices: ArrayLike<number>,
): Uint32Array<ArrayBuffer> {
  const welded = weldCorners(positions, WELD_M);
  return joinStraight(positions, collectHard(positions, indices, welded));
}

/** Pairs of welded corners. */
function collectHard(
  positions: Float32Array,
  indices: ArrayLike<number>,
  welded: Uint32Array,
): Uint32Array {
  const count = indices.length;
  // The edges that begin at a corner, the lower of the two, as a linked list.
  const first = new Int32Array(positions.length / 3).fill(NONE);
  const next = new Int32Array(count);
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  const normal = new Float32Array(3 * count);
  /** 1 where the first triangle runs from low to high. */
  const isForward = new Uint8Array(count);
  const owners = new Uint8Array(count);
  const isHard = new Uint8Array(count);
  const n = new Float32Array(3);
  let edges = 0;
  for (let at = 0; at < count; at += 3) {
    const corners = [welded[indices[at]!]!, welded[indices[at + 1]!]!, welded[indices[at + 2]!]!];
    if (!normalOf(positions, corners[0]!, corners[1]!, corners[2]!, n)) continue;
    for (let side = 0; side < 3; side++) {
      const [from, to] = [corners[side]!, corners[(side + 1) % 3]!];
      const [a, b, forward] = from < to ? [from, to, 1] : [to, from, 0];
      let edge = first[a]!;
      while (edge !== NONE && high[edge] !== b) edge = next[edge]!;
      if (edge === NONE) {
        edge = edges++;
        [low[edge], high[edge], isForward[edge], owners[edge]] = [a, b, forward, 1];
        normal.set(n, 3 * edge);
        next[edge] = first[a]!;
        first[a] = edge;
        continue;
      }
      owners[edge] = Math.min(255, owners[edge]! + 1);
      const turn =
        normal[3 * edge]! * n[0]! + normal[3 * edge + 1]! * n[1]! + normal[3 * edge + 2]! * n[2]!;
      // Neighbours that run the same way along their edge face opposite ways.
      if ((isForward[edge] === forward ? -turn : turn) < SOFT) isHard[edge] = 1;
    }
  }
  const pairs = new Uint32Array(2 * edges);
  let kept = 0;
  for (let edge = 0; edge < edges; edge++) {
    if (owners[edge] !== 1 && isHard[edge] === 0) continue;
    pairs[kept++] = low[edge]!;
    pairs[kept++] = high[edge]!;
  }
  return pairs.subarray(0, kept);
}

/** Joins two edges at a corner that has no others where they go straight on. */
function joinStraight(positions: Float32Array, pairs: Uint32Array): Uint32Array<ArrayBuffer> {
  const ends = new Map<number, number[]>();
  for (let at = 0; at < pairs.length; at++) {
    const known = ends.get(pairs[at]!);
    if (known) known.push(at);
    else ends.set(pairs[at]!, [at]);
  }
  const isGone = new Uint8Array(pairs.length / 2);
  // `at` is an end; its edge's other end stands beside it in the pair.
  for (const [corner, at] of ends) {
    if (at.length !== 2) continue;
    const [one, other] = [at[0]!, at[1]!];
    if (one >> 1 === other >> 1) continue;
    const [from, to] = [pairs[one ^ 1]!, pairs[other ^ 1]!];
    if (from === to || cosineAt(positions, corner, from, to) > STRAIGHT) continue;
    // The first edge now reaches to the far end of the second.
    isGone[other >> 1] = 1;
    pairs[one] = to;
    const there = ends.get(to);
    if (there) there[there.indexOf(other ^ 1)] = one;
  }
  const kept: number[] = [];
  for (let edge = 0; edge < isGone.length; edge++) {
    if (isGone[edge] === 0) kept.push(pairs[2 * edge]!, pairs[2 * edge + 1]!);
  }
  return Uint32Array.from(kept);
}

function cosineAt(p: Float32Array, corner: number, from: number, to: number): number {
  let [dot, a, b] = [0, 0, 0];
  for (let axis = 0; axis < 3; axis++) {
    const back = p[3 * from + axis]! - p[3 * corner + axis]!;
    const on = p[3 * to + axis]! - p[3 * corner + axis]!;
    dot += back * on;
    a += back * back;
    b += on * on;
  }
  return dot / Math.sqrt(a * b);
}

/** Unit normal of a triangle into `out`; false where it has no area. */
function normalOf(p: Float32Array, a: number, b: number, c: number, out: Float32Array): boolean {
  if (a === b || b === c || c === a) return false;
  const [ux, uy, uz] = [
    p[3 * b]! - p[3 * a]!,
    p[3 * b + 1]! - p[3 * a + 1]!,
    p[3 * b + 2]! - p[3 * a + 2]!,
  ];
  const [vx, vy, vz] = [
    p[3 * c]! - p[3 * a]!,
    p[3 * c + 1]! - p[3 * a + 1]!,
    p[3 * c + 2]! - p[3 * a + 2]!,
  ];
  out[0] = uy * vz - uz * vy;
  out[1] = uz * vx - ux * vz;
  out[2] = ux * vy - uy * vx;
  const length = Math.hypot(out[0]!, out[1]!, out[2]!);
  if (length < 1e-12) return false;
  for (let axis = 0; axis < 3; axis++) out[axis] = out[axis]! / length;
  return true;
}

// Polylines as flat lists of coordinates.

import type { Points } from './context.ts';

/** One curve after the other; a point that both share stands once. */
export function joined(curves: readonly Points[]): Points {
  const whole: Points = [];
  for (const points of curves) {
    const skipped = whole.length > 0 && isNear(whole, whole.length - 3, points, 0) ? 3 : 0;
    for (let at = skipped; at < points.length; at++) whole.push(points[at]!);
  }
  return whole;
}

export function reversed(points: Points): Points {
  const back: Points = [];
  for (let at = points.length - 3; at >= 0; at -= 3) {
    back.push(points[at]!, points[at + 1]!, points[at + 2]!);
  }
  return back;
}

/** Length from the first point to each. */
export function distancesOf(points: Points): number[] {
  const distances = points.length > 0 ? [0] : [];
  for (let at = 3; at < points.length; at += 3) {
    distances.push((distances.at(-1) ?? 0) + stepOf(points, at));
  }
  return distances;
}

/** The part between two lengths from the first point. */
export function cut(points: Points, from: number, to: number): Points {
  const distances = distancesOf(points);
  const part: Points = [...pointAt(points, distances, from)];
  for (const [row, distance] of distances.entries()) {
    if (distance > from && distance < to) part.push(...points.slice(row * 3, row * 3 + 3));
  }
  part.push(...pointAt(points, distances, to));
  return part;
}

/** The point at a length from the first; beyond the ends the last leg goes on. */
export function pointAt(
  points: Points,
  distances: readonly number[],
  distance: number,
): [number, number, number] {
  const last = distances.length - 1;
  const { row, share } = legAt(distances, distance);
  const at = row * 3;
  const next = Math.min(row + 1, last) * 3;
  const between = (axis: number) => {
    const start = points[at + axis] ?? 0;
    return start + ((points[next + axis] ?? start) - start) * share;
  };
  return [between(0), between(1), between(2)];
}

/** The leg that a length falls on, and how far along it. */
export function legAt(distances: readonly number[], distance: number) {
  let low = 0;
  let high = Math.max(distances.length - 2, 0);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((distances[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  const start = distances[low] ?? 0;
  const length = (distances[low + 1] ?? start) - start;
  return { row: low, share: length > 0 ? (distance - start) / length : 0 };
}

function stepOf(points: Points, at: number): number {
  const x = points[at]! - points[at - 3]!;
  const y = points[at + 1]! - points[at - 2]!;
  return Math.hypot(x, y, points[at + 2]! - points[at - 1]!);
}

function isNear(one: Points, at: number, other: Points, otherAt: number): boolean {
  for (let axis = 0; axis < 3; axis++) {
    const a = one[at + axis]!;
    const b = other[otherAt + axis]!;
    if (!(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)))) return false;
  }
  return true;
}

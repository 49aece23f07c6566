// Planar polygons with holes → triangles in the polygon's best plane (Newell's normal), winding kept.

import earcut from 'earcut';

/** Growing list of vertex numbers, three a triangle. */
export interface IndexSink {
  push3(a: number, b: number, c: number): void;
}

/**
 * Newell's normal of a ring of `count` points from `start` in `points` (x, y, z); its length is twice the
 * area. Written to `normal`.
 */
export function newellNormal(
  points: Float64Array,
  start: number,
  count: number,
  normal: Float64Array,
): void {
  let nx = 0;
  let ny = 0;
  let nz = 0;
  const last = (start + count - 1) * 3;
  let px = points[last]!;
  let py = points[last + 1]!;
  let pz = points[last + 2]!;
  for (let at = start * 3; at <= last; at += 3) {
    const x = points[at]!;
    const y = points[at + 1]!;
    const z = points[at + 2]!;
    nx += (py - y) * (pz + z);
    ny += (pz - z) * (px + x);
    nz += (px - x) * (py + y);
    px = x;
    py = y;
    pz = z;
  }
  normal[0] = nx;
  normal[1] = ny;
  normal[2] = nz;
}

const flat: number[] = [];
const axes = new Float64Array(6);

/**
 * Triangles of the polygon whose rings lie one after another in `points` from vertex `start`; `ringEnds`
 * are the vertex numbers after each ring (the first is the outer one). `normal` is of unit length.
 */
export function triangulate(
  points: Float64Array,
  start: number,
  ringEnds: readonly number[],
  normal: Float64Array,
  sink: IndexSink,
): void {
  const end = ringEnds[ringEnds.length - 1]!;
  const count = end - start;
  if (count === 3) {
    sink.push3(start, start + 1, start + 2);
    return;
  }
  toPlane(points, start, end, normal);
  if (count === 4 && splitQuad(start, sink)) return;
  const holes = ringEnds.slice(0, -1).map((ringEnd) => ringEnd - start);
  const triangles = earcut(flat, holes.length > 0 ? holes : undefined);
  // Earcut's triangles all turn the same way, whichever way the ring turns.
  const sign = turnOf(triangles);
  for (let at = 0; at < triangles.length; at += 3) {
    const a = start + triangles[at]!;
    const b = start + triangles[at + 1]!;
    const c = start + triangles[at + 2]!;
    if (sign < 0) sink.push3(a, c, b);
    else sink.push3(a, b, c);
  }
}

function toPlane(points: Float64Array, start: number, end: number, normal: Float64Array): void {
  const [nx = 0, ny = 0, nz = 0] = normal;
  // u is perpendicular to the normal and the axis it leans on least.
  const ax = Math.abs(nx);
  const ay = Math.abs(ny);
  const az = Math.abs(nz);
  if (ax <= ay && ax <= az) axes.set([0, nz, -ny]);
  else if (ay <= az) axes.set([-nz, 0, nx]);
  else axes.set([ny, -nx, 0]);
  const length = Math.hypot(axes[0]!, axes[1]!, axes[2]!);
  const ux = axes[0]! / length;
  const uy = axes[1]! / length;
  const uz = axes[2]! / length;
  const vx = ny * uz - nz * uy;
  const vy = nz * ux - nx * uz;
  const vz = nx * uy - ny * ux;
  flat.length = (end - start) * 2;
  const ox = points[start * 3]!;
  const oy = points[start * 3 + 1]!;
  const oz = points[start * 3 + 2]!;
  for (let vertex = start, to = 0; vertex < end; vertex++) {
    const x = points[vertex * 3]! - ox;
    const y = points[vertex * 3 + 1]! - oy;
    const z = points[vertex * 3 + 2]! - oz;
    flat[to++] = x * ux + y * uy + z * uz;
    flat[to++] = x * vx + y * vy + z * vz;
  }
}

/** Cuts a quadrilateral along the diagonal that lies inside it; false where both cross its outline. */
function splitQuad(start: number, sink: IndexSink): boolean {
  let reflex = -1;
  for (let corner = 0; corner < 4; corner++) {
    if (turnAt((corner + 3) % 4, corner, (corner + 1) % 4) < 0) {
      if (reflex >= 0) return false;
      reflex = corner;
    }
  }
  if (reflex < 0) reflex = isSecondDiagonalShorter() ? 1 : 0;
  const a = start + reflex;
  const b = start + ((reflex + 1) % 4);
  const c = start + ((reflex + 2) % 4);
  const d = start + ((reflex + 3) % 4);
  sink.push3(a, b, c);
  sink.push3(a, c, d);
  return true;
}

function isSecondDiagonalShorter(): boolean {
  const first = (flat[4]! - flat[0]!) ** 2 + (flat[5]! - flat[1]!) ** 2;
  const second = (flat[6]! - flat[2]!) ** 2 + (flat[7]! - flat[3]!) ** 2;
  return second < first;
}

function turnAt(a: number, b: number, c: number): number {
  const ax = flat[a * 2]!;
  const ay = flat[a * 2 + 1]!;
  return (
    (flat[b * 2]! - ax) * (flat[c * 2 + 1]! - ay) - (flat[b * 2 + 1]! - ay) * (flat[c * 2]! - ax)
  );
}

function turnOf(triangles: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < triangles.length; at += 3) {
    sum += turnAt(triangles[at]!, triangles[at + 1]!, triangles[at + 2]!);
  }
  return sum;
}

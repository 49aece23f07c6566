// A thing as the search for clashes sees it: its triangles in a tree of boxes, and whether they enclose a volume.

import { BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import { dot, normalOf, type Point, type Triangle } from './contact.ts';

export interface Solid {
  readonly bvh: MeshBVH;
  readonly triangleCount: number;
  /** True where the triangles enclose a volume and face outwards, so that inside and outside can be told. */
  readonly isClosed: boolean;
  readonly least: Point;
  readonly greatest: Point;
  triangle(number: number): Triangle;
}

/** Share of the surface that may be missing: tiles store steps of 1 mm. */
const LEAK_SHARE = 0.01;
/** A sheet with two sides encloses nothing, m. */
const THINNEST_M = 5e-4;

/** Undefined where there is no triangle. Takes `indices` over, whose order it changes. */
export function createSolid(positions: Float32Array, indices: Uint32Array): Solid | undefined {
  if (indices.length === 0) return undefined;
  const isClosed = encloses(positions, indices);
  if (isClosed && volumeOf(positions, indices) < 0) turnInsideOut(indices);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setIndex(new BufferAttribute(indices, 1));
  const bvh = new MeshBVH(geometry);
  geometry.boundsTree = bvh;
  const { boundingBox } = geometry;
  if (!boundingBox) throw new Error('A tree of boxes has no box.');
  const { min, max } = boundingBox;
  const corner = (at: number): Point => {
    const first = 3 * indices[at]!;
    return [positions[first]!, positions[first + 1]!, positions[first + 2]!];
  };
  return {
    bvh,
    triangleCount: indices.length / 3,
    isClosed,
    least: [min.x, min.y, min.z],
    greatest: [max.x, max.y, max.z],
    triangle: (number) => [corner(3 * number), corner(3 * number + 1), corner(3 * number + 2)],
  };
}

/**
 * Whether the triangles enclose a volume: what leaks has area that faces one way more than the other. Edges would tell
 * too, but the engine leaves neighbours that share an edge and not its corners.
 */
function encloses(p: Float32Array, indices: Uint32Array): boolean {
  let [x, y, z, all] = [0, 0, 0, 0];
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [3 * indices[at]!, 3 * indices[at + 1]!, 3 * indices[at + 2]!];
    const [ux, uy, uz] = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!];
    const [vx, vy, vz] = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!];
    const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    x += nx;
    y += ny;
    z += nz;
    all += Math.hypot(nx, ny, nz);
  }
  const isBalanced = Math.hypot(x, y, z) <= LEAK_SHARE * all;
  return isBalanced && Math.abs(volumeOf(p, indices)) > (all / 2) * THINNEST_M;
}

function volumeOf(p: Float32Array, indices: Uint32Array): number {
  // From a corner of its own, so that far from the origin nothing is lost.
  const [ox, oy, oz] = [p[0]!, p[1]!, p[2]!];
  let six = 0;
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [3 * indices[at]!, 3 * indices[at + 1]!, 3 * indices[at + 2]!];
    const [ax, ay, az] = [p[a]! - ox, p[a + 1]! - oy, p[a + 2]! - oz];
    const [bx, by, bz] = [p[b]! - ox, p[b + 1]! - oy, p[b + 2]! - oz];
    const [cx, cy, cz] = [p[c]! - ox, p[c + 1]! - oy, p[c + 2]! - oz];
    six += ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx);
  }
  return six / 6;
}

function turnInsideOut(indices: Uint32Array): void {
  for (let at = 0; at < indices.length; at += 3) {
    const kept = indices[at + 1]!;
    indices[at + 1] = indices[at + 2]!;
    indices[at + 2] = kept;
  }
}

const ray = new Ray();
const direction = new Vector3();
const SAME_M = 1e-6;

export interface Exit {
  readonly distanceM: number;
  /** Outward, of the face that is left through. */
  readonly normal: Point;
}

/** Where a ray from inside leaves a closed solid; undefined where it begins outside. Parts may overlap. */
export function exitOf(solid: Solid, from: Point, along: Point): Exit | undefined {
  ray.origin.set(...from);
  ray.direction.copy(direction.set(...along));
  const hits: { at: number; isExit: boolean; normal: Point }[] = [];
  for (const { distance, faceIndex } of solid.bvh.raycast(ray, DoubleSide)) {
    const normal = normalOf(solid.triangle(faceIndex ?? 0));
    if (normal) hits.push({ at: distance, isExit: dot(normal, along) > 0, normal });
  }
  hits.sort((a, b) => a.at - b.at);
  // A ray through an edge meets both of its faces: once is enough.
  const single = hits.filter((hit, at) => {
    const before = hits[at - 1];
    return !before || hit.at - before.at > SAME_M || hit.isExit !== before.isExit;
  });
  let depth = single.reduce((sum, { isExit }) => sum + (isExit ? 1 : -1), 0);
  if (depth <= 0) return undefined;
  for (const { at, isExit, normal } of single) {
    depth += isExit ? -1 : 1;
    if (depth === 0) return { distanceM: at, normal };
  }
  return undefined;
}

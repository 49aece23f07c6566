// One geometry of web-ifc as a shape: metres, recentred, without triangles that have no area.

import type { IfcAPI } from 'web-ifc';
import type { Shape } from '../parts.ts';

export interface EngineShape {
  readonly shape: Shape;
  /** Middle of the geometry in its own frame, file units: where the shape's origin lies. */
  readonly origin: readonly [number, number, number];
}

/** Values of a vertex as web-ifc gives it: x, y, z and its normal. */
const STRIDE = 6;

/** Reads a geometry while web-ifc holds it; a sentence where it is no shape. */
export function readEngineShape(
  api: IfcAPI,
  model: number,
  geometry: number,
  unitM: number,
): EngineShape | string {
  const held = api.GetGeometry(model, geometry);
  const vertices = api.GetVertexArray(held.GetVertexData(), held.GetVertexDataSize());
  const corners = api.GetIndexArray(held.GetIndexData(), held.GetIndexDataSize());
  const result = toShape(vertices, corners, unitM);
  held.delete();
  return result;
}

function toShape(
  vertices: Float32Array,
  corners: Uint32Array,
  unitM: number,
): EngineShape | string {
  const count = Math.floor(vertices.length / STRIDE);
  if (count === 0 || corners.length === 0) return 'its geometry is empty';
  const origin = middleOf(vertices, count);
  if (!origin.every(Number.isFinite)) return 'its geometry has coordinates that are not numbers';
  const [x, y, z] = origin;
  const positions = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  for (let vertex = 0, from = 0, to = 0; vertex < count; vertex++, from += STRIDE, to += 3) {
    positions[to] = (vertices[from]! - x) * unitM;
    positions[to + 1] = (vertices[from + 1]! - y) * unitM;
    positions[to + 2] = (vertices[from + 2]! - z) * unitM;
    normals[to] = vertices[from + 3]!;
    normals[to + 1] = vertices[from + 4]!;
    normals[to + 2] = vertices[from + 5]!;
  }
  const indices = withArea(positions, corners);
  if (indices.length === 0) return 'its triangles have no area';
  return { shape: { positions, normals, indices, mode: 'triangles' }, origin };
}

function middleOf(vertices: Float32Array, count: number): [number, number, number] {
  const middle: [number, number, number] = [0, 0, 0];
  for (let axis = 0; axis < 3; axis++) {
    let least = Infinity;
    let greatest = -Infinity;
    for (let at = axis; at < count * STRIDE; at += STRIDE) {
      const value = vertices[at]!;
      if (!(value >= least)) least = value;
      if (!(value <= greatest)) greatest = value;
    }
    middle[axis] = (least + greatest) / 2;
  }
  return middle;
}

/** The triangles that have an area. */
function withArea(positions: Float32Array, corners: Uint32Array): Uint32Array {
  const kept = new Uint32Array(corners.length);
  let count = 0;
  for (let at = 0; at + 2 < corners.length; at += 3) {
    const a = corners[at]! * 3;
    const b = corners[at + 1]! * 3;
    const c = corners[at + 2]! * 3;
    const ux = positions[b]! - positions[a]!;
    const uy = positions[b + 1]! - positions[a + 1]!;
    const uz = positions[b + 2]! - positions[a + 2]!;
    const vx = positions[c]! - positions[a]!;
    const vy = positions[c + 1]! - positions[a + 1]!;
    const vz = positions[c + 2]! - positions[a + 2]!;
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    // Not the same as !(… <= 0): what is not a number has no area either.
    if (nx * nx + ny * ny + nz * nz > 0) {
      kept[count++] = corners[at]!;
      kept[count++] = corners[at + 1]!;
      kept[count++] = corners[at + 2]!;
    }
  }
  return count === corners.length ? kept : kept.slice(0, count);
}

// One geometry of web-ifc as a shape: metres, recentred, without triangles that have no area.

import type { IfcFile, Shape } from '../parts.ts';
import { smoothNormals, trianglesWithArea } from './triangles.ts';

export interface EngineShape {
  readonly shape: Shape;
  /** Middle of the geometry in its own frame, file units: where the shape's origin lies. */
  readonly origin: readonly [number, number, number];
}

/** Values of a vertex as web-ifc gives it: x, y, z and its normal. */
const STRIDE = 6;

/** Something larger (m) is a mistake in its numbers. */
const GREATEST_EXTENT_M = 1e7;

/** Reads a geometry while web-ifc holds it; a clause where it is no shape. */
export function readEngineShape(
  { api, model, lengthUnitM }: IfcFile,
  geometry: number,
): EngineShape | string {
  const held = api.GetGeometry(model, geometry);
  const vertices = api.GetVertexArray(held.GetVertexData(), held.GetVertexDataSize());
  const corners = api.GetIndexArray(held.GetIndexData(), held.GetIndexDataSize());
  const result = toShape(vertices, corners, lengthUnitM);
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
  const { origin, extent } = spanOf(vertices, count);
  if (!Number.isFinite(extent)) return 'its geometry has coordinates that are not numbers';
  if (extent * unitM > GREATEST_EXTENT_M) {
    return `its geometry is ${(extent * unitM).toExponential(1)} m large`;
  }
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
  const indices = trianglesWithArea(positions, corners);
  if (indices.length === 0) return 'its triangles have no area';
  const shape: Shape = {
    positions,
    normals: normals.every(Number.isFinite) ? normals : smoothNormals(positions, indices),
    indices,
    mode: 'triangles',
  };
  return { shape, origin };
}

/** Middle and greatest extent; not a number where a coordinate is none. */
function spanOf(vertices: Float32Array, count: number) {
  const origin: [number, number, number] = [0, 0, 0];
  let extent = 0;
  for (let axis = 0; axis < 3; axis++) {
    let least = Infinity;
    let greatest = -Infinity;
    for (let at = axis; at < count * STRIDE; at += STRIDE) {
      const value = vertices[at]!;
      if (!(value >= least)) least = value;
      if (!(value <= greatest)) greatest = value;
      if (Number.isNaN(value)) return { origin, extent: value };
    }
    origin[axis] = (least + greatest) / 2;
    extent = Math.max(extent, greatest - least);
  }
  return { origin, extent };
}

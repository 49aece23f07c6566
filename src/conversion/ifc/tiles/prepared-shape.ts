// A variant of a shape as tiles take it: few vertices, byte normals, triangles in an order that packs well.

import { MeshoptEncoder } from 'meshoptimizer';
import type { Shape } from '../parts.ts';
import type { Variant } from './placing.ts';
import { smoothCorners } from './smooth-corners.ts';

export interface PreparedShape {
  readonly mode: Shape['mode'];
  readonly vertexCount: number;
  /** x, y, z (m) in the shape's frame, stretched. */
  readonly positions: Float32Array;
  /** x, y, z a vertex, −127 … 127; empty for lines. */
  readonly normals: Int8Array;
  /** Triples, or pairs for lines. */
  readonly indices: Uint32Array;
  readonly least: readonly [number, number, number];
  readonly greatest: readonly [number, number, number];
}

/** Corners closer than this are one, m. */
const WELD_M = 0.0002;
const NONE = 0xffffffff;

export function prepareShape(shape: Shape, { stretch }: Variant): PreparedShape {
  const stretched = stretch ? stretchShape(shape, stretch) : shape;
  const round = shape.mode === 'triangles' ? smoothCorners(stretched) : undefined;
  const { positions, normals, indices } = round ?? stretched;
  return tidy(shape.mode, positions, toByteNormals(normals), indices);
}

/** Welds, drops what has no extent, orders; `normals` holds three bytes a vertex or none. */
export function tidy(
  mode: Shape['mode'],
  positions: Float32Array,
  normals: Int8Array,
  indices: Uint32Array,
): PreparedShape {
  const { kept, target } = weld(positions, normals);
  const joined = withoutCollapsed(indices, target, mode === 'triangles' ? 3 : 2);
  const order = mode === 'triangles' ? reorder(joined, kept) : kept;
  const picked = new Float32Array(order.length * 3);
  const pickedNormals = new Int8Array(normals.length === 0 ? 0 : order.length * 3);
  const least = [Infinity, Infinity, Infinity];
  const greatest = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < order.length; at++) {
    for (let axis = 0; axis < 3; axis++) {
      const value = positions[order[at]! * 3 + axis]!;
      picked[at * 3 + axis] = value;
      if (value < least[axis]!) least[axis] = value;
      if (value > greatest[axis]!) greatest[axis] = value;
      if (pickedNormals.length > 0) {
        pickedNormals[at * 3 + axis] = normals[order[at]! * 3 + axis]!;
      }
    }
  }
  return {
    mode,
    vertexCount: order.length,
    positions: picked,
    normals: pickedNormals,
    indices: joined,
    least: [least[0]!, least[1]!, least[2]!],
    greatest: [greatest[0]!, greatest[1]!, greatest[2]!],
  };
}

/** Renumbers `indices` in place for the caches of cards and codec; gives the vertices in their new order. */
function reorder(indices: Uint32Array, kept: Uint32Array): Uint32Array {
  if (indices.length === 0) return new Uint32Array(0);
  const [remap, count] = MeshoptEncoder.reorderMesh(indices, true, true);
  const order = new Uint32Array(count);
  for (let vertex = 0; vertex < remap.length; vertex++) {
    const to = remap[vertex]!;
    if (to !== NONE) order[to] = kept[vertex]!;
  }
  return order;
}

function weld(positions: Float32Array, normals: Int8Array) {
  const count = positions.length / 3;
  let size = 16;
  while (size < count * 2) size *= 2;
  const table = new Int32Array(size).fill(-1);
  const kept = new Uint32Array(count);
  const target = new Uint32Array(count);
  const steps = new Int32Array(count * 3);
  for (let at = 0; at < steps.length; at++) steps[at] = Math.round(positions[at]! / WELD_M);
  const hasNormals = normals.length > 0;
  let length = 0;
  for (let vertex = 0; vertex < count; vertex++) {
    const at = vertex * 3;
    let hash = hasNormals
      ? (normals[at]! & 255) | ((normals[at + 1]! & 255) << 8) | ((normals[at + 2]! & 255) << 16)
      : 0;
    for (let axis = 0; axis < 3; axis++) {
      hash = Math.imul(hash ^ steps[at + axis]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let slot = hash & (size - 1);
    for (;;) {
      const found = table[slot]!;
      if (found < 0) {
        table[slot] = length;
        kept[length] = vertex;
        target[vertex] = length++;
        break;
      }
      const other = kept[found]! * 3;
      if (
        steps[other] === steps[at] &&
        steps[other + 1] === steps[at + 1] &&
        steps[other + 2] === steps[at + 2] &&
        (!hasNormals ||
          (normals[other] === normals[at] &&
            normals[other + 1] === normals[at + 1] &&
            normals[other + 2] === normals[at + 2]))
      ) {
        target[vertex] = found;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return { kept: kept.subarray(0, length), target };
}

function withoutCollapsed(indices: Uint32Array, target: Uint32Array, width: 2 | 3): Uint32Array {
  const joined = new Uint32Array(indices.length);
  let to = 0;
  for (let at = 0; at + width <= indices.length; at += width) {
    const a = target[indices[at]!]!;
    const b = target[indices[at + 1]!]!;
    const c = width === 3 ? target[indices[at + 2]!]! : NONE;
    if (a === b || b === c || c === a) continue;
    joined[to++] = a;
    joined[to++] = b;
    if (width === 3) joined[to++] = c;
  }
  return joined.slice(0, to);
}

function toByteNormals(normals: Float32Array): Int8Array {
  const bytes = new Int8Array(normals.length);
  for (let at = 0; at < normals.length; at += 3) {
    const [x, y, z] = [normals[at]!, normals[at + 1]!, normals[at + 2]!];
    const length = Math.hypot(x, y, z);
    // A triangle without area has no normal; it still needs a unit one.
    if (!(length > 1e-9)) bytes[at + 2] = 127;
    else {
      bytes[at] = Math.round((x / length) * 127);
      bytes[at + 1] = Math.round((y / length) * 127);
      bytes[at + 2] = Math.round((z / length) * 127);
    }
  }
  return bytes;
}

function stretchShape({ positions, normals, indices, mode }: Shape, stretch: readonly number[]) {
  const isMirrored = stretch[0]! * stretch[3]! * stretch[5]! < 0;
  return {
    positions: stretchPositions(positions, stretch),
    normals: stretchNormals(normals, stretch),
    indices: isMirrored && mode === 'triangles' ? flip(indices) : indices,
  };
}

function flip(indices: Uint32Array): Uint32Array {
  const flipped = new Uint32Array(indices.length);
  for (let at = 0; at < indices.length; at += 3) {
    flipped[at] = indices[at]!;
    flipped[at + 1] = indices[at + 2]!;
    flipped[at + 2] = indices[at + 1]!;
  }
  return flipped;
}

function stretchPositions(positions: Float32Array, stretch: readonly number[]): Float32Array {
  const [xx, xy, xz, yy, yz, zz] = stretch;
  const stretched = new Float32Array(positions.length);
  for (let at = 0; at < positions.length; at += 3) {
    const [x, y, z] = [positions[at]!, positions[at + 1]!, positions[at + 2]!];
    stretched[at] = xx! * x + xy! * y + xz! * z;
    stretched[at + 1] = yy! * y + yz! * z;
    stretched[at + 2] = zz! * z;
  }
  return stretched;
}

/** By the transposed inverse of the stretch; unit length. */
function stretchNormals(normals: Float32Array, stretch: readonly number[]): Float32Array {
  const [xx, xy, xz, yy, yz, zz] = stretch;
  const stretched = new Float32Array(normals.length);
  for (let at = 0; at < normals.length; at += 3) {
    const x = normals[at]! / xx!;
    const y = (normals[at + 1]! - xy! * x) / yy!;
    const z = (normals[at + 2]! - xz! * x - yz! * y) / zz!;
    const length = Math.hypot(x, y, z) || 1;
    stretched[at] = x / length;
    stretched[at + 1] = y / length;
    stretched[at + 2] = z / length;
  }
  return stretched;
}

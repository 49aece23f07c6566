// Puts the shapes of elements together into one mesh in the model's frame.

import type { ElementMesh } from '../protocol.ts';
import { findHardEdges } from './hard-edges.ts';
import type { TileContent, TileShape } from './tile-content.ts';

export interface MergeOptions {
  /** Rows of the element table that are wanted. */
  readonly has: (element: number) => boolean;
  /** Added to a row to give the element's index among all models. */
  readonly base: number;
  /** Whether hard edges are wanted, as by default; they take as long as all else. */
  readonly isEdged?: boolean;
}

const NO_EDGES = new Uint32Array();

/** Rows of equal shape are drawn apart: everything in the mesh has corners of its own. */
export function mergeMesh(
  contents: readonly TileContent[],
  { has, base, isEdged = true }: MergeOptions,
): ElementMesh {
  const parts: { shape: TileShape; edges: Uint32Array; content: TileContent; row: number }[] = [];
  let [corners, indexCount, edgeCount] = [0, 0, 0];
  for (const content of contents) {
    for (const [row, element] of content.element.entries()) {
      const shape = content.shapes[content.shape[row]!];
      if (!shape || !has(element)) continue;
      if (isEdged) shape.edges ??= findHardEdges(shape.positions, shape.indices);
      const edges = (isEdged && shape.edges) || NO_EDGES;
      parts.push({ shape, edges, content, row });
      corners += shape.positions.length / 3;
      indexCount += shape.indices.length;
      edgeCount += edges.length;
    }
  }
  const positions = new Float32Array(corners * 3);
  const normals = new Float32Array(corners * 3);
  const indices = new Uint32Array(indexCount);
  const elements = new Uint32Array(corners);
  const rgba = new Uint8Array(corners * 4);
  const edges = new Uint32Array(edgeCount);
  let [corner, index, edge] = [0, 0, 0];
  for (const { shape, edges: own, content, row } of parts) {
    const count = shape.positions.length / 3;
    const matrix = content.matrix.subarray(16 * row, 16 * row + 16);
    placePositions(shape.positions, matrix, positions, 3 * corner);
    placeNormals(shape.normals, matrix, normals, 3 * corner);
    const isMirrored = determinant(matrix) < 0;
    for (let at = 0; at < shape.indices.length; at += 3) {
      indices[index++] = corner + shape.indices[at]!;
      // A mirror turns triangles inside out.
      indices[index++] = corner + shape.indices[at + (isMirrored ? 2 : 1)]!;
      indices[index++] = corner + shape.indices[at + (isMirrored ? 1 : 2)]!;
    }
    for (let at = 0; at < own.length; at++) edges[edge++] = corner + own[at]!;
    elements.fill(base + content.element[row]!, corner, corner + count);
    rgba.set(shape.rgba, 4 * corner);
    corner += count;
  }
  return { positions, normals, indices, elements, rgba, edges };
}

function placePositions(
  from: Float32Array,
  m: Float64Array,
  to: Float32Array,
  offset: number,
): void {
  for (let at = 0; at < from.length; at += 3) {
    const [x, y, z] = [from[at]!, from[at + 1]!, from[at + 2]!];
    for (let row = 0; row < 3; row++) {
      to[offset + at + row] = m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!;
    }
  }
}

/** Through the cofactors of the matrix, which keep normals upright under any scale; they are mirrored with it. */
function placeNormals(from: Float32Array, m: Float64Array, to: Float32Array, offset: number): void {
  const c = cofactors(m);
  for (let at = 0; at < from.length; at += 3) {
    const [x, y, z] = [from[at]!, from[at + 1]!, from[at + 2]!];
    const nx = c[0]! * x + c[3]! * y + c[6]! * z;
    const ny = c[1]! * x + c[4]! * y + c[7]! * z;
    const nz = c[2]! * x + c[5]! * y + c[8]! * z;
    const length = Math.hypot(nx, ny, nz) || 1;
    to[offset + at] = nx / length;
    to[offset + at + 1] = ny / length;
    to[offset + at + 2] = nz / length;
  }
}

/** Column-major cofactors of the upper 3 × 3, divided by the determinant's sign. */
function cofactors(m: Float64Array): number[] {
  const [a, d, g, b, e, h, c, f, i] = [
    m[0]!,
    m[1]!,
    m[2]!,
    m[4]!,
    m[5]!,
    m[6]!,
    m[8]!,
    m[9]!,
    m[10]!,
  ];
  const sign = determinant(m) < 0 ? -1 : 1;
  const unsigned = [
    ...[e * i - f * h, c * h - b * i, b * f - c * e],
    ...[f * g - d * i, a * i - c * g, c * d - a * f],
    ...[d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  return unsigned.map((value) => sign * value);
}

function determinant(m: Float64Array): number {
  return (
    m[0]! * (m[5]! * m[10]! - m[6]! * m[9]!) -
    m[4]! * (m[1]! * m[10]! - m[2]! * m[9]!) +
    m[8]! * (m[1]! * m[6]! - m[2]! * m[5]!)
  );
}

// The distinct shapes of a model: each kept once, whatever number of entities describe it.

import type { Shape } from '../parts.ts';

export interface ShapeList {
  readonly shapes: readonly Shape[];
  /** Least and greatest corner of a shape, six numbers. */
  boxOf(row: number): readonly number[];
  /** Row of the shape; of the one before it that is the same. */
  add(shape: Shape): number;
}

export function createShapeList(): ShapeList {
  const shapes: Shape[] = [];
  const boxes: (readonly number[])[] = [];
  const rowsByHash = new Map<number, number[]>();
  return {
    shapes,
    boxOf: (row) => boxes[row] ?? [],
    add(shape) {
      const hash = hashOf(shape);
      const rows = rowsByHash.get(hash);
      const same = rows?.find((row) => isSame(shapes[row]!, shape));
      if (same !== undefined) return same;
      const row = shapes.length;
      if (rows) rows.push(row);
      else rowsByHash.set(hash, [row]);
      shapes.push(shape);
      boxes.push(boxAround(shape.positions));
      return row;
    },
  };
}

function boxAround(positions: Float32Array): readonly number[] {
  let [minX, minY, minZ] = [Infinity, Infinity, Infinity];
  let [maxX, maxY, maxZ] = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at += 3) {
    const x = positions[at]!;
    const y = positions[at + 1]!;
    const z = positions[at + 2]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
    if (z < minZ) minZ = z;
    if (z > maxZ) maxZ = z;
  }
  return [minX, minY, minZ, maxX, maxY, maxZ];
}

function hashOf({ positions, indices }: Shape): number {
  const words = new Uint32Array(positions.buffer, positions.byteOffset, positions.length);
  let hash = indices.length ^ Math.imul(words.length, 0x9e3779b1);
  for (const word of words) hash = Math.imul(hash ^ word, 0x85ebca6b) ^ (hash >>> 15);
  return hash;
}

const isSame = (one: Shape, other: Shape) =>
  one.mode === other.mode &&
  isEqual(one.positions, other.positions) &&
  isEqual(one.indices, other.indices) &&
  isEqual(one.normals, other.normals);

function isEqual(one: Float32Array | Uint32Array, other: Float32Array | Uint32Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

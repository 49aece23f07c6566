// The corners of a first look: placed triangles in the file's coordinates, in arrays that grow.

import type { BimModel } from '#contract/bim-model.ts';
import type { PlacedShapes, Shape } from './parts.ts';
import { linearByte } from './tiles/materials.ts';

export interface LookCorners {
  readonly count: number;
  readonly indexCount: number;
  /** x, y, z a corner, m; f64, since the file's zero may be far. */
  readonly positions: Float64Array;
  /** −127 … 127, four bytes a corner. */
  readonly normals: Int8Array;
  /** Linear colour and opacity, four bytes a corner. */
  readonly colours: Uint32Array;
  readonly indices: Uint32Array;
  /** Lines are left out. */
  add(shapes: readonly Shape[], placed: PlacedShapes): void;
  boundsM(): BimModel['boundsM'];
}

export function createLookCorners(): LookCorners {
  let [count, indexCount] = [0, 0];
  let positions = new Float64Array(3 << 14);
  let normals = new Int8Array(4 << 14);
  let colours = new Uint32Array(1 << 14);
  let indices = new Uint32Array(1 << 15);

  function reserve(corners: number, more: number): void {
    if (count + corners > colours.length) {
      const size = Math.max(colours.length * 2, count + corners);
      positions = grown(positions, new Float64Array(size * 3));
      normals = grown(normals, new Int8Array(size * 4));
      colours = grown(colours, new Uint32Array(size));
    }
    if (indexCount + more > indices.length) {
      const size = Math.max(indices.length * 2, indexCount + more);
      indices = grown(indices, new Uint32Array(size));
    }
  }

  return {
    get count() {
      return count;
    },
    get indexCount() {
      return indexCount;
    },
    get positions() {
      return positions;
    },
    get normals() {
      return normals;
    },
    get colours() {
      return colours;
    },
    get indices() {
      return indices;
    },
    add(shapes, { count: rows, shape: shapeOf, matrix, rgba }) {
      for (let row = 0; row < rows; row++) {
        const shape = shapes[shapeOf[row]!]!;
        if (shape.mode !== 'triangles') continue;
        const corners = shape.positions.length / 3;
        reserve(corners, shape.indices.length);
        placeCorners(shape, matrix, row * 16, positions, normals, count);
        colours.fill(linearWord(rgba, row * 4), count, count + corners);
        for (let at = 0; at < shape.indices.length; at++) {
          indices[indexCount + at] = shape.indices[at]! + count;
        }
        count += corners;
        indexCount += shape.indices.length;
      }
    },
    boundsM() {
      const least: [number, number, number] = [positions[0]!, positions[1]!, positions[2]!];
      const greatest: [number, number, number] = [...least];
      for (let at = 0; at < count * 3; at += 3) {
        for (let axis = 0; axis < 3; axis++) {
          const value = positions[at + axis]!;
          if (value < least[axis]!) least[axis] = value;
          if (value > greatest[axis]!) greatest[axis] = value;
        }
      }
      return [least, greatest];
    },
  };
}

function grown<Values extends Float64Array | Int8Array | Uint32Array>(
  from: Values,
  to: Values,
): Values {
  to.set(from);
  return to;
}

function placeCorners(
  { positions: from, normals: own }: Shape,
  m: Float64Array,
  at: number,
  positions: Float64Array,
  normals: Int8Array,
  first: number,
): void {
  const [xx, yx, zx] = [m[at]!, m[at + 1]!, m[at + 2]!];
  const [xy, yy, zy] = [m[at + 4]!, m[at + 5]!, m[at + 6]!];
  const [xz, yz, zz] = [m[at + 8]!, m[at + 9]!, m[at + 10]!];
  const [dx, dy, dz] = [m[at + 12]!, m[at + 13]!, m[at + 14]!];
  for (let corner = 0, to = first; corner < from.length; corner += 3, to++) {
    const x = from[corner]!;
    const y = from[corner + 1]!;
    const z = from[corner + 2]!;
    positions[to * 3] = xx * x + xy * y + xz * z + dx;
    positions[to * 3 + 1] = yx * x + yy * y + yz * z + dy;
    positions[to * 3 + 2] = zx * x + zy * y + zz * z + dz;
    const nx = xx * own[corner]! + xy * own[corner + 1]! + xz * own[corner + 2]!;
    const ny = yx * own[corner]! + yy * own[corner + 1]! + yz * own[corner + 2]!;
    const nz = zx * own[corner]! + zy * own[corner + 1]! + zz * own[corner + 2]!;
    const unit = 127 / (Math.sqrt(nx * nx + ny * ny + nz * nz) || 1);
    normals[to * 4] = Math.round(nx * unit);
    normals[to * 4 + 1] = Math.round(ny * unit);
    normals[to * 4 + 2] = Math.round(nz * unit);
  }
}

const linearWord = (rgba: Uint8Array, at: number): number =>
  (linearByte(rgba[at]!) |
    (linearByte(rgba[at + 1]!) << 8) |
    (linearByte(rgba[at + 2]!) << 16) |
    (rgba[at + 3]! << 24)) >>>
  0;

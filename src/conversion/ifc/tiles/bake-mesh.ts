// Shapes that stand alone in a tile, placed and joined into one mesh with the colour at each corner.

import { linearByte, type TileMaterials } from './materials.ts';
import { boxAround } from './model-parts.ts';
import type { BakedMesh } from './split-content.ts';
import { addIds, featureIds, STEP_M, type TileFrame } from './tile-frame.ts';
import type { VertexPools } from './vertex-pools.ts';

type Json = Record<string, unknown>;

/** `shift` is the mesh's place in the tile, in steps. */
export function bakeMesh(
  { mode, isTranslucent, isShort, rows }: BakedMesh,
  frame: TileFrame,
  pools: VertexPools,
  materials: TileMaterials,
): { readonly shift: readonly number[]; readonly primitive: Json } {
  const { parts, origin, tableRowOf, isWide } = frame;
  const shapes = rows.map((row) => parts.shapes[parts.placing.variantOf[row]!]!);
  const vertexCount = shapes.reduce((sum, shape) => sum + shape.vertexCount, 0);
  const indexCount = shapes.reduce((sum, shape) => sum + shape.indices.length, 0);
  const { least, greatest } = boxAround(parts.boxes, rows);
  const shift = least.map((low, axis) =>
    isShort ? Math.round(((low + greatest[axis]!) / 2 - origin[axis]!) / STEP_M) : 0,
  );
  const width = isShort ? 4 : 3;
  const positions = isShort ? new Int16Array(vertexCount * 4) : new Float32Array(vertexCount * 3);
  const normals = new Int8Array(mode === 'triangles' ? vertexCount * 4 : 0);
  const colours = new Uint8Array(vertexCount * 4);
  const tableRows = new Uint32Array(vertexCount);
  const elements = new Uint32Array(vertexCount);
  const indices = vertexCount <= 65535 ? new Uint16Array(indexCount) : new Uint32Array(indexCount);
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  const { turns } = parts.placing;
  let firstVertex = 0;
  let firstIndex = 0;
  for (const [number, row] of rows.entries()) {
    const shape = shapes[number]!;
    const turn = row * 9;
    const element = parts.elementOf[row]!;
    const colour = [0, 1, 2].map((part) => linearByte(parts.rgba[row * 4 + part]!));
    for (let vertex = 0; vertex < shape.vertexCount; vertex++) {
      const from = vertex * 3;
      const to = firstVertex + vertex;
      for (let axis = 0; axis < 3; axis++) {
        const metres =
          turns[turn + axis]! * shape.positions[from]! +
          turns[turn + 3 + axis]! * shape.positions[from + 1]! +
          turns[turn + 6 + axis]! * shape.positions[from + 2]! +
          parts.matrix[row * 16 + 12 + axis]!;
        const step = Math.round((metres - origin[axis]!) / STEP_M) - shift[axis]!;
        positions[to * width + axis] = step;
        if (step < min[axis]!) min[axis] = step;
        if (step > max[axis]!) max[axis] = step;
        if (normals.length > 0) {
          normals[to * 4 + axis] = Math.round(
            turns[turn + axis]! * shape.normals[from]! +
              turns[turn + 3 + axis]! * shape.normals[from + 1]! +
              turns[turn + 6 + axis]! * shape.normals[from + 2]!,
          );
        }
        colours[to * 4 + axis] = colour[axis]!;
      }
      colours[to * 4 + 3] = parts.rgba[row * 4 + 3]!;
      elements[to] = element;
    }
    tableRows.fill(tableRowOf.get(element) ?? 0, firstVertex, firstVertex + shape.vertexCount);
    for (let at = 0; at < shape.indices.length; at++) {
      indices[firstIndex + at] = shape.indices[at]! + firstVertex;
    }
    firstVertex += shape.vertexCount;
    firstIndex += shape.indices.length;
  }
  const attributes = {
    POSITION: pools.add('vertices', positions, width, 'VEC3', { min, max }),
    ...(normals.length > 0
      ? { NORMAL: pools.add('normals', normals, 4, 'VEC3', { normalized: true }) }
      : {}),
    COLOR_0: pools.add('vertices', colours, 4, 'VEC4', { normalized: true }),
    _FEATURE_ID_0: addIds(pools, tableRows, isWide),
    _FEATURE_ID_1: addIds(pools, elements, isWide),
  };
  const isLines = mode === 'lines';
  return {
    shift,
    primitive: {
      attributes,
      indices: pools.add(isLines ? 'lines' : 'triangles', indices, 1, 'SCALAR'),
      material: materials.of([1, 1, 1, 1], isTranslucent),
      ...(isLines ? { mode: 1 } : {}),
      extensions: { EXT_mesh_features: { featureIds: featureIds(tableRowOf.size) } },
    },
  };
}

// Shapes that stand alone in a tile, placed and joined into one mesh with the colour at each corner.
// Most models are converted once by a fresh process: loops without inner loops take a third of the time until
// the compiler has warmed to them.

import { linearByte, type TileMaterials } from './materials.ts';
import { boxAround, type ModelParts } from './model-parts.ts';
import type { PreparedShape } from './prepared-shape.ts';
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
  const start = shift.map((steps, axis) => origin[axis]! + steps * STEP_M);
  const isLines = mode === 'lines';
  const width = isShort ? 4 : 3;
  const positions = isShort ? new Int16Array(vertexCount * 4) : new Float32Array(vertexCount * 3);
  const normals = new Int8Array(isLines ? 0 : vertexCount * 4);
  const colours = new Uint32Array(vertexCount);
  const tableRows = new Uint32Array(vertexCount);
  const elements = new Uint32Array(vertexCount);
  const indices = vertexCount <= 65535 ? new Uint16Array(indexCount) : new Uint32Array(indexCount);
  let firstVertex = 0;
  let firstIndex = 0;
  for (const [number, row] of rows.entries()) {
    const shape = shapes[number]!;
    const element = parts.elementOf[row]!;
    const end = firstVertex + shape.vertexCount;
    placeCorners(shape, parts, row, start, positions, firstVertex * width, width);
    if (!isLines) turnNormals(shape, parts.placing.turns, row * 9, normals, firstVertex * 4);
    colours.fill(linearWord(parts.rgba, row * 4), firstVertex, end);
    elements.fill(element, firstVertex, end);
    tableRows.fill(tableRowOf.get(element) ?? 0, firstVertex, end);
    appendIndices(shape.indices, firstVertex, indices, firstIndex);
    firstVertex = end;
    firstIndex += shape.indices.length;
  }
  const attributes = {
    POSITION: pools.add('vertices', positions, width, 'VEC3', boundsOf(positions, width)),
    ...(isLines ? {} : { NORMAL: pools.add('normals', normals, 4, 'VEC3', { normalized: true }) }),
    COLOR_0: pools.add('vertices', new Uint8Array(colours.buffer), 4, 'VEC4', { normalized: true }),
    _FEATURE_ID_0: addIds(pools, tableRows, isWide),
    _FEATURE_ID_1: addIds(pools, elements, isWide),
  };
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

/** In steps from `start`, rounded. */
function placeCorners(
  { positions, vertexCount }: PreparedShape,
  { placing: { turns }, matrix }: ModelParts,
  row: number,
  start: readonly number[],
  to: Int16Array | Float32Array,
  first: number,
  width: number,
): void {
  const turn = row * 9;
  const [xx, yx, zx] = [
    turns[turn]! / STEP_M,
    turns[turn + 1]! / STEP_M,
    turns[turn + 2]! / STEP_M,
  ];
  const [xy, yy, zy] = [
    turns[turn + 3]! / STEP_M,
    turns[turn + 4]! / STEP_M,
    turns[turn + 5]! / STEP_M,
  ];
  const [xz, yz, zz] = [
    turns[turn + 6]! / STEP_M,
    turns[turn + 7]! / STEP_M,
    turns[turn + 8]! / STEP_M,
  ];
  const dx = (matrix[row * 16 + 12]! - start[0]!) / STEP_M;
  const dy = (matrix[row * 16 + 13]! - start[1]!) / STEP_M;
  const dz = (matrix[row * 16 + 14]! - start[2]!) / STEP_M;
  const end = vertexCount * 3;
  for (let from = 0, at = first; from < end; from += 3, at += width) {
    const x = positions[from]!;
    const y = positions[from + 1]!;
    const z = positions[from + 2]!;
    to[at] = Math.round(xx * x + xy * y + xz * z + dx);
    to[at + 1] = Math.round(yx * x + yy * y + yz * z + dy);
    to[at + 2] = Math.round(zx * x + zy * y + zz * z + dz);
  }
}

function turnNormals(
  { normals, vertexCount }: PreparedShape,
  turns: Float64Array,
  turn: number,
  to: Int8Array,
  first: number,
): void {
  const [xx, yx, zx] = [turns[turn]!, turns[turn + 1]!, turns[turn + 2]!];
  const [xy, yy, zy] = [turns[turn + 3]!, turns[turn + 4]!, turns[turn + 5]!];
  const [xz, yz, zz] = [turns[turn + 6]!, turns[turn + 7]!, turns[turn + 8]!];
  const end = vertexCount * 3;
  for (let from = 0, at = first; from < end; from += 3, at += 4) {
    const x = normals[from]!;
    const y = normals[from + 1]!;
    const z = normals[from + 2]!;
    // Rounded twice they would be off by more than a validator takes for one.
    const unit = 127 / Math.sqrt(x * x + y * y + z * z);
    to[at] = Math.round((xx * x + xy * y + xz * z) * unit);
    to[at + 1] = Math.round((yx * x + yy * y + yz * z) * unit);
    to[at + 2] = Math.round((zx * x + zy * y + zz * z) * unit);
  }
}

function appendIndices(
  from: Uint32Array,
  firstVertex: number,
  to: Uint16Array | Uint32Array,
  firstIndex: number,
): void {
  for (let at = 0; at < from.length; at++) to[firstIndex + at] = from[at]! + firstVertex;
}

/** The row's colour as the four bytes of a corner, linear; little-endian as all typed arrays here. */
const linearWord = (rgba: Uint8Array, at: number): number =>
  (linearByte(rgba[at]!) |
    (linearByte(rgba[at + 1]!) << 8) |
    (linearByte(rgba[at + 2]!) << 16) |
    (rgba[at + 3]! << 24)) >>>
  0;

function boundsOf(positions: Int16Array | Float32Array, width: number): Json {
  let [x, y, z] = [positions[0]!, positions[1]!, positions[2]!];
  let [east, north, up] = [x, y, z];
  for (let at = width; at < positions.length; at += width) {
    const px = positions[at]!;
    const py = positions[at + 1]!;
    const pz = positions[at + 2]!;
    if (px < x) x = px;
    else if (px > east) east = px;
    if (py < y) y = py;
    else if (py > north) north = py;
    if (pz < z) z = pz;
    else if (pz > up) up = pz;
  }
  return { min: [x, y, z], max: [east, north, up] };
}

// Reads a tile of a building model back: what stands where, whose it is and which colour it has. Instances are
// placed one by one, so that a caller can take just the elements it wants.

import { openGlb } from './glb-reader.ts';
import type { ModelGltf } from './gltf-json.ts';
import { type ReadTile, readProperties } from './read-glb.ts';

/** Triangles and lines of a tile in the model's frame (m, z up). */
export interface ModelMesh {
  readonly positions: Float32Array<ArrayBuffer>;
  /** Unit length; zero for lines. */
  readonly normals: Float32Array<ArrayBuffer>;
  /** sRGB and opacity, 4 bytes a corner. */
  readonly rgba: Uint8Array<ArrayBuffer>;
  /** Row of the element table, one a corner. */
  readonly elements: Uint32Array<ArrayBuffer>;
  readonly triangles: Uint32Array<ArrayBuffer>;
  readonly lines: Uint32Array<ArrayBuffer>;
}

/** Corners, triangles and lines that a piece adds. */
interface Piece {
  readonly positions: ArrayLike<number>;
  readonly normals: ArrayLike<number> | undefined;
  readonly indices: ArrayLike<number>;
  readonly isLines: boolean;
  /** Byte of linear colour at a corner. */
  readonly colourAt: (corner: number, part: number) => number;
  readonly elementAt: (corner: number) => number;
  /** Column-major, from the piece's numbers to glTF's frame. */
  readonly matrix: Float64Array;
}

/**
 * The geometry of a tile, or of those of its elements that `isWanted` says yes to.
 * Call after `MeshoptDecoder.ready`.
 */
export function readModelTile(
  glb: Uint8Array,
  isWanted: (element: number) => boolean = () => true,
): ModelMesh {
  const pieces = [...listPieces(glb, isWanted)];
  return join(pieces);
}

/** Values of the tile's property table by row. Call after `MeshoptDecoder.ready`. */
export function readModelProperties(glb: Uint8Array): ReadTile['properties'] {
  const { json, view } = openGlb<ModelGltf>(glb);
  return readProperties(json.extensions.EXT_structural_metadata, view);
}

function* listPieces(glb: Uint8Array, isWanted: (element: number) => boolean): Generator<Piece> {
  const { json, accessor } = openGlb<ModelGltf>(glb);
  const root = Float64Array.from(json.nodes[0]?.matrix ?? IDENTITY);
  for (const node of json.nodes) {
    if (node.mesh === undefined) continue;
    const primitive = json.meshes[node.mesh]!.primitives[0]!;
    const { attributes } = primitive;
    const factor = json.materials[primitive.material]?.pbrMetallicRoughness.baseColorFactor;
    const colours = attributes.COLOR_0 === undefined ? undefined : accessor(attributes.COLOR_0);
    const shared = {
      positions: accessor(attributes.POSITION),
      normals: attributes.NORMAL === undefined ? undefined : accessor(attributes.NORMAL),
      isLines: primitive.mode === 1,
      colourAt: (corner: number, part: number) =>
        colours ? colours[corner * 4 + part]! : Math.round((factor?.[part] ?? 1) * 255),
    };
    const indices = accessor(primitive.indices);
    const instancing = node.extensions?.EXT_mesh_gpu_instancing.attributes;
    if (!instancing) {
      const elements = accessor(attributes._FEATURE_ID_1!);
      const matrix = multiply(root, toMatrix(node.translation ?? [0, 0, 0], QUARTER, ONES, 0));
      const wanted = indices.filter((corner) => isWanted(elements[corner]!));
      yield { ...shared, indices: wanted, elementAt: (corner) => elements[corner]!, matrix };
      continue;
    }
    const elements = accessor(instancing._FEATURE_ID_1);
    const of = (name: 'TRANSLATION' | 'ROTATION' | 'SCALE') =>
      instancing[name] === undefined ? undefined : accessor(instancing[name]);
    const [shifts, turns, scales] = [of('TRANSLATION'), of('ROTATION'), of('SCALE')];
    for (let instance = 0; instance < elements.length; instance++) {
      const element = elements[instance]!;
      if (!isWanted(element)) continue;
      const shift = shifts?.subarray(instance * 3, instance * 3 + 3) ?? [0, 0, 0];
      const turn = turns?.subarray(instance * 4, instance * 4 + 4) ?? QUARTER;
      const local = toMatrix(shift, turn, scales ?? ONES, scales ? instance * 3 : 0);
      yield { ...shared, indices, elementAt: () => element, matrix: multiply(root, local) };
    }
  }
}

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const QUARTER = [0, 0, 0, 1];
const ONES = [1, 1, 1];

function toMatrix(
  shift: ArrayLike<number>,
  turn: ArrayLike<number>,
  scale: ArrayLike<number>,
  at: number,
): Float64Array {
  const length = Math.hypot(turn[0]!, turn[1]!, turn[2]!, turn[3]!);
  const [x, y, z, w] = [0, 1, 2, 3].map((part) => turn[part]! / length) as [
    number,
    number,
    number,
    number,
  ];
  const columns = [
    [1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w)],
    [2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w)],
    [2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y)],
  ];
  const matrix = new Float64Array(16);
  for (const [column, values] of columns.entries()) {
    for (const [row, value] of values.entries()) {
      matrix[column * 4 + row] = value * scale[at + column]!;
    }
    matrix[12 + column] = shift[column]!;
  }
  matrix[15] = 1;
  return matrix;
}

function multiply(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(16);
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let inner = 0; inner < 4; inner++) sum += a[inner * 4 + row]! * b[column * 4 + inner]!;
      product[column * 4 + row] = sum;
    }
  }
  return product;
}

function join(pieces: readonly Piece[]): ModelMesh {
  const used = pieces.map(compact);
  const corners = used.reduce((sum, { corners: own }) => sum + own.length, 0);
  const countOf = (isLines: boolean) =>
    used.reduce((sum, one) => sum + (one.piece.isLines === isLines ? one.indices.length : 0), 0);
  const mesh = {
    positions: new Float32Array(corners * 3),
    normals: new Float32Array(corners * 3),
    rgba: new Uint8Array(corners * 4),
    elements: new Uint32Array(corners),
    triangles: new Uint32Array(countOf(false)),
    lines: new Uint32Array(countOf(true)),
  };
  let first = 0;
  const filled = { triangles: 0, lines: 0 };
  for (const { piece, corners: own, indices } of used) {
    writeCorners(piece, own, mesh, first);
    const list = piece.isLines ? 'lines' : 'triangles';
    for (const index of indices) mesh[list][filled[list]++] = first + index;
    first += own.length;
  }
  return mesh;
}

/** The corners that the piece's indices use, and the indices among them. */
function compact(piece: Piece) {
  const place = new Int32Array(piece.positions.length / 3).fill(-1);
  const corners: number[] = [];
  const indices = new Uint32Array(piece.indices.length);
  for (let at = 0; at < indices.length; at++) {
    const corner = piece.indices[at]!;
    if (place[corner]! < 0) place[corner] = corners.push(corner) - 1;
    indices[at] = place[corner]!;
  }
  return { piece, corners, indices };
}

/** glTF's y-up frame is turned back to z up. */
function writeCorners(
  { positions, normals, colourAt, elementAt, matrix: m }: Piece,
  corners: readonly number[],
  mesh: ModelMesh,
  first: number,
): void {
  // Where a box is stretched, its normals lie along the axes and keep their direction.
  for (const [place, corner] of corners.entries()) {
    const to = first + place;
    const at = corner * 3;
    const turned = (values: ArrayLike<number>, row: number) =>
      m[row]! * values[at]! + m[4 + row]! * values[at + 1]! + m[8 + row]! * values[at + 2]!;
    mesh.positions[to * 3] = turned(positions, 0) + m[12]!;
    mesh.positions[to * 3 + 1] = -(turned(positions, 2) + m[14]!);
    mesh.positions[to * 3 + 2] = turned(positions, 1) + m[13]!;
    if (normals) {
      const normal = [turned(normals, 0), -turned(normals, 2), turned(normals, 1)];
      const length = Math.hypot(...normal) || 1;
      mesh.normals.set(
        normal.map((part) => part / length),
        to * 3,
      );
    }
    for (let part = 0; part < 3; part++) mesh.rgba[to * 4 + part] = SRGB[colourAt(corner, part)]!;
    mesh.rgba[to * 4 + 3] = colourAt(corner, 3);
    mesh.elements[to] = elementAt(corner);
  }
}

/** sRGB byte of a byte of linear colour. */
const SRGB = Uint8Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
});

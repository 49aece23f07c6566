// A tile's GLB → shapes and where they stand in the model's frame: instances of shared meshes, and merged meshes
// taken apart again by element.

import {
  type GlbNode,
  type GlbPrimitive,
  glbReady,
  type OpenGlb,
  openGlb,
} from '#conversion/gltf/open-glb.ts';
import type { TileContent, TileShape } from './tile-content.ts';
import { multiply } from './tileset-tree.ts';

/** glTF's y up → z up, as 3D Tiles turns it. */
const TO_Z_UP = [1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1];
const LINES = 1;
const TRIANGLES = 4;

interface Rows {
  readonly shapes: TileShape[];
  readonly element: number[];
  readonly shape: number[];
  readonly matrix: number[];
}

/** `tileMatrix`: tile's frame, z up → model's frame. Throws one sentence naming `file` for what is no tile of ours. */
export async function decodeTile(
  bytes: ArrayBuffer,
  tileMatrix: ArrayLike<number>,
  file: string,
): Promise<TileContent> {
  await glbReady;
  const glb = openGlb(new Uint8Array(bytes), file);
  const rows: Rows = { shapes: [], element: [], shape: [], matrix: [] };
  const { scenes = [], scene = 0 } = glb.json;
  for (const node of scenes[scene]?.nodes ?? []) {
    visit(glb, node, multiply(tileMatrix, TO_Z_UP), rows, file);
  }
  return {
    shapes: rows.shapes,
    element: Uint32Array.from(rows.element),
    shape: Uint32Array.from(rows.shape),
    matrix: Float64Array.from(rows.matrix),
  };
}

function visit(glb: OpenGlb, number: number, above: Float64Array, rows: Rows, file: string): void {
  const node = glb.json.nodes?.[number];
  if (!node) throw new Error(`${file} has no node ${number}.`);
  const matrix = multiply(above, matrixOf(node));
  const mesh = node.mesh === undefined ? undefined : glb.json.meshes?.[node.mesh];
  for (const primitive of mesh?.primitives ?? []) {
    const instances = node.extensions?.EXT_mesh_gpu_instancing?.attributes;
    if (instances) addInstances(glb, primitive, instances, matrix, rows);
    else addByElement(glb, primitive, matrix, rows);
  }
  for (const child of node.children ?? []) visit(glb, child, matrix, rows, file);
}

function addInstances(
  glb: OpenGlb,
  primitive: GlbPrimitive,
  attributes: Readonly<Record<string, number>>,
  matrix: Float64Array,
  rows: Rows,
): void {
  const ids = attributes._FEATURE_ID_1;
  if (ids === undefined) return;
  const elements = glb.numbersOf(ids);
  const read = (name: string) => {
    const accessor = attributes[name];
    return accessor === undefined ? undefined : glb.valuesOf(accessor);
  };
  const [translations, rotations, scales] = [read('TRANSLATION'), read('ROTATION'), read('SCALE')];
  const shape = rows.shapes.push(readShape(glb, primitive)) - 1;
  for (let at = 0; at < elements.length; at++) {
    const own = compose(
      translations?.subarray(3 * at, 3 * at + 3),
      rotations?.subarray(4 * at, 4 * at + 4),
      scales?.subarray(3 * at, 3 * at + 3),
    );
    rows.element.push(elements[at]!);
    rows.shape.push(shape);
    rows.matrix.push(...multiply(matrix, own));
  }
}

/** A merged mesh has the element at each corner. */
function addByElement(
  glb: OpenGlb,
  primitive: GlbPrimitive,
  matrix: Float64Array,
  rows: Rows,
): void {
  const ids = primitive.attributes._FEATURE_ID_1;
  if (ids === undefined) return;
  const elementOf = glb.numbersOf(ids);
  const whole = readShape(glb, primitive);
  const isLines = primitive.mode === LINES;
  const indices = isLines ? (whole.edges ?? new Uint32Array()) : whole.indices;
  const cornersIn = isLines ? 2 : 3;
  const firstOf = new Map<number, number[]>();
  for (let at = 0; at < indices.length; at += cornersIn) {
    const element = elementOf[indices[at]!]!;
    const known = firstOf.get(element);
    if (known) known.push(at);
    else firstOf.set(element, [at]);
  }
  for (const [element, firsts] of firstOf) {
    rows.element.push(element);
    rows.shape.push(rows.shapes.push(takeApart(whole, indices, firsts, isLines)) - 1);
    rows.matrix.push(...matrix);
  }
}

function takeApart(
  whole: TileShape,
  indices: ArrayLike<number>,
  firsts: readonly number[],
  isLines: boolean,
): TileShape {
  const cornersIn = isLines ? 2 : 3;
  const own = new Uint32Array(firsts.length * cornersIn);
  const numberOf = new Map<number, number>();
  for (const [row, first] of firsts.entries()) {
    for (let corner = 0; corner < cornersIn; corner++) {
      const old = indices[first + corner]!;
      let number = numberOf.get(old);
      if (number === undefined) {
        number = numberOf.size;
        numberOf.set(old, number);
      }
      own[row * cornersIn + corner] = number;
    }
  }
  const positions = new Float32Array(numberOf.size * 3);
  const normals = new Float32Array(numberOf.size * 3);
  const rgba = new Uint8Array(numberOf.size * 4);
  for (const [old, number] of numberOf) {
    positions.set(whole.positions.subarray(3 * old, 3 * old + 3), 3 * number);
    normals.set(whole.normals.subarray(3 * old, 3 * old + 3), 3 * number);
    rgba.set(whole.rgba.subarray(4 * old, 4 * old + 4), 4 * number);
  }
  return isLines
    ? { positions, normals, rgba, indices: new Uint32Array(), edges: own }
    : { positions, normals, rgba, indices: own };
}

function readShape(glb: OpenGlb, primitive: GlbPrimitive): TileShape {
  const { attributes, indices, material, mode = TRIANGLES } = primitive;
  const positions =
    attributes.POSITION === undefined ? new Float32Array() : glb.valuesOf(attributes.POSITION);
  const count = positions.length / 3;
  const normals =
    attributes.NORMAL === undefined ? new Float32Array(3 * count) : glb.valuesOf(attributes.NORMAL);
  const corners =
    indices === undefined
      ? Uint32Array.from({ length: count }, (_, at) => at)
      : Uint32Array.from(glb.numbersOf(indices));
  const factor = glb.json.materials?.[material ?? -1]?.pbrMetallicRoughness?.baseColorFactor;
  const colours = attributes.COLOR_0 === undefined ? undefined : glb.valuesOf(attributes.COLOR_0);
  const rgba = toSrgb(count, factor ?? [1, 1, 1, 1], colours);
  return mode === LINES
    ? { positions, normals, rgba, indices: new Uint32Array(), edges: corners }
    : { positions, normals, rgba, indices: corners };
}

/** Colours of glTF are linear, those of the screen sRGB. */
function toSrgb(count: number, factor: readonly number[], colours: Float32Array | undefined) {
  const width = colours ? colours.length / count : 0;
  const rgba = new Uint8Array(4 * count);
  for (let corner = 0; corner < count; corner++) {
    for (let part = 0; part < 4; part++) {
      const own = part < width ? colours?.[corner * width + part] : undefined;
      const value = (factor[part] ?? 1) * (own ?? 1);
      rgba[4 * corner + part] = Math.round(255 * (part === 3 ? value : encode(value)));
    }
  }
  return rgba;
}

const encode = (linear: number): number =>
  linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;

const matrixOf = ({ matrix, translation, rotation, scale }: GlbNode): ArrayLike<number> =>
  matrix ?? compose(translation, rotation, scale);

/** Column-major, from translation, unit quaternion x, y, z, w, and scale. */
function compose(
  t: ArrayLike<number> = [0, 0, 0],
  q: ArrayLike<number> = [0, 0, 0, 1],
  s: ArrayLike<number> = [1, 1, 1],
): Float64Array {
  // Stored as 16-bit fractions a quaternion isn't quite of unit length.
  const length = Math.hypot(q[0]!, q[1]!, q[2]!, q[3]!) || 1;
  const [x, y, z, w] = [q[0]! / length, q[1]! / length, q[2]! / length, q[3]! / length];
  const [sx, sy, sz] = [s[0]!, s[1]!, s[2]!];
  return Float64Array.of(
    ...[(1 - 2 * (y * y + z * z)) * sx, 2 * (x * y + z * w) * sx, 2 * (x * z - y * w) * sx, 0],
    ...[2 * (x * y - z * w) * sy, (1 - 2 * (x * x + z * z)) * sy, 2 * (y * z + x * w) * sy, 0],
    ...[2 * (x * z + y * w) * sz, 2 * (y * z - x * w) * sz, (1 - 2 * (x * x + y * y)) * sz, 0],
    ...[t[0]!, t[1]!, t[2]!, 1],
  );
}

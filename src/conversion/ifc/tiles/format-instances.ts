// Shapes that recur in a tile: one mesh each, drawn wherever an instance stands.

import { linearOf, type TileMaterials } from './materials.ts';
import type { ModelParts } from './model-parts.ts';
import { toQuaternion } from './placing.ts';
import type { PreparedShape } from './prepared-shape.ts';
import type { InstanceGroup } from './split-content.ts';
import { addIds, featureIds, STEP_M, type TileFrame } from './tile-frame.ts';
import type { VertexPools } from './vertex-pools.ts';

type Json = Record<string, unknown>;

export function formatInstancedMesh(
  parts: ModelParts,
  { variant, rows }: InstanceGroup,
  pools: VertexPools,
  materials: TileMaterials,
): Json {
  const shape = variant === 'box' ? CUBE : parts.shapes[variant]!;
  const { steps, min, max } = variant === 'box' ? toSteps(shape, 1) : toSteps(shape, STEP_M);
  const attributes = {
    POSITION: pools.add('vertices', steps, 4, 'VEC3', { min, max }),
    NORMAL: pools.add('normals', padNormals(shape.normals), 4, 'VEC3', { normalized: true }),
  };
  const packed =
    shape.vertexCount <= 65535 ? Uint16Array.from(shape.indices) : Uint32Array.from(shape.indices);
  const material = materials.of(linearOf(parts.rgba, rows[0]! * 4));
  const indices = pools.add('triangles', packed, 1, 'SCALAR');
  return { primitives: [{ attributes, indices, material }] };
}

function middleOf({ least, greatest }: PreparedShape): readonly number[] {
  return least.map((low, axis) => (low + greatest[axis]!) / 2);
}

/** Half the extent in steps, which stretches the cube from −1 … 1 to the shape's box. */
function halfOf({ least, greatest }: PreparedShape): readonly number[] {
  return least.map((low, axis) => Math.round((greatest[axis]! - low) / 2 / STEP_M));
}

function toSteps(shape: PreparedShape, stepM: number) {
  const middle = middleOf(shape);
  const steps = new Int16Array(shape.vertexCount * 4);
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (let vertex = 0; vertex < shape.vertexCount; vertex++) {
    for (let axis = 0; axis < 3; axis++) {
      const step = Math.round((shape.positions[vertex * 3 + axis]! - middle[axis]!) / stepM);
      steps[vertex * 4 + axis] = step;
      if (step < min[axis]!) min[axis] = step;
      if (step > max[axis]!) max[axis] = step;
    }
  }
  return { steps, min, max };
}

function padNormals(normals: Int8Array): Int8Array {
  const padded = new Int8Array((normals.length / 3) * 4);
  for (let vertex = 0; vertex * 3 < normals.length; vertex++) {
    padded[vertex * 4] = normals[vertex * 3]!;
    padded[vertex * 4 + 1] = normals[vertex * 3 + 1]!;
    padded[vertex * 4 + 2] = normals[vertex * 3 + 2]!;
  }
  return padded;
}

/** The shape's middle is its origin in the tile, so that its positions fit; instances stand where it comes to. */
export function formatInstances(
  { variant, rows }: InstanceGroup,
  { parts, origin, tableRowOf, isWide }: TileFrame,
  pools: VertexPools,
): Json {
  const { turns, variantOf } = parts.placing;
  const translations = new Float32Array(rows.length * 3);
  const rotations = new Int16Array(rows.length * 4);
  let isTurned = false;
  const scales = variant === 'box' ? new Float32Array(rows.length * 3) : undefined;
  for (const [number, row] of rows.entries()) {
    const shape = parts.shapes[variant === 'box' ? variantOf[row]! : variant]!;
    const middle = middleOf(shape);
    scales?.set(halfOf(shape), number * 3);
    for (let axis = 0; axis < 3; axis++) {
      let at = parts.matrix[row * 16 + 12 + axis]! - origin[axis]!;
      for (let from = 0; from < 3; from++) at += turns[row * 9 + from * 3 + axis]! * middle[from]!;
      translations[number * 3 + axis] = Math.round(at / STEP_M);
    }
    const quaternion = toQuaternion(turns, row * 9);
    for (let part = 0; part < 4; part++) {
      rotations[number * 4 + part] = Math.round(quaternion[part]! * 32767);
    }
    if (rotations[number * 4 + 3] !== 32767) isTurned = true;
  }
  const elements = Uint32Array.from(rows, (row) => parts.elementOf[row]!);
  const attributes = {
    TRANSLATION: pools.add('vertices', translations, 3, 'VEC3'),
    ...(isTurned
      ? { ROTATION: pools.add('vertices', rotations, 4, 'VEC4', { normalized: true }) }
      : {}),
    ...(scales ? { SCALE: pools.add('vertices', scales, 3, 'VEC3') } : {}),
    _FEATURE_ID_0: addIds(
      pools,
      elements.map((element) => tableRowOf.get(element) ?? 0),
      isWide,
    ),
    _FEATURE_ID_1: addIds(pools, elements, isWide),
  };
  return {
    EXT_mesh_gpu_instancing: { attributes },
    EXT_instance_features: { featureIds: featureIds(tableRowOf.size) },
  };
}

/** From −1 to 1, with a normal for each side. */
const CUBE: PreparedShape = createCube();

function createCube(): PreparedShape {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (let axis = 0; axis < 3; axis++) {
    for (const side of [-1, 1]) {
      const first = positions.length / 3;
      for (const [u, v] of [
        [-1, -1],
        [side, -side],
        [1, 1],
        [-side, side],
      ] as const) {
        const corner = [side, u, v];
        positions.push(corner[(3 - axis) % 3]!, corner[(4 - axis) % 3]!, corner[(5 - axis) % 3]!);
        const normal = [side * 127, 0, 0];
        normals.push(normal[(3 - axis) % 3]!, normal[(4 - axis) % 3]!, normal[(5 - axis) % 3]!);
      }
      indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
    }
  }
  return {
    mode: 'triangles',
    vertexCount: 24,
    positions: Float32Array.from(positions),
    normals: Int8Array.from(normals),
    indices: Uint32Array.from(indices),
    least: [-1, -1, -1],
    greatest: [1, 1, 1],
  };
}

import { GlbViews } from '../gltf/glb.ts';
import type { PointM } from './georeferencing/model-origin.ts';
import type { LookCorners } from './look-corners.ts';

/** One mesh of all corners around `origin`, plain: it is decoded once and thrown away soon. */
export function formatLook(corners: LookCorners, origin: PointM): Uint8Array<ArrayBuffer> {
  const { count, indexCount, colours, indices } = corners;
  const { positions, min, max } = turnPositions(corners, origin);
  const views = new GlbViews();
  const accessors = [
    {
      ...{ bufferView: views.addVertices(positions, 12), componentType: 5126 },
      ...{ count, type: 'VEC3', min, max },
    },
    {
      ...{ bufferView: views.addVertices(turnNormals(corners), 4), componentType: 5120 },
      ...{ normalized: true, count, type: 'VEC3' },
    },
    {
      ...{ bufferView: views.addVertices(colours.slice(0, count), 4), componentType: 5121 },
      ...{ normalized: true, count, type: 'VEC4' },
    },
    {
      bufferView: views.addIndices(indices.slice(0, indexCount), 'TRIANGLES'),
      ...{ componentType: 5125, count: indexCount, type: 'SCALAR' },
    },
  ];
  const attributes = { POSITION: 0, NORMAL: 1, COLOR_0: 2 };
  const surface = { metallicFactor: 0, roughnessFactor: 0.9 };
  const glb = views.format(
    {
      asset: { version: '2.0', generator: 'Panopolis' },
      extensionsUsed: ['KHR_mesh_quantization'],
      extensionsRequired: ['KHR_mesh_quantization'],
      scene: 0,
      scenes: [{ nodes: [0] }],
      nodes: [{ mesh: 0 }],
      meshes: [{ primitives: [{ attributes, indices: 3, material: 0 }] }],
      materials: [{ pbrMetallicRoughness: surface, doubleSided: true }],
      accessors,
    },
    { isCompressed: false },
  );
  return new Uint8Array(glb);
}

/** From z up to y up. */
function turnPositions({ positions: from, count }: LookCorners, [ox, oy, oz]: PointM) {
  const positions = new Float32Array(count * 3);
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at += 3) {
    positions[at] = from[at]! - ox;
    positions[at + 1] = from[at + 2]! - oz;
    positions[at + 2] = oy - from[at + 1]!;
    for (let axis = 0; axis < 3; axis++) {
      const value = positions[at + axis]!;
      if (value < min[axis]!) min[axis] = value;
      if (value > max[axis]!) max[axis] = value;
    }
  }
  return { positions, min, max };
}

function turnNormals({ normals: from, count }: LookCorners): Int8Array {
  const normals = new Int8Array(count * 4);
  for (let at = 0; at < normals.length; at += 4) {
    normals[at] = from[at]!;
    normals[at + 1] = from[at + 2]!;
    normals[at + 2] = -from[at + 1]!;
  }
  return normals;
}

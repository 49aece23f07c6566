import { BufferAttribute, BufferGeometry } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import type { ElementMesh } from '../protocol.ts';

/**
 * A tree of boxes over the triangles, so that the page need not take a second to build one. Puts the mesh's indices
 * into its order. No buffers where there is no triangle.
 */
export function buildTree({ positions, indices }: ElementMesh): readonly ArrayBuffer[] {
  if (indices.length === 0) return [];
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setIndex(new BufferAttribute(indices, 1));
  return MeshBVH.serialize(new MeshBVH(geometry), { cloneBuffers: false }).roots;
}

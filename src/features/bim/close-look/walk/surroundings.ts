import { DoubleSide, Ray } from 'three';
import type { MeshBVH } from 'three-mesh-bvh';
import type { Vector } from '../vector.ts';
import type { Surroundings } from './walk.ts';

/** What stands around by the triangles of a mesh; `isSolid` tells which of them stop a person. */
export function surroundingsOf(
  tree: MeshBVH,
  isSolid: (triangle: number) => boolean,
): Surroundings {
  const ray = new Ray();
  return {
    cast(from, along, withinM) {
      ray.origin.set(...from);
      ray.direction.set(...along);
      let nearest: { distanceM: number; normal: Vector } | undefined;
      for (const { distance, faceIndex, face } of tree.raycast(ray, DoubleSide, 0, withinM)) {
        if (faceIndex === undefined || faceIndex === null || !face || !isSolid(faceIndex)) continue;
        if (nearest && nearest.distanceM <= distance) continue;
        const { x, y, z } = face.normal;
        nearest = { distanceM: distance, normal: [x, y, z] };
      }
      return nearest;
    },
  };
}

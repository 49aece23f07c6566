// The calls that need the geometry of tiles.

import { type Service, Transfer } from '../port.ts';
import { mergeMesh } from './mesh/merge-mesh.ts';
import { loadElementMesh } from './mesh.ts';
import type { ModelList } from './model-list.ts';
import type { BimProtocol } from './protocol.ts';

export function createGeometryCalls(list: ModelList): Pick<Service<BimProtocol>['calls'], 'mesh'> {
  return {
    // Each model has a frame of its own: the first that has some of the parts is the one meant.
    mesh: async ({ parts }, { signal }) => {
      for (const model of list.all) {
        const rows = await list.meshRows(model, parts);
        if (rows.length === 0) continue;
        const mesh = await loadElementMesh(model, rows, signal);
        const { positions, normals, indices, elements, rgba, edges } = mesh;
        const arrays = [positions, normals, indices, elements, rgba, edges];
        return new Transfer(
          mesh,
          arrays.map(({ buffer }) => buffer),
        );
      }
      return mergeMesh([], { has: () => false, base: 0 });
    },
  };
}

// One part with all that the close look needs to show it and to let a person stand in it.

import type { PartKey } from '#features/bim/contract.ts';
import { nameElement } from '#features/bim/kernel/element-name.ts';
import type { ModelData } from '#features/bim/kernel/model-data.ts';
import { parsePartKey } from '#features/bim/kernel/part-key.ts';
import { type Service, Transfer } from '../port.ts';
import { loadElementMesh } from './mesh.ts';
import type { ModelList } from './model-list.ts';
import type { LoadedModel } from './open-models.ts';
import type { BimProtocol, CloseScene } from './protocol.ts';

/** What a person walks through: doors stand open, rooms are air. */
const PASSABLE = /^Ifc(Door|DoorStandardCase|Opening\w*|Space|SpatialZone|VirtualElement|Grid)$/;

type Calls = Pick<Service<BimProtocol>['calls'], 'closeLook'>;

export function createCloseLookCalls(list: ModelList): Calls {
  return {
    closeLook: async ({ part }, { signal }) => {
      const model = list.find(parsePartKey(part)?.model ?? '');
      if (!model) throw new Error(`There is no open model of ${part}.`);
      const rows = await list.meshRows(model, [part]);
      // Brings `three` along, which nothing else here needs.
      const { buildTree } = await import('./close-look/build-tree.ts');
      const mesh = await loadElementMesh(model, rows, signal);
      signal.throwIfAborted();
      const tree = buildTree(mesh);
      const scene: CloseScene = {
        model: model.source.id,
        title: titleOf(model, part),
        mesh,
        tree,
        storeys: storeysOf(model.data, rows),
        passable: rows
          .filter((row) => PASSABLE.test(model.data.className(row)))
          .map((row) => row + model.base),
      };
      const { positions, normals, indices, elements, rgba, edges } = mesh;
      const arrays = [positions, normals, indices, elements, rgba, edges];
      return new Transfer(scene, [...arrays.map(({ buffer }) => buffer), ...tree]);
    },
  };
}

function titleOf({ data, source }: LoadedModel, key: PartKey): string {
  const part = parsePartKey(key);
  if (!part || part.kind === 'all') return source.name;
  const row = part.kind === 'element' ? data.rowOf(part.name) : undefined;
  if (row === undefined) return part.name;
  // The project, and a building without a name, are called as the model; of other nameless things the class says more.
  const { name, label } = data.elements;
  const isNameless = data.isSpatial(row) && !name.at(row) && !label.at(row);
  return isNameless || data.className(row) === 'IfcProject' ? source.name : nameElement(data, row);
}

function storeysOf(data: ModelData, rows: Uint32Array): CloseScene['storeys'] {
  const reached = new Set(rows.map((row) => data.elements.storey[row]!));
  return data.storeys
    .filter((_, storey) => reached.has(storey))
    .map(({ name, elevationM, heightM }) => ({ name, elevationM, heightM }));
}

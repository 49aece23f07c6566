// One tile of a building model → GLB: positions in steps of 1 mm around the tile's middle, shapes that recur as
// instances, the rest baked; feature ids lead to the tile's own property table (set 0) and to the element's
// row in the model (set 1, `element`).

import type { PlannedColumn } from '../../attributes/plan.ts';
import { GlbViews } from '../../gltf/glb.ts';
import { formatMetadata } from '../../gltf/property-table.ts';
import { bakeMesh } from './bake-mesh.ts';
import { formatInstancedMesh, formatInstances } from './format-instances.ts';
import { TileMaterials } from './materials.ts';
import { boxAround, type ModelParts } from './model-parts.ts';
import { splitContent, type TileRows } from './split-content.ts';
import { roundTo, STEP_M, type TileFrame } from './tile-frame.ts';
import { VertexPools } from './vertex-pools.ts';

type Json = Record<string, unknown>;

export interface TileTable {
  readonly columns: readonly PlannedColumn[];
  /** Values of each column by element row. */
  readonly values: readonly ((element: number) => string | undefined)[];
}

export interface FormattedTile {
  readonly glb: Uint8Array;
  readonly least: readonly [number, number, number];
  readonly greatest: readonly [number, number, number];
}

/** At least one row. The tile's frame is the model's. */
export function formatModelTile(
  parts: ModelParts,
  content: TileRows,
  table: TileTable,
  options: { readonly isCompressed: boolean },
): FormattedTile {
  const rows = Uint32Array.from([...content.meshes, ...content.boxes]);
  const box = boxAround(parts.boxes, rows);
  const origin = box.least.map((low, axis) => roundTo((low + box.greatest[axis]!) / 2, STEP_M));
  const elements = [...new Set(Array.from(rows, (row) => parts.elementOf[row]!))].sort(
    (a, b) => a - b,
  );
  const rowOf = new Map(elements.map((element, row) => [element, row]));
  const isWide = (elements.at(-1) ?? 0) > 65535;
  const frame: TileFrame = { parts, origin, tableRowOf: rowOf, isWide };
  const { instanced, meshes } = splitContent(parts, content);
  const pools = new VertexPools();
  const materials = new TileMaterials();
  const nodes: Json[] = [];
  const gltfMeshes: Json[] = [];
  for (const group of instanced) {
    const mesh = gltfMeshes.push(formatInstancedMesh(parts, group, pools, materials)) - 1;
    nodes.push({ mesh, extensions: formatInstances(group, frame, pools) });
  }
  for (const baked of meshes) {
    const { shift, primitive } = bakeMesh(baked, frame, pools, materials);
    const mesh = gltfMeshes.push({ primitives: [primitive] }) - 1;
    nodes.push({ mesh, ...(shift.some((part) => part !== 0) ? { translation: shift } : {}) });
  }
  const views = new GlbViews();
  const accessors = pools.finish(views);
  const metadata = formatMetadata(
    {
      columns: table.columns,
      rowCount: elements.length,
      values: table.values.map((read) => elements.map((element) => read(element))),
    },
    Uint32Array.from(elements),
    views,
  );
  const glb = views.format(
    {
      asset: { version: '2.0', generator: 'Panopolis' },
      ...declareExtensions(instanced.length > 0, meshes.length > 0, options.isCompressed),
      scene: 0,
      scenes: [{ nodes: [0] }],
      nodes: [
        { matrix: toRootMatrix(origin), children: nodes.map((_, number) => number + 1) },
        ...nodes,
      ],
      meshes: gltfMeshes,
      materials: materials.json,
      accessors,
      extensions: { EXT_structural_metadata: metadata },
    },
    options,
  );
  return { glb, ...box };
}

function declareExtensions(hasInstances: boolean, hasMeshes: boolean, isCompressed: boolean): Json {
  const packing = isCompressed ? ['EXT_meshopt_compression'] : [];
  const instancing = hasInstances ? ['EXT_mesh_gpu_instancing'] : [];
  return {
    extensionsUsed: [
      ...instancing,
      ...(hasInstances ? ['EXT_instance_features'] : []),
      ...(hasMeshes ? ['EXT_mesh_features'] : []),
      'EXT_structural_metadata',
      'KHR_mesh_quantization',
      ...packing,
    ],
    extensionsRequired: [...instancing, 'KHR_mesh_quantization', ...packing],
  };
}

/** Steps of the model's frame, z up → metres of glTF's, y up; 3D Tiles turns it back. */
const toRootMatrix = ([x = 0, y = 0, z = 0]: readonly number[]) => [
  ...[STEP_M, 0, 0, 0],
  ...[0, 0, -STEP_M, 0],
  ...[0, STEP_M, 0, 0],
  ...[x, z, -y, 1],
];

// A tile's mesh and attribute table → GLB: positions in 16 bits of 8 mm where the tile is small enough,
// EXT_mesh_features with the tile's own rows (set 0) and the city-wide index (set 1).

import type { TileColumns } from '../attributes/tile-columns.ts';
import { GlbViews } from '../gltf/glb.ts';
import { formatMetadata } from '../gltf/property-table.ts';
import { compactMesh } from './compact-mesh.ts';
import type { TileMesh } from './tile-mesh.ts';

/** Half the diagonal of an 8 mm cube is 6.9 mm: what a vertex moves at most. */
const FINE_STEP = 0.008;
/** Beyond this step positions are stored as f32, which is exact to 1 mm within 8 km. */
const COARSEST_STEP = 0.01;

export interface TileContent {
  readonly mesh: TileMesh;
  readonly columns: TileColumns;
  /** City-wide index of each row. */
  readonly cityIndex: Uint32Array;
  /** Size of a position step of the coarse tiles, m; undefined: exact. */
  readonly step?: number;
}

export interface FormatOptions {
  readonly isCompressed: boolean;
}

export function formatTile(content: TileContent, options: FormatOptions): Uint8Array {
  const { columns, cityIndex } = content;
  const isCoarse = content.step !== undefined;
  const positions = quantise(content.mesh.positions, content.step ?? FINE_STEP, isCoarse);
  const mesh = compactMesh({
    ...content.mesh,
    positionWords: new Uint32Array(positions.values.buffer),
    wordsPerPosition: positions.stride / 4,
  });
  const views = new GlbViews();
  const accessors: Record<string, unknown>[] = [];
  const add = (accessor: Record<string, unknown>) => accessors.push(accessor) - 1;
  const count = mesh.rows.length;
  const attributes = {
    POSITION: add({
      bufferView: views.addVertices(mesh.positionWords, positions.stride),
      componentType: positions.componentType,
      count,
      type: 'VEC3',
      ...bounds(mesh.positionWords, positions),
    }),
    NORMAL: add({
      bufferView: views.addNormals(mesh.normals),
      componentType: 5120,
      normalized: true,
      count,
      type: 'VEC3',
    }),
    COLOR_0: add({
      bufferView: views.addVertices(mesh.colours, 4),
      componentType: 5121,
      normalized: true,
      count,
      type: 'VEC4',
    }),
    _FEATURE_ID_0: add(scalars(views, mesh.rows, (row) => row)),
    _FEATURE_ID_1: add(scalars(views, mesh.rows, (row) => cityIndex[row]!)),
    _SURFACE: add(scalars(views, mesh.surfaces, (surface) => surface)),
  };
  const extensions = { EXT_mesh_features: { featureIds: featureIds(cityIndex.length) } };
  const primitives = PRIMITIVES.flatMap(({ mode, list }) => {
    const indices = mesh[list];
    if (indices.length === 0) return [];
    const packed = count <= 65535 ? Uint16Array.from(indices) : indices;
    const accessor = add({
      bufferView: views.addIndices(packed, mode === 4 ? 'TRIANGLES' : 'INDICES'),
      componentType: count <= 65535 ? 5123 : 5125,
      count: indices.length,
      type: 'SCALAR',
    });
    return [{ attributes, indices: accessor, material: 0, mode, extensions }];
  });
  const metadata = formatMetadata(columns, cityIndex, views);
  return views.format(
    {
      asset: { version: '2.0', generator: 'Panopolis' },
      extensionsUsed: [
        'EXT_mesh_features',
        'EXT_structural_metadata',
        'KHR_mesh_quantization',
        ...(options.isCompressed ? ['EXT_meshopt_compression'] : []),
      ],
      extensionsRequired: [
        'KHR_mesh_quantization',
        ...(options.isCompressed ? ['EXT_meshopt_compression'] : []),
      ],
      scene: 0,
      scenes: [{ nodes: [0] }],
      nodes: [{ mesh: 0, matrix: toNodeMatrix(content.mesh.frame, positions) }],
      meshes: [{ primitives }],
      materials: [
        { pbrMetallicRoughness: { metallicFactor: 0, roughnessFactor: 0.9 }, doubleSided: true },
      ],
      accessors,
      extensions: { EXT_structural_metadata: metadata },
    },
    options,
  );
}

const PRIMITIVES = [
  { mode: 4, list: 'triangles' },
  { mode: 1, list: 'lines' },
  { mode: 0, list: 'points' },
] as const;

const featureIds = (featureCount: number) => [
  { featureCount, attribute: 0, propertyTable: 0, label: 'feature' },
  { featureCount, attribute: 1, label: 'city' },
];

/** Numbers per vertex in two bytes, or as f32 beyond 65,535 (exact to 2^24); four bytes apart as glTF asks. */
function scalars(
  views: GlbViews,
  from: Uint32Array | Uint8Array,
  value: (index: number) => number,
): Record<string, unknown> {
  const count = from.length;
  let isShort = true;
  const wide = new Float32Array(count);
  for (let vertex = 0; vertex < count; vertex++) {
    const number = value(from[vertex]!);
    wide[vertex] = number;
    if (number > 65535) isShort = false;
  }
  const values = isShort ? Uint32Array.from(wide) : wide;
  return {
    bufferView: views.addVertices(values, 4),
    componentType: isShort ? 5123 : 5126,
    count,
    type: 'SCALAR',
  };
}

interface Quantised {
  readonly values: Uint16Array | Float32Array;
  readonly stride: number;
  readonly componentType: number;
  readonly origin: readonly [number, number, number];
  readonly step: number;
}

function quantise(positions: Float64Array, wantedStep: number, isCoarse: boolean): Quantised {
  let [x, y, z] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [east, north, up] = [-x, -y, -z];
  for (let at = 0; at < positions.length; at += 3) {
    x = Math.min(x, positions[at]!);
    y = Math.min(y, positions[at + 1]!);
    z = Math.min(z, positions[at + 2]!);
    east = Math.max(east, positions[at]!);
    north = Math.max(north, positions[at + 1]!);
    up = Math.max(up, positions[at + 2]!);
  }
  const extent = Math.max(east - x, north - y, up - z);
  const step = Math.max(wantedStep, extent / 65535);
  const count = positions.length / 3;
  const origin = [x, y, z] as const;
  if (!isCoarse && step > COARSEST_STEP) {
    const values = new Float32Array(positions.length);
    for (let at = 0; at < positions.length; at++) values[at] = positions[at]! - origin[at % 3]!;
    return { values, stride: 12, componentType: 5126, origin, step: 1 };
  }
  const values = new Uint16Array(count * 4);
  for (let vertex = 0; vertex < count; vertex++) {
    values[vertex * 4] = Math.round((positions[vertex * 3]! - x) / step);
    values[vertex * 4 + 1] = Math.round((positions[vertex * 3 + 1]! - y) / step);
    values[vertex * 4 + 2] = Math.round((positions[vertex * 3 + 2]! - z) / step);
  }
  return { values, stride: 8, componentType: 5123, origin, step };
}

function bounds(words: Uint32Array, { componentType }: Quantised) {
  const isShort = componentType === 5123;
  const values = isShort ? new Uint16Array(words.buffer) : new Float32Array(words.buffer);
  const width = isShort ? 4 : 3;
  const min = [0, 1, 2].map(() => Number.POSITIVE_INFINITY);
  const max = [0, 1, 2].map(() => Number.NEGATIVE_INFINITY);
  for (let at = 0; at < values.length; at += width) {
    for (let axis = 0; axis < 3; axis++) {
      const value = values[at + axis]!;
      if (value < min[axis]!) min[axis] = value;
      if (value > max[axis]!) max[axis] = value;
    }
  }
  return { min, max };
}

/** Steps → the frame → Earth-centred, and last the turn from z-up to glTF's y-up, which 3D Tiles undoes. */
function toNodeMatrix(frame: Float64Array, { origin, step }: Quantised): number[] {
  const ecef = [0, 1, 2].map(
    (row) =>
      frame[row]! * origin[0] +
      frame[4 + row]! * origin[1] +
      frame[8 + row]! * origin[2] +
      frame[12 + row]!,
  );
  const columns = [0, 4, 8].flatMap((column) => [
    frame[column]! * step,
    frame[column + 2]! * step,
    -frame[column + 1]! * step,
    0,
  ]);
  return [...columns, ecef[0]!, ecef[2]!, -ecef[1]!, 1];
}

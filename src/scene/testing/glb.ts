// A GLB writer just large enough for the tilesets that tests make.

export interface Block {
  /** Of the footprint's centre and its half sizes, m in the tile's own east and north. */
  readonly east: number;
  readonly north: number;
  readonly half: number;
  readonly height: number;
}

const ROOF = 3;
const WALL = 2;
const FLOATS_PER_VERTEX = 3;
const VERTICES = 20;
const INDICES = 30;

/**
 * Boxes on the ground as one primitive: `_FEATURE_ID_0` the row of the property table, `_FEATURE_ID_1` the
 * city-wide index, `_SURFACE` wall or roof. The table holds `id` (`B-0` …) and `panopolis_index`.
 */
export function blocksToGlb(blocks: readonly Block[], firstIndex: number): Uint8Array {
  const vertices = blocks.length * VERTICES;
  const position = new Float32Array(vertices * FLOATS_PER_VERTEX);
  const normal = new Float32Array(vertices * FLOATS_PER_VERTEX);
  const row = new Float32Array(vertices);
  const index = new Float32Array(vertices);
  const surface = new Float32Array(vertices);
  const triangles = new Uint32Array(blocks.length * INDICES);
  for (const [at, block] of blocks.entries()) {
    writeBlock(block, at * VERTICES, position, normal, surface);
    row.fill(at, at * VERTICES, (at + 1) * VERTICES);
    index.fill(firstIndex + at, at * VERTICES, (at + 1) * VERTICES);
    for (let face = 0; face < 5; face++) {
      const first = at * VERTICES + face * 4;
      triangles.set(
        [first, first + 1, first + 2, first, first + 2, first + 3],
        at * INDICES + face * 6,
      );
    }
  }

  const ids = new TextEncoder().encode(blocks.map((_, at) => `B-${firstIndex + at}`).join(''));
  const offsets = new Uint32Array(blocks.length + 1);
  for (let at = 0; at < blocks.length; at++) {
    offsets[at + 1] = (offsets[at] ?? 0) + `B-${firstIndex + at}`.length;
  }
  const indices = Uint32Array.from(blocks, (_, at) => firstIndex + at);
  const parts = [position, normal, row, index, surface, triangles, ids, offsets, indices];
  const { body, views } = pack(parts);
  const half = Math.max(
    ...blocks.map((b) => Math.max(Math.abs(b.east), Math.abs(b.north)) + b.half),
  );
  const top = Math.max(...blocks.map((b) => b.height));
  const scalar = (bufferView: number) => ({
    bufferView,
    componentType: 5126,
    count: vertices,
    type: 'SCALAR',
  });
  return glb(
    {
      asset: { version: '2.0' },
      extensionsUsed: ['EXT_mesh_features', 'EXT_structural_metadata'],
      buffers: [{ byteLength: body.length }],
      bufferViews: views,
      accessors: [
        {
          bufferView: 0,
          componentType: 5126,
          count: vertices,
          type: 'VEC3',
          min: [-half, 0, -half],
          max: [half, top, half],
        },
        { bufferView: 1, componentType: 5126, count: vertices, type: 'VEC3' },
        scalar(2),
        scalar(3),
        scalar(4),
        { bufferView: 5, componentType: 5125, count: triangles.length, type: 'SCALAR' },
      ],
      materials: [{ pbrMetallicRoughness: { metallicFactor: 0 } }],
      meshes: [
        {
          primitives: [
            {
              attributes: {
                POSITION: 0,
                NORMAL: 1,
                _FEATURE_ID_0: 2,
                _FEATURE_ID_1: 3,
                _SURFACE: 4,
              },
              indices: 5,
              material: 0,
              extensions: {
                EXT_mesh_features: {
                  featureIds: [
                    { featureCount: blocks.length, attribute: 0, propertyTable: 0 },
                    { featureCount: blocks.length, attribute: 1 },
                  ],
                },
              },
            },
          ],
        },
      ],
      nodes: [{ mesh: 0 }],
      scenes: [{ nodes: [0] }],
      scene: 0,
      extensions: {
        EXT_structural_metadata: {
          schema: {
            id: 'blocks',
            classes: {
              building: {
                properties: {
                  id: { type: 'STRING' },
                  panopolis_index: { type: 'SCALAR', componentType: 'UINT32' },
                },
              },
            },
          },
          propertyTables: [
            {
              class: 'building',
              count: blocks.length,
              properties: {
                id: { values: 6, stringOffsets: 7, stringOffsetType: 'UINT32' },
                panopolis_index: { values: 8 },
              },
            },
          ],
        },
      },
    },
    body,
  );
}

function writeBlock(
  { east, north, half, height }: Block,
  first: number,
  position: Float32Array,
  normal: Float32Array,
  surface: Float32Array,
): void {
  const [w, e, s, n] = [east - half, east + half, -(north - half), -(north + half)];
  const faces: readonly (readonly [readonly number[], readonly number[]])[] = [
    [
      [w, height, s, e, height, s, e, height, n, w, height, n],
      [0, 1, 0],
    ],
    [
      [w, 0, s, e, 0, s, e, height, s, w, height, s],
      [0, 0, 1],
    ],
    [
      [e, 0, n, w, 0, n, w, height, n, e, height, n],
      [0, 0, -1],
    ],
    [
      [e, 0, s, e, 0, n, e, height, n, e, height, s],
      [1, 0, 0],
    ],
    [
      [w, 0, n, w, 0, s, w, height, s, w, height, n],
      [-1, 0, 0],
    ],
  ];
  for (const [face, [corners, direction]] of faces.entries()) {
    const vertex = first + face * 4;
    position.set(corners, vertex * 3);
    for (let corner = 0; corner < 4; corner++) normal.set(direction, (vertex + corner) * 3);
    surface.fill(face === 0 ? ROOF : WALL, vertex, vertex + 4);
  }
}

function pack(parts: readonly (Float32Array | Uint32Array | Uint8Array)[]) {
  const views: { buffer: number; byteOffset: number; byteLength: number }[] = [];
  let size = 0;
  for (const { byteLength } of parts) {
    views.push({ buffer: 0, byteOffset: size, byteLength });
    size += Math.ceil(byteLength / 8) * 8;
  }
  const body = new Uint8Array(size);
  for (const [at, part] of parts.entries()) {
    body.set(
      new Uint8Array(part.buffer, part.byteOffset, part.byteLength),
      views[at]?.byteOffset ?? 0,
    );
  }
  return { body, views };
}

function glb(json: object, body: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const textSize = Math.ceil(text.length / 8) * 8;
  const file = new Uint8Array(28 + textSize + body.length).fill(0x20, 20, 20 + textSize);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x46546c67, true);
  view.setUint32(4, 2, true);
  view.setUint32(8, file.length, true);
  view.setUint32(12, textSize, true);
  view.setUint32(16, 0x4e4f534a, true);
  file.set(text, 20);
  view.setUint32(20 + textSize, body.length, true);
  view.setUint32(24 + textSize, 0x004e4942, true);
  file.set(body, 28 + textSize);
  return file;
}

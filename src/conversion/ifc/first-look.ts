// A plain GLB of what has been read of a model so far: shown while the rest is read and the tiles are built.
// Its shapes can be looked at, not picked.

import type { BimModel, StoredPlacement } from '#contract/bim-model.ts';
import type { Geoid } from '#model/geoid.ts';
import { GlbViews } from '../gltf/glb.ts';
import type { GeometryPart } from './geometry/read-geometry.ts';
import { chooseOrigin, type PointM } from './georeferencing/model-origin.ts';
import { readGeoreferencing } from './georeferencing/read-georeferencing.ts';
import type { IfcFile, PlacedShapes, Shape } from './parts.ts';
import { linearByte } from './tiles/materials.ts';

export interface FirstLook {
  /** In the model's frame as far as it is known, y up as glTF has it. */
  readonly glb: Uint8Array<ArrayBuffer>;
  readonly placement: StoredPlacement;
}

type PlaceOptions = Parameters<typeof readGeoreferencing>[2] & { readonly geoid: Geoid };

/** Not more often, and no more once there is so much: it would hold up what it stands in for. */
const LEAST_WAIT_MS = 300;
const MOST_CORNERS = 600_000;

/** Takes the parts of a geometry as they come and gives a look after the first and then now and again. */
export function createFirstLook(
  file: IfcFile,
  options: PlaceOptions,
  onLook: (look: FirstLook) => void,
): (part: GeometryPart) => void {
  const shapes: Shape[] = [];
  const parts: PlacedShapes[] = [];
  let corners = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  return (part) => {
    shapes.push(...part.shapes);
    parts.push(part.placed);
    for (const shape of part.placed.shape) corners += shapes[shape]!.positions.length / 3;
    if (performance.now() - lastMs < LEAST_WAIT_MS) return;
    if (corners === 0 || corners > MOST_CORNERS) return;
    const boundsM = boundsOf(shapes, parts);
    const origin = chooseOrigin(boundsM);
    const { placement } = readGeoreferencing(file, boundsM, options).readings[0]!;
    onLook({ glb: formatLook(shapes, parts, origin), placement });
    lastMs = performance.now();
  };
}

function boundsOf(shapes: readonly Shape[], parts: readonly PlacedShapes[]): BimModel['boundsM'] {
  const least: [number, number, number] = [Infinity, Infinity, Infinity];
  const greatest: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  eachCorner(shapes, parts, ({ x, y, z }) => {
    for (const [axis, value] of [x, y, z].entries()) {
      least[axis] = Math.min(least[axis]!, value);
      greatest[axis] = Math.max(greatest[axis]!, value);
    }
  });
  return least[0] > greatest[0]
    ? [
        [0, 0, 0],
        [0, 0, 0],
      ]
    : [least, greatest];
}

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly normal: readonly [number, number, number];
  /** Byte of the row's colour in `rgba`. */
  readonly colour: number;
  readonly rgba: Uint8Array;
}

function eachCorner(
  shapes: readonly Shape[],
  parts: readonly PlacedShapes[],
  visit: (corner: Corner) => void,
): void {
  for (const { count, shape, matrix, rgba } of parts) {
    for (let row = 0; row < count; row++) {
      const { positions, normals, mode } = shapes[shape[row]!]!;
      if (mode !== 'triangles') continue;
      const m = matrix.subarray(row * 16, row * 16 + 16);
      for (let at = 0; at < positions.length; at += 3) {
        const along = (values: Float32Array, axis: number) =>
          m[axis]! * values[at]! + m[4 + axis]! * values[at + 1]! + m[8 + axis]! * values[at + 2]!;
        visit({
          x: along(positions, 0) + m[12]!,
          y: along(positions, 1) + m[13]!,
          z: along(positions, 2) + m[14]!,
          normal: [along(normals, 0), along(normals, 1), along(normals, 2)],
          colour: row * 4,
          rgba,
        });
      }
    }
  }
}

function formatLook(
  shapes: readonly Shape[],
  parts: readonly PlacedShapes[],
  [ox, oy, oz]: PointM,
): Uint8Array<ArrayBuffer> {
  const { corners, indices } = countAndIndex(shapes, parts);
  const positions = new Float32Array(corners * 3);
  const normals = new Int8Array(corners * 4);
  const colours = new Uint8Array(corners * 4);
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  let at = 0;
  eachCorner(shapes, parts, ({ x, y, z, normal, colour, rgba }) => {
    const [nx, ny, nz] = normal;
    const length = Math.hypot(nx, ny, nz) || 1;
    const place = [x - ox, z - oz, oy - y];
    for (let axis = 0; axis < 3; axis++) {
      const value = Math.fround(place[axis]!);
      positions[at * 3 + axis] = value;
      min[axis] = Math.min(min[axis]!, value);
      max[axis] = Math.max(max[axis]!, value);
      colours[at * 4 + axis] = linearByte(rgba[colour + axis]!);
    }
    normals[at * 4] = Math.round((nx / length) * 127);
    normals[at * 4 + 1] = Math.round((nz / length) * 127);
    normals[at * 4 + 2] = Math.round((-ny / length) * 127);
    colours[at * 4 + 3] = rgba[colour + 3]!;
    at++;
  });
  const views = new GlbViews();
  const accessors = [
    {
      ...{ bufferView: views.addVertices(positions, 12), componentType: 5126 },
      ...{ count: corners, type: 'VEC3', min, max },
    },
    {
      ...{ bufferView: views.addVertices(normals, 4), componentType: 5120, normalized: true },
      ...{ count: corners, type: 'VEC3' },
    },
    {
      ...{ bufferView: views.addVertices(colours, 4), componentType: 5121, normalized: true },
      ...{ count: corners, type: 'VEC4' },
    },
    {
      ...{ bufferView: views.addIndices(indices, 'TRIANGLES'), componentType: 5125 },
      ...{ count: indices.length, type: 'SCALAR' },
    },
  ];
  const attributes = { POSITION: 0, NORMAL: 1, COLOR_0: 2 };
  const surface = { metallicFactor: 0, roughnessFactor: 0.9 };
  return new Uint8Array(
    views.format(
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
    ),
  );
}

function countAndIndex(shapes: readonly Shape[], parts: readonly PlacedShapes[]) {
  let corners = 0;
  const indices: number[] = [];
  for (const { shape } of parts) {
    for (const number of shape) {
      const { positions, indices: own, mode } = shapes[number]!;
      if (mode !== 'triangles') continue;
      for (const index of own) indices.push(corners + index);
      corners += positions.length / 3;
    }
  }
  return { corners, indices: Uint32Array.from(indices) };
}

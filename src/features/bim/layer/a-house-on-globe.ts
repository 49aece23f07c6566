// Builds the tiles of a small model in the browser, by the conversion itself, and serves them from blobs.

import { disciplineAt } from '#contract/bim-model.ts';
import type { ModelGeometry, ModelTables, Shape } from '#conversion/ifc/parts.ts';
import { buildModelTiles } from '#conversion/ifc/tiles/build-model-tiles.ts';
import type { PaintedModel } from '../contract/paint.ts';
import type { BuiltModel, Thing } from '../kernel/a-model.ts';
import { originalPlacement } from '../kernel/placement.ts';

export interface HouseOnGlobe {
  readonly painted: PaintedModel;
  free(): void;
}

/** Boxes of the same size share a shape, so that those that are many become instances. */
export async function onGlobe(
  built: BuiltModel,
  colourOf: (thing: Thing) => readonly [number, number, number, number] = () => [
    200, 200, 200, 255,
  ],
): Promise<HouseOnGlobe> {
  const { model, data, things } = built;
  const placement = originalPlacement(model);
  const { files } = await buildModelTiles(geometryOf(built, colourOf), tablesOf(built), {
    reading: { source: 'given', placement, steps: [] },
    geoid: () => 0,
  });
  const urls = new Map<string, string>();
  for (const [path, bytes] of files) {
    if (path !== 'tileset.json') urls.set(path, toUrl(bytes));
  }
  let json = new TextDecoder().decode(files.get('tileset.json'));
  for (const [path, url] of urls) json = json.replaceAll(`"${path}"`, `"${url}"`);
  const tileset = toUrl(new TextEncoder().encode(json));
  return {
    painted: {
      id: model.id,
      name: model.name,
      tileset,
      base: data.base,
      count: things.length,
      original: placement,
      readings: {},
      bounds: { leastM: model.boundsM[0], greatestM: model.boundsM[1] },
      storeys: model.storeys.map(({ element, elevationM }) => ({
        id: `${model.id}/${data.elements.globalId.at(element)}`,
        elevationM,
      })),
    },
    free: () => {
      for (const url of [...urls.values(), tileset]) URL.revokeObjectURL(url);
    },
  };
}

const toUrl = (bytes: Uint8Array) => URL.createObjectURL(new Blob([bytes.slice()]));

function geometryOf(
  { things, model }: BuiltModel,
  colourOf: (thing: Thing) => readonly number[],
): ModelGeometry {
  const shapes = new Map<string, { at: number; shape: Shape }>();
  const product: number[] = [];
  const shape: number[] = [];
  const matrix: number[] = [];
  const rgba: number[] = [];
  for (const [row, thing] of things.entries()) {
    if (!thing.box) continue;
    const [low, high] = thing.box;
    const size = low.map((value, axis) => Math.round((high[axis]! - value) * 1e4) / 1e4);
    const key = size.join();
    const known = shapes.get(key) ?? { at: shapes.size, shape: boxShape(size) };
    shapes.set(key, known);
    product.push(row);
    shape.push(known.at);
    matrix.push(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, ...low, 1);
    rgba.push(...colourOf(thing));
  }
  return {
    shapes: [...shapes.values()].map((one) => one.shape),
    placed: {
      count: product.length,
      product: Uint32Array.from(product),
      shape: Uint32Array.from(shape),
      matrix: Float64Array.from(matrix),
      rgba: Uint8Array.from(rgba),
    },
    reasons: new Map(),
    products: product.length,
    boundsM: model.boundsM,
    findings: [],
  };
}

function tablesOf({ data, model, things }: BuiltModel): ModelTables {
  const { elements } = data;
  const list = (texts: { count: number; at(index: number): string }) =>
    Array.from({ length: texts.count }, (_, at) => texts.at(at));
  return {
    elements: {
      globalId: list(elements.globalId),
      name: list(elements.name),
      class: elements.class.slice(),
      classes: list(elements.classes),
      type: elements.type.slice(),
      types: list(elements.types),
      material: elements.material.slice(),
      materials: list(elements.materials),
    },
    properties: {},
    count: things.length,
    name: model.name,
    storeys: model.storeys,
    propertySets: 0,
    propertyCount: 0,
    rowOf: new Map(things.map((_, row) => [row, row])),
    storeyOf: elements.storey,
    disciplineOf: Array.from(elements.discipline, disciplineAt),
    findings: [],
  };
}

/** Six faces with corners of their own, from the origin. */
function boxShape([x = 1, y = 1, z = 1]: readonly number[]): Shape {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  const size = [x, y, z];
  for (let axis = 0; axis < 3; axis++) {
    for (const side of [0, 1]) {
      const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
      const first = positions.length / 3;
      for (const [a, b] of [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ] as const) {
        const corner = [0, 0, 0];
        corner[axis] = side * size[axis]!;
        corner[u] = a * size[u]!;
        corner[v] = b * size[v]!;
        positions.push(...corner);
        normals.push(...[0, 1, 2].map((at) => (at === axis ? 2 * side - 1 : 0)));
      }
      const order = side === 1 ? [0, 1, 2, 0, 2, 3] : [0, 2, 1, 0, 3, 2];
      indices.push(...order.map((corner) => first + corner));
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(indices),
    mode: 'triangles',
  };
}

// A model in tiles as the conversion writes them, for tests: boxes and other shapes, each an element.

import { type BimElements, NONE_U16 } from '#contract/bim-elements.ts';
import type { BimModel } from '#contract/bim-model.ts';
import type { ModelTables, Shape } from '#conversion/ifc/parts.ts';
import { buildModelTiles } from '#conversion/ifc/tiles/build-model-tiles.ts';
import { type Discipline, disciplineIds } from '#model/discipline.ts';
import type { MeshModel } from '../mesh.ts';

export interface TestElement {
  readonly shape: Shape;
  readonly matrix?: readonly number[];
  readonly storey?: number;
  readonly discipline?: Discipline;
  readonly rgba?: readonly [number, number, number, number];
}

export const identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
export const movedTo = (x: number, y: number, z: number) => [...identity.slice(0, 12), x, y, z, 1];

/** A box with faces of their own corners; outside out. */
export function aBox(least: readonly number[], greatest: readonly number[]): Shape {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (let axis = 0; axis < 3; axis++) {
    for (const side of [0, 1]) {
      const first = positions.length / 3;
      for (const corner of side === 1 ? [0, 1, 2, 3] : [3, 2, 1, 0]) {
        const high = [0, 0, 0];
        high[axis] = side;
        high[(axis + 1) % 3] = corner === 1 || corner === 2 ? 1 : 0;
        high[(axis + 2) % 3] = corner >= 2 ? 1 : 0;
        positions.push(...high.map((isHigh, at) => (isHigh ? greatest[at]! : least[at]!)));
        normals.push(...[0, 1, 2].map((at) => (at === axis ? 2 * side - 1 : 0)));
      }
      indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(indices),
    mode: 'triangles',
  };
}

/** A ball of many triangles, so that equal ones become instances. */
export function aBall(radius: number, rings = 16): Shape {
  const positions: number[] = [];
  const indices: number[] = [];
  const around = 2 * rings;
  for (let ring = 0; ring <= rings; ring++) {
    const tilt = (Math.PI * ring) / rings;
    for (let step = 0; step < around; step++) {
      const turn = (2 * Math.PI * step) / around;
      positions.push(
        radius * Math.sin(tilt) * Math.cos(turn),
        radius * Math.sin(tilt) * Math.sin(turn),
        radius * Math.cos(tilt),
      );
      const [a, b] = [ring * around + step, ring * around + ((step + 1) % around)];
      if (ring < rings) indices.push(a, a + around, b + around, a, b + around, b);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(positions, (value) => value / radius),
    indices: Uint32Array.from(indices),
    mode: 'triangles',
  };
}

const placement = { longitudeDeg: 8, latitudeDeg: 50, heightM: 100, rotationDeg: 30, scale: 1 };

/** `reads` lists the files that were asked for. */
export async function aTiledModel(
  elements: readonly TestElement[],
  base = 0,
): Promise<MeshModel & { readonly reads: string[] }> {
  const storeyCount = Math.max(0, ...elements.map(({ storey = -1 }) => storey + 1));
  const storeys = Array.from({ length: storeyCount }, (_, at) => ({
    ...{ element: at, name: `Storey ${at}`, elevationM: 3 * at, heightM: 3 },
  }));
  const storeyOf = Uint16Array.from(elements, ({ storey = NONE_U16 }) => storey);
  const disciplineOf = elements.map(({ discipline = 'architecture' }) => discipline);
  const shapes = [...new Set(elements.map(({ shape }) => shape))];
  const names = elements.map((_, at) => `e${at}`);
  const tables: ModelTables = {
    elements: {
      globalId: names,
      name: names,
      class: new Uint16Array(elements.length),
      classes: ['IfcWall'],
      type: new Uint32Array(elements.length),
      types: ['Type'],
      material: new Uint16Array(elements.length),
      materials: ['Brick'],
    },
    properties: {},
    count: elements.length,
    name: 'Test',
    storeys,
    propertySets: 0,
    propertyCount: 0,
    rowOf: new Map(elements.map((_, at) => [at + 1, at])),
    storeyOf,
    disciplineOf,
    findings: [],
  };
  const { files } = await buildModelTiles(
    {
      shapes,
      placed: {
        count: elements.length,
        product: Uint32Array.from(elements, (_, at) => at + 1),
        shape: Uint32Array.from(elements, ({ shape }) => shapes.indexOf(shape)),
        matrix: Float64Array.from(elements.flatMap(({ matrix = identity }) => matrix)),
        rgba: Uint8Array.from(elements.flatMap(({ rgba = [200, 100, 50, 255] }) => rgba)),
      },
      reasons: new Map(),
      products: elements.length,
      boundsM: [
        [0, 0, 0],
        [0, 0, 0],
      ],
      findings: [],
    },
    tables,
    { reading: { source: 'given', placement, steps: [] }, geoid: () => 0 },
  );
  const columns: Partial<BimElements> = {
    count: elements.length,
    storey: storeyOf,
    discipline: Uint8Array.from(disciplineOf, (id) => disciplineIds.indexOf(id)),
    outcome: new Uint8Array(elements.length),
  };
  const model: Partial<BimModel> = { tileset: 'tileset.json', storeys };
  const reads: string[] = [];
  return {
    model: model as BimModel,
    elements: columns as BimElements,
    base,
    reads,
    read: async (path) => {
      reads.push(path);
      const file = files.get(path);
      if (!file) throw new Error(`There is no ${path}.`);
      return file.slice().buffer;
    },
  };
}

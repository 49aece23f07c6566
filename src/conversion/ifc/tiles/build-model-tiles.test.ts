import fc from 'fast-check';
import { validateBytes } from 'gltf-validator';
import { MeshoptDecoder } from 'meshoptimizer';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Discipline } from '#model/discipline.ts';
import { decodeTile } from '#workers/bim/mesh/decode-tile.ts';
import { parseTilesetTree } from '#workers/bim/mesh/tileset-tree.ts';
import { checkModelTile } from '../../gltf/check-model-tile.ts';
import type { ModelGeometry, ModelTables, Shape } from '../parts.ts';
import { buildModelTiles, type ModelTiles } from './build-model-tiles.ts';

const NONE_U16 = 0xffff;
const NONE_U32 = 0xffffffff;
const placement = { longitudeDeg: 8, latitudeDeg: 49, heightM: 100, rotationDeg: 0, scale: 1 };
const reading = { source: 'site' as const, placement, steps: [] };

interface Placed {
  readonly shape: Shape;
  readonly matrix?: readonly number[];
  readonly element?: number;
  readonly rgba?: readonly number[];
}

interface Element {
  readonly storey?: number;
  readonly discipline?: Discipline;
  readonly name?: string;
}

/** A model of placed shapes; each stands for an element of its own unless it says which. */
function aModel(placed: readonly Placed[], elements: readonly Element[] = []) {
  const shapes = [...new Set(placed.map(({ shape }) => shape))];
  const count = Math.max(elements.length, ...placed.map(({ element }, at) => (element ?? at) + 1));
  const of = (row: number): Element => elements[row] ?? {};
  const rows = Array.from({ length: count }, (_, row) => row);
  const geometry: ModelGeometry = {
    shapes,
    placed: {
      count: placed.length,
      product: Uint32Array.from(placed, ({ element }, at) => 1000 + (element ?? at)),
      shape: Uint32Array.from(placed, ({ shape }) => shapes.indexOf(shape)),
      matrix: Float64Array.from(placed.flatMap(({ matrix }) => matrix ?? at(0, 0, 0))),
      rgba: Uint8Array.from(placed.flatMap(({ rgba }) => rgba ?? [200, 180, 160, 255])),
    },
    reasons: new Map(),
    products: count,
    boundsM: [
      [0, 0, 0],
      [0, 0, 0],
    ],
    findings: [],
  };
  const storeyCount = Math.max(0, ...rows.map((row) => (of(row).storey ?? -1) + 1));
  const tables: ModelTables = {
    elements: {
      globalId: rows.map((row) => `0$element_${row}`),
      name: rows.map((row) => of(row).name ?? ''),
      class: Uint16Array.from(rows, () => 0),
      classes: ['IfcWall'],
      type: Uint32Array.from(rows, (row) => (row % 2 ? 0 : NONE_U32)),
      types: ['Basic wall'],
      material: Uint16Array.from(rows, () => NONE_U16),
      materials: [],
    },
    properties: {},
    count,
    name: 'House',
    storeys: Array.from({ length: storeyCount }, (_, storey) => ({
      ...{ element: 0, name: `Level ${storey}`, elevationM: storey * 3, heightM: 3 },
    })),
    propertySets: 0,
    propertyCount: 0,
    rowOf: new Map(rows.map((row) => [1000 + row, row])),
    storeyOf: Uint16Array.from(rows, (row) => of(row).storey ?? NONE_U16),
    disciplineOf: rows.map((row) => of(row).discipline ?? 'architecture'),
    findings: [],
  };
  return { geometry, tables };
}

const at = (x: number, y: number, z: number) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1];

/** A box from 0, 0, 0 with a corner cut off, so that no turn or mirror looks like another. */
function aWedge(x: number, y: number, z: number): Shape {
  const corners = [
    ...[0, 0, 0, x, 0, 0, x, y, 0, 0, y, 0],
    ...[0, 0, z, x, 0, z, x / 2, y / 3, z, 0, y / 2, z],
  ];
  return faceted(corners, BOX_FACES);
}

const BOX_FACES = [
  ...[0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7, 0, 1, 5, 0, 5, 4],
  ...[1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4, 7],
];

/** A comb of `teeth` boxes side by side: many vertices, all edges sharp, so that it is worth an instance. */
function aComb(teeth: number): Shape {
  const corners: number[] = [];
  const faces: number[] = [];
  for (let tooth = 0; tooth < teeth; tooth++) {
    const [x, top] = [tooth / 5, 1 + tooth / 10];
    const first = corners.length / 3;
    for (const z of [0, top]) {
      corners.push(x, 0, z, x + 0.1, 0, z, x + 0.1, 0.3, z, x, 0.3, z);
    }
    faces.push(...BOX_FACES.map((corner) => first + corner));
  }
  return faceted(corners, faces);
}

/** A tube along z of `sides` sides. */
function aTube(radius: number, length: number, sides: number): Shape {
  const corners: number[] = [];
  const faces: number[] = [];
  for (let side = 0; side < sides; side++) {
    const turn = (side / sides) * 2 * Math.PI;
    for (const z of [0, length]) corners.push(radius * Math.cos(turn), radius * Math.sin(turn), z);
    const [a, b] = [side * 2, ((side + 1) % sides) * 2];
    faces.push(a, b, b + 1, a, b + 1, a + 1);
  }
  return faceted(corners, faces);
}

/** Each face with corners and a normal of its own. */
function faceted(corners: readonly number[], faces: readonly number[]): Shape {
  const positions = faces.flatMap((corner) => corners.slice(corner * 3, corner * 3 + 3));
  const normals: number[] = [];
  for (let face = 0; face < positions.length; face += 9) {
    const side = (from: number) =>
      [0, 1, 2].map((axis) => positions[face + from + axis]! - positions[face + axis]!);
    const [ux, uy, uz] = side(3) as [number, number, number];
    const [vx, vy, vz] = side(6) as [number, number, number];
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const length = Math.hypot(...normal);
    for (let corner = 0; corner < 3; corner++) normals.push(...normal.map((part) => part / length));
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(positions.keys()).slice(0, positions.length / 3),
    mode: 'triangles',
  };
}

const aPolyline = (...points: readonly number[]): Shape => ({
  positions: Float32Array.from(points),
  normals: new Float32Array(0),
  indices: Uint32Array.from(
    Array.from({ length: points.length / 3 - 1 }, (_, part) => [part, part + 1]).flat(),
  ),
  mode: 'lines',
});

interface Corner {
  readonly element: number;
  readonly place: readonly number[];
  readonly normal: readonly number[];
}

/** Every corner of every triangle as the model has it, by element. */
function cornersOf({ shapes, placed }: ModelGeometry): Corner[] {
  return Array.from({ length: placed.count }, (_, row) => row).flatMap((row) => {
    const { positions, normals, indices, mode } = shapes[placed.shape[row]!]!;
    if (mode === 'lines') return [];
    const m = placed.matrix.subarray(row * 16, row * 16 + 16);
    // Normals by the cofactors, which are right for any stretch; the mirror turns them round.
    const c = cofactors(m);
    const sign = Math.sign(m[0]! * c[0]! + m[1]! * c[1]! + m[2]! * c[2]!);
    return Array.from(indices, (corner) => ({
      element: placed.product[row]! - 1000,
      place: apply(m, positions, corner * 3, 1),
      normal: unit(apply(c, normals, corner * 3, 0).map((part) => part * sign)),
    }));
  });
}

const cofactors = (m: Float64Array) => {
  const cross = (a: number, b: number) => [
    m[a + 1]! * m[b + 2]! - m[a + 2]! * m[b + 1]!,
    m[a + 2]! * m[b]! - m[a]! * m[b + 2]!,
    m[a]! * m[b + 1]! - m[a + 1]! * m[b]!,
  ];
  return Float64Array.of(...cross(4, 8), 0, ...cross(8, 0), 0, ...cross(0, 4), 0, 0, 0, 0, 1);
};

const apply = (m: ArrayLike<number>, values: ArrayLike<number>, from: number, w: number) =>
  [0, 1, 2].map(
    (row) =>
      m[row]! * values[from]! +
      m[4 + row]! * values[from + 1]! +
      m[8 + row]! * values[from + 2]! +
      m[12 + row]! * w,
  );

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((part) => part / length);
}

/** The same, read back from the full tiles before they are bent to the Earth. */
async function cornersIn({ files }: ModelTiles): Promise<Corner[]> {
  const corners: Corner[] = [];
  for (const { uri } of tilesOf(files)) {
    const content = await decodeTile(files.get(uri)!.slice().buffer, at(0, 0, 0), uri);
    for (const [row, element] of content.element.entries()) {
      const { positions, normals, indices } = content.shapes[content.shape[row]!]!;
      const m = content.matrix.subarray(row * 16, row * 16 + 16);
      for (const corner of indices) {
        corners.push({
          element,
          place: apply(m, positions, corner * 3, 1),
          normal: unit(apply(m, normals, corner * 3, 0)),
        });
      }
    }
  }
  return corners;
}

const tilesOf = (files: ModelTiles['files']) =>
  parseTilesetTree(JSON.parse(new TextDecoder().decode(files.get('tileset.json'))), 'tileset.json');

/** Each expected corner has one within `limitM` of the same element whose normal agrees, and none is too many. */
function expectSame(found: readonly Corner[], expected: readonly Corner[], limitM = 0.0022) {
  expect(found).toHaveLength(expected.length);
  for (const { element, place, normal } of expected) {
    const near = found.some(
      (one) =>
        one.element === element &&
        Math.hypot(...one.place.map((part, axis) => part - place[axis]!)) < limitM &&
        one.normal.every((part, axis) => Math.abs(part - normal[axis]!) < 0.03),
    );
    expect(near, `a corner of ${element} at ${place} facing ${normal}`).toBe(true);
  }
}

async function faultsOf({ files }: ModelTiles) {
  const faults: string[] = [];
  for (const [path, bytes] of files) {
    if (!path.endsWith('.glb')) continue;
    const { issues } = await validateBytes(bytes, { ignoredIssues: ['UNSUPPORTED_EXTENSION'] });
    const errors = issues.messages.filter(({ severity }) => severity < 2);
    faults.push(...errors.map(({ message, pointer }) => `${path}: ${message} ${pointer}`));
    faults.push(...checkModelTile(bytes, path));
  }
  return faults;
}

beforeAll(() => MeshoptDecoder.ready);

const build = ({ geometry, tables }: ReturnType<typeof aModel>, isCompressed = true) =>
  buildModelTiles(geometry, tables, { reading, geoid: () => 0, isCompressed });

describe('the tiles of a building model', () => {
  it('hold every triangle of every element within a millimetre a step', async () => {
    const model = aModel([
      { shape: aWedge(4, 0.3, 2.5) },
      { shape: aWedge(0.01, 0.02, 0.03), matrix: at(12.3456, -7.891, 3.21) },
    ]);
    const tiles = await build(model);
    expectSame(await cornersIn(tiles), cornersOf(model.geometry));
    expect(await faultsOf(tiles)).toEqual([]);
  });

  it('are as valid without compression', async () => {
    const comb = aComb(8);
    const model = aModel([0, 1, 2, 3].map((x) => ({ shape: comb, matrix: at(x, 0, 0) })));
    const tiles = await build(model, false);
    expectSame(await cornersIn(tiles), cornersOf(model.geometry));
    expect(await faultsOf(tiles)).toEqual([]);
  });

  it('have normals of unit length, however shapes are turned', async () => {
    const balls = Array.from({ length: 40 }, (_, row) => ({
      shape: aTube(0.3 + row / 100, 2, 12 + row),
      matrix: compose(rotation(row, row / 3, row / 7), [1, 0, 0, 1, 0, 1], [row, 0, 0]),
    }));
    expect(await faultsOf(await build(aModel(balls), false))).toEqual([]);
  });

  it('keep a shape once however often it stands', async () => {
    const tube = aTube(0.2, 3, 90);
    const once = await build(aModel([{ shape: tube }]));
    const often = await build(
      aModel(Array.from({ length: 50 }, (_, x) => ({ shape: tube, matrix: at(x, 0, 0) }))),
    );
    const sizeOf = ({ files }: ModelTiles) =>
      [...files.values()].reduce((sum, { length }) => sum + length, 0);
    expect(sizeOf(often)).toBeLessThan(sizeOf(once) * 2.5);
    expect(often).toMatchObject({ triangles: 180, placedTriangles: 9000 });
  });

  it('turn, mirror, stretch and shear shapes as their matrices say, insides staying inside', async () => {
    const comb = aComb(3);
    const turn = fc
      .tuple(...[0, 1, 2].map(() => fc.double({ min: -3.2, max: 3.2, noNaN: true })))
      .map(([a = 0, b = 0, c = 0]) => rotation(a, b, c));
    const stretch = fc.constantFrom<readonly number[]>(
      ...[
        [1, 0, 0, 1, 0, 1],
        [-1, 0, 0, 1, 0, 1],
        [1, 0, 0, 1, 0, -1],
        [2, 0, 0, 0.5, 0, 1],
        [1, 0.3, 0, 1, 0.2, -1.5],
      ],
    );
    const shift = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -20, max: 20, noNaN: true })));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(turn, stretch, shift), { minLength: 1, maxLength: 7 }),
        async (places) => {
          const model = aModel(
            places.map(([turned, stretched, shifted]) => ({
              shape: comb,
              matrix: compose(turned, stretched, shifted),
            })),
          );
          expectSame(await cornersIn(await build(model)), cornersOf(model.geometry));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('go by storey, then by discipline, spaces on their own', async () => {
    const wedge = aWedge(1, 2, 3);
    const model = aModel(
      [{ shape: wedge }, { shape: wedge }, { shape: wedge }, { shape: wedge }],
      [
        { storey: 1, discipline: 'hvac' },
        { storey: 0, discipline: 'space' },
        { storey: 0, discipline: 'architecture' },
        {},
      ],
    );
    const tiles = await build(model);
    expect(tilesOf(tiles.files).map(({ storey, discipline }) => [storey, discipline])).toEqual([
      [0, 'architecture'],
      [0, 'space'],
      [1, 'hvac'],
      [2, 'architecture'],
    ]);
  });

  it('draw alignments as lines', async () => {
    const model = aModel([
      { shape: aPolyline(0, 0, 0, 100, 0, 1, 900, 300, 5), matrix: at(1, 2, 3) },
    ]);
    const tiles = await build(model);
    const [only] = tilesOf(tiles.files);
    const { shapes, matrix } = await decodeTile(
      tiles.files.get(only!.uri)!.slice().buffer,
      at(0, 0, 0),
      'tile',
    );
    const { edges = [], positions } = shapes[0]!;
    const places = Array.from(edges, (corner) => apply(matrix, positions, corner * 3, 1));
    const expected = [
      [1, 2, 3],
      [101, 2, 4],
      [101, 2, 4],
      [901, 302, 8],
    ];
    for (const [end, place] of expected.entries()) {
      for (const [axis, part] of place.entries()) expect(places[end]![axis]).toBeCloseTo(part, 2);
    }
    expect(await faultsOf(tiles)).toEqual([]);
  });

  it('stay as exact in a model a kilometre wide', async () => {
    const model = aModel([
      { shape: aWedge(900, 30, 2), matrix: at(-400, 0, 0) },
      { shape: aWedge(1, 2, 3), matrix: at(-499.1234, 10.5678, 0) },
      { shape: aWedge(3, 1, 2), matrix: at(499.4321, -10.8765, 0) },
    ]);
    expectSame(await cornersIn(await build(model)), cornersOf(model.geometry));
  });

  it('carry 70,000 elements, whose numbers no longer fit two bytes', async () => {
    const wedge = aWedge(1, 1, 1);
    const model = aModel(
      [
        { shape: wedge, element: 69_999 },
        { shape: wedge, matrix: at(5, 0, 0), element: 3 },
      ],
      [],
    );
    const tiles = await build(model);
    expectSame(await cornersIn(tiles), cornersOf(model.geometry));
    expect(await faultsOf(tiles)).toEqual([]);
  });

  it('leave out and count what is nowhere or has no extent', async () => {
    const point: Shape = { ...aWedge(1, 1, 1), positions: new Float32Array(108) };
    const tiles = await build(
      aModel([
        { shape: aWedge(1, 1, 1), matrix: at(Number.NaN, 0, 0) },
        { shape: aWedge(1, 1, 1), matrix: new Array(16).fill(0) },
        { shape: point },
        { shape: aWedge(1, 1, 1) },
      ]),
    );
    expect(tiles.lost).toBe(3);
    expect(new Set((await cornersIn(tiles)).map(({ element }) => element))).toEqual(new Set([3]));
  });

  it('are none where a model has no geometry', async () => {
    const tiles = await build(aModel([], [{}]));
    expect([...tiles.files.keys()]).toEqual(['tileset.json']);
  });

  it('give the same bytes for the same model', async () => {
    const model = aModel([{ shape: aTube(1, 2, 30) }, { shape: aWedge(1, 2, 3) }]);
    expect((await build(model)).files).toEqual((await build(model)).files);
  });

  it('show a heavy storey coarsely from afar, each element still told apart', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => row);
    const model = aModel(
      rows.map((row) => ({
        shape: aTube(0.5 + row / 1000, 3 + row / 100, 24),
        matrix: at((row % 20) * 2, Math.floor(row / 20) * 2, 0),
      })),
    );
    const tiles = await build(model);
    const root = JSON.parse(new TextDecoder().decode(tiles.files.get('tileset.json'))).root;
    const [storey] = root.children;
    expect(storey.extras).toEqual({ storey: 0, isCoarse: true });
    const coarse = tiles.files.get(storey.content.uri)!;
    const full = storey.children.reduce(
      (sum: number, { content }: { content: { uri: string } }) =>
        sum + tiles.files.get(content.uri)!.length,
      0,
    );
    expect(coarse.length).toBeLessThan(full * 0.6);
    const content = await decodeTile(coarse.slice().buffer, at(0, 0, 0), 'coarse');
    expect(new Set(content.element)).toEqual(new Set(rows));
    expect(await faultsOf(tiles)).toEqual([]);
  });

  it('split what is too heavy for one tile by place, no element in two', async () => {
    const rows = Array.from({ length: 1500 }, (_, row) => row);
    const model = aModel(
      rows.map((row) => ({
        shape: aTube(0.1 + row / 10_000, 1, 48),
        matrix: at((row % 40) * 3, Math.floor(row / 40) * 3, 0),
      })),
    );
    const tiles = await build(model);
    const leaves = tilesOf(tiles.files);
    expect(leaves.length).toBeGreaterThan(1);
    const seen: number[] = [];
    for (const { uri, matrix } of leaves) {
      const glb = tiles.files.get(uri)!;
      expect(glb.length).toBeLessThan(1_000_000);
      seen.push(...new Set((await decodeTile(glb.slice().buffer, matrix, uri)).element));
    }
    expect(seen.sort((a, b) => a - b)).toEqual(rows);
  });
});

function rotation(a: number, b: number, c: number): number[] {
  const [sa, ca, sb, cb] = [Math.sin(a), Math.cos(a), Math.sin(b), Math.cos(b)];
  const [sc, cc] = [Math.sin(c), Math.cos(c)];
  return [
    ...[ca * cb, sa * cb, -sb],
    ...[ca * sb * sc - sa * cc, sa * sb * sc + ca * cc, cb * sc],
    ...[ca * sb * cc + sa * sc, sa * sb * cc - ca * sc, cb * cc],
  ];
}

function compose(turn: readonly number[], stretch: readonly number[], shift: readonly number[]) {
  const [xx = 1, xy = 0, xz = 0, yy = 1, yz = 0, zz = 1] = stretch;
  const column = (x: number, y: number, z: number) =>
    [0, 1, 2].map((row) => turn[row]! * x + turn[3 + row]! * y + turn[6 + row]! * z);
  return [
    ...[...column(xx, 0, 0), 0, ...column(xy, yy, 0), 0],
    ...[...column(xz, yz, zz), 0, ...shift, 1],
  ];
}

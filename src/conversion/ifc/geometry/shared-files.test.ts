import { GeometryProcessor } from '@ifc-lite/geometry';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { hasSharedFiles, readShared, sharedFiles } from '../../testing/shared-ifc.ts';
import { type IfcEngine, startEngine } from '../engine.ts';
import { closeIfc, openIfc } from '../open.ts';
import type { ModelGeometry } from '../parts.ts';
import { boundsOf, cornersOf } from '../testing/measure.ts';
import { readGeometry } from './read-geometry.ts';

// What `../shared/data/ifc` holds is not part of the repository: without it there is nothing to test here.

const sound = sharedFiles.filter((path) => !path.startsWith('malformed/'));
const malformed = sharedFiles.filter((path) => path.startsWith('malformed/'));
let engine: IfcEngine;

async function read(path: string) {
  if (engine.isBroken) await engine.restart();
  const file = openIfc(engine, readShared(path), path);
  const geometry = await readGeometry(file);
  closeIfc(engine, file);
  return { geometry, file };
}

const meshed = ({ placed, shapes }: ModelGeometry, mode: 'triangles' | 'lines') =>
  new Set([...placed.product].filter((_, row) => shapes[placed.shape[row]!]!.mode === mode));

const reasonCounts = ({ reasons }: ModelGeometry) => {
  const counts: Record<string, number> = {};
  for (const reason of reasons.values()) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};

function expectSound(geometry: ModelGeometry) {
  const { placed, shapes, reasons, products } = geometry;
  const placedProducts = new Set(placed.product);
  expect(placedProducts.size + reasons.size).toBe(products);
  for (const product of reasons.keys()) expect(placedProducts.has(product)).toBe(false);
  expect(placed.matrix.every(Number.isFinite)).toBe(true);
  expect(geometry.boundsM.flat().every(Number.isFinite)).toBe(true);
  for (const { positions, normals, indices, mode } of shapes) {
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(indices.length % (mode === 'lines' ? 2 : 3)).toBe(0);
    expect(indices.every((corner) => corner * 3 < positions.length)).toBe(true);
    expect(normals.length).toBe(mode === 'lines' ? 0 : positions.length);
    // Around its own origin.
    const [least, greatest] = boundsOf(
      Array.from({ length: positions.length / 3 }, (_, row) => [
        ...positions.subarray(row * 3, row * 3 + 3),
      ]),
    );
    const extent = Math.max(...greatest.map((value, axis) => value - least[axis]!));
    for (const axis of [0, 1, 2]) {
      expect(Math.abs(greatest[axis]! + least[axis]!) / 2).toBeLessThan(1e-5 * extent + 1e-9);
    }
  }
}

describe.skipIf(!hasSharedFiles)('the geometry of real files', () => {
  beforeAll(async () => {
    engine = await startEngine();
  });

  it.each(sound)(
    'leaves no product of %s without a mesh or a reason',
    { timeout: 60_000 },
    async (path) => {
      expectSound((await read(path)).geometry);
    },
  );

  it.each([
    [
      'Schependomlaan_ROOT_houten-kozijnen.ifc',
      100,
      0,
      { 'it is cut away wholly by its openings': 64 },
    ],
    ['infra/PR-Twin-Branch-PavementElements.ifc', 18, 0, { 'its representation is empty': 1 }],
    ['georef/Georeferencing-Survey-12d-4.ifc', 0, 4, { 'a point has no extent': 5 }],
    [
      'infra/linear-placement-of-signal.ifc',
      25,
      10,
      {
        'a segment of the vertical profile lies in no space of its own': 6,
        'a segment of the cant lies in no space of its own': 10,
        'its curve has no length': 1,
      },
    ],
    ['infra/LinearPlacement-3.ifc', 33, 1, {}],
    ['infra/MCON-2.ifc', 0, 6, {}],
  ] as const)('tells bodies, lines and reasons of %s', async (path, bodies, lines, reasons) => {
    const { geometry } = await read(path);
    expect(meshed(geometry, 'triangles').size).toBe(bodies);
    expect(meshed(geometry, 'lines').size).toBe(lines);
    expect(reasonCounts(geometry)).toEqual(reasons);
  });

  it('draws of the 4,689 triangles of a terrain those that are no holes', async () => {
    const { geometry } = await read('infra/Tin-1.ifc');
    expect(geometry.shapes.map(({ indices }) => indices.length / 3)).toEqual([4517]);
    expect(geometry.findings.map(({ en }) => en)).toEqual([
      '172 triangles of terrain are marked as holes and not drawn.',
    ]);
  });

  it('gives the pavement of the file in untyped US survey feet its size', async () => {
    const { geometry, file } = await read('infra/PR-Twin-Branch-PavementElements.ifc');
    expect(file.lengthUnitM).toBe(0.304800609601219);
    const [least, greatest] = geometry.boundsM;
    const size = greatest.map((value, axis) => Math.round(value - least[axis]!));
    expect(size).toEqual([318, 771, 27]);
  });
});

describe.skipIf(!hasSharedFiles)('files that are broken', () => {
  beforeAll(async () => {
    engine = await startEngine();
  });

  const refusals: Record<string, string> = {
    'gen_empty.ifc': 'The file is empty; expected IFC text that begins ISO-10303-21.',
    'gen_not_ifc.ifc': 'The file begins with “hello”; expected IFC text that begins ISO-10303-21.',
    'gen_duplex_unknown_schema.ifc': 'The schema is IFC9; expected IFC2X3, IFC4 or IFC4X3.',
  };
  const counts: Record<string, readonly [products: number, meshes: number, reason: string]> = {
    'gen_cyclic_refs.ifc': [1, 0, 'it refers to itself: #5 → #6 → #7 → #5'],
    'gen_duplex_truncated.ifc': [114, 0, 'it refers to #3, which the file lacks'],
    'gen_openhouse_huge_coords.ifc': [35, 0, 'its placement is not a number'],
    'gen_zip_named.ifc': [892, 891, 'text is not drawn'],
  };

  it.each(malformed)('%s is refused in a sentence or read with reasons', async (path) => {
    const name = path.replace('malformed/', '');
    const refusal = refusals[name];
    if (refusal !== undefined) {
      await expect(read(path)).rejects.toMatchObject({ name: 'InputError' });
      await expect(read(path)).rejects.toThrow(refusal);
    } else {
      const { geometry } = await read(path);
      expectSound(geometry);
      const [products, meshes, reason] = counts[name]!;
      expect(geometry.products).toBe(products);
      expect(new Set(geometry.placed.product).size).toBe(meshes);
      expect([...geometry.reasons.values()]).toContain(reason);
    }
    expect(engine.isBroken).toBe(false);
  });
});

// ifc-lite is another engine that shares no code with web-ifc.
describe.skipIf(!hasSharedFiles)('ifc-lite as an oracle', () => {
  beforeAll(async () => {
    engine = await startEngine();
    // It tells of its progress on the console.
    for (const method of ['log', 'info', 'warn'] as const) {
      vi.spyOn(console, method).mockImplementation(() => {});
    }
    return () => vi.restoreAllMocks();
  });

  /** Products whose boxes may differ, and why. */
  const explained: Record<string, readonly [why: string, isMeant: (product: number) => boolean]> = {
    'ISSUE_171_SurfaceCurveSweptAreaSolid.ifc': [
      'ifc-lite sweeps along the first leg only, where the writer meant 0…1 to be the whole',
      (product) => [2591, 2671, 2837].includes(product),
    ],
    'georef/Georeferencing-Earthworks-12d-1.ifc': [
      'ifc-lite draws triangles that are marked as holes',
      (product) => product === 37678,
    ],
    'georef/Georeferencing-Tin-12d-1.ifc': [
      'ifc-lite draws triangles that are marked as holes',
      (product) => product === 28,
    ],
    'infra/UT-Earthworks-01.ifc': [
      'ifc-lite draws triangles that are marked as holes, some of them kilometres away',
      (product) => product === 31,
    ],
    'infra/LinearPlacement-3.ifc': [
      'ifc-lite takes no account of placements along a curve of a release candidate',
      () => true,
    ],
  };
  /** Round things have other corners in each engine. */
  const tolerances: Record<string, number> = { 'infra/DrainageSystem-1-2.ifc': 0.02 };
  /** One comes twice; two agree as well but take ifc-lite ten seconds each. */
  const leftOut = /psetmapconversion|MiniProject|LINDEN/;
  const files = sound.filter((path) => !leftOut.test(path));

  it.each(files)('agrees about the products of %s', { timeout: 120_000 }, async (path) => {
    const boxes = await boxesOfIfcLite(readShared(path));
    const { geometry } = await read(path);
    const tolerance = tolerances[path] ?? 0.01;
    const isMeant = explained[path]?.[1] ?? (() => false);
    const differing: number[] = [];
    for (const product of meshed(geometry, 'triangles')) {
      const box = boxes.get(product);
      const own = boundsOf(cornersOf(geometry, product));
      const isNear = box?.every((side, row) =>
        side.every((value, axis) => Math.abs(value - own[row]![axis]!) < tolerance),
      );
      if (isNear !== true) differing.push(product);
    }
    expect(differing.filter((product) => !isMeant(product))).toEqual([]);
    const missing = [...boxes.keys()].filter((product) => geometry.reasons.has(product));
    expect(missing).toEqual([]);
  });
});

/** Bounds by product in the model's frame. */
async function boxesOfIfcLite(bytes: Uint8Array): Promise<Map<number, [number[], number[]]>> {
  const processor = new GeometryProcessor({ enableInstancing: false });
  await processor.init();
  const { meshes, coordinateInfo } = await processor.process(bytes);
  const frame = coordinateInfo.wasmRtcFrame;
  const shift = frame?.needsShift ? [frame.x, frame.y, frame.z] : [0, 0, 0];
  const { x, y, z } = coordinateInfo.originShift;
  const corners = new Map<number, number[][]>();
  for (const { expressId, positions, origin = [0, 0, 0] as const, geometryClass } of meshes) {
    // Shapes of types, 1 and 2, are no products; 3 are layers of walls.
    if (geometryClass === 1 || geometryClass === 2) continue;
    const of = corners.get(expressId) ?? [];
    corners.set(expressId, of);
    for (let at = 0; at < positions.length; at += 3) {
      of.push([
        positions[at]! + origin[0] + x + shift[0]!,
        -(positions[at + 2]! + origin[2] + z) + shift[1]!,
        positions[at + 1]! + origin[1] + y + shift[2]!,
      ]);
    }
  }
  return new Map([...corners].map(([product, of]) => [product, boundsOf(of)]));
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedNetwork, ImportedNode, ImportedPipe } from '../imported-network.ts';
import { reportNetwork } from '../network-report.ts';
import { placeNetwork } from '../place-network.ts';
import type { FindingKind } from './findings.ts';
import { joinEnds } from './join-ends.ts';

const geoid = () => 0;
type Point = readonly [number, number, number];

const node = (id: string, point: Point, rest: Partial<ImportedNode> = {}): ImportedNode => ({
  ...{ id, at: id, kind: 'manhole', point },
  ...rest,
});
const pipe = (
  id: string,
  from: string,
  to: string,
  line: readonly Point[],
  rest: Partial<ImportedPipe> = {},
): ImportedPipe => ({
  ...{ id, at: id, network: 'storm', status: 'inService', from, to, line, shape: 'circle' },
  ...{ innerM: 0.3, zSource: 'invert' },
  ...rest,
});
function place(nodes: readonly ImportedNode[], pipes: readonly ImportedPipe[]) {
  const network: ImportedNetwork = {
    ...{ id: 'storm', name: 'Storm', utility: 'storm', plane: { kind: 'local' } },
    source: { file: 's.geojson', format: 'geojson' },
    ...{ nodes, pipes, valves: [], devices: [], assumptions: [] },
  };
  return placeNetwork(
    network,
    {
      ...{ kind: 'drawing', longitudeDeg: 10, latitudeDeg: 50, anchor: [0, 0] },
      ...{ rotationDeg: 0, scale: 1 },
    },
    geoid,
  );
}
const judge = (nodes: readonly ImportedNode[], pipes: readonly ImportedPipe[], accepts = false) =>
  reportNetwork(place(nodes, pipes), { gapM: 2 }, () => accepts);
const kinds = ({ report }: ReturnType<typeof judge>): FindingKind[] =>
  report.findings.map(({ kind }) => kind);

const A = node('A', [0, 0, 10]);
const B = node('B', [50, 0, 9]);
const OUT = node('OUT', [100, 0, 8], { kind: 'outfall' });
const AB = pipe('AB', 'A', 'B', [
  [0, 0, 10],
  [50, 0, 9],
]);
const BO = pipe('BO', 'B', 'OUT', [
  [50, 0, 9],
  [100, 0, 8],
]);

describe('the report of a network', () => {
  it('is empty where all is well', () => {
    expect(kinds(judge([A, B, OUT], [AB, BO]))).toEqual([]);
  });

  it('tells a sewer that ends at no outlet, but not where one begins', () => {
    const { report } = judge([A, B], [AB]);
    expect(report.findings).toMatchObject([
      { kind: 'deadEnd', id: 'B', placeDeg: [10.0006974, 50] },
    ]);
  });

  it('proposes to join ends that lie close, and joins them only when asked', () => {
    const near = node('N', [50.5, 0.5, 9]);
    const rest = pipe('NO', 'N', 'OUT', [
      [50.5, 0.5, 9],
      [100, 0, 8],
    ]);
    const told = judge([A, B, near, OUT], [AB, rest]);
    expect(told.report.findings[0]).toMatchObject({
      kind: 'gap',
      repair: { kind: 'snap', node: 'B', into: 'N' },
    });
    expect(told.placed.network.pipes).toEqual([AB, rest]);
    const repaired = judge([A, B, near, OUT], [AB, rest], true);
    expect(repaired.report.repaired).toHaveLength(1);
    const [first] = repaired.placed.network.pipes;
    expect(first).toMatchObject({ from: 'A', to: 'N' });
    expect(first?.line.at(-1)).toEqual([50.5, 0.5, 9]);
    expect(repaired.placed.network.nodes.map(({ id }) => id)).toEqual(['A', 'N', 'OUT']);
  });

  it('splits a pipe at a node that lies on it without being joined', () => {
    const side = node('S', [25, 30, 10]);
    const end = node('E', [25, 0.5, 9.4]);
    const branch = pipe('SE', 'S', 'E', [
      [25, 30, 10],
      [25, 0.5, 9.4],
    ]);
    const { placed, report } = judge(
      [A, B, OUT, side, end],
      [{ ...AB, lengthM: 60, fromInvertM: 10, toInvertM: 9 }, BO, branch],
      true,
    );
    expect(report.repaired).toContainEqual({ kind: 'split', pipe: 'AB', node: 'E' });
    const parts = placed.network.pipes.filter(({ id }) => id.startsWith('AB'));
    expect(parts.map(({ from, to }) => [from, to])).toEqual([
      ['A', 'E'],
      ['E', 'B'],
    ]);
    expect(parts.map(({ lengthM = 0 }) => lengthM)).toEqual([
      expect.closeTo(30, 3),
      expect.closeTo(30, 3),
    ]);
    expect(parts[0]?.toInvertM).toBeCloseTo(9.5, 4);
  });

  it('turns a sewer round that was drawn the wrong way, and interpolates where water runs on', () => {
    const turned = { ...AB, fromInvertM: 9, toInvertM: 10 };
    const { report } = judge([A, B, OUT], [turned, { ...BO, fromInvertM: 9, toInvertM: 8 }], true);
    const slope = report.findings.find(({ kind }) => kind === 'adverseSlope');
    expect(slope).toMatchObject({ id: 'AB', repair: { kind: 'reverse' } });
    expect(slope?.text.en).toBe('Pipe AB rises by 1.00 m (2.0 %) from 9.00 to 10.00 m.');
    const Z = node('Z', [-50, 0, 11]);
    const ZA = pipe(
      'ZA',
      'Z',
      'A',
      [
        [-50, 0, 11],
        [0, 0, 10],
      ],
      { fromInvertM: 11, toInvertM: 10 },
    );
    const wrong = { ...AB, fromInvertM: 10, toInvertM: 12 };
    const between = judge(
      [Z, A, B, OUT],
      [ZA, wrong, { ...BO, fromInvertM: 9, toInvertM: 8 }],
      true,
    );
    expect(between.report.repaired).toEqual([
      { kind: 'interpolate', pipe: 'AB', fromInvertM: 10, toInvertM: 9 },
    ]);
  });

  it('finds twins, crossings and parts that hang together with nothing', () => {
    const twin = { ...AB, id: 'AB2' };
    const [N, S] = [node('N', [25, 40, 9.5]), node('S', [25, -40, 9.5], { kind: 'outfall' })];
    const NS = pipe('NS', 'N', 'S', [
      [25, 40, 9.5],
      [25, -40, 9.5],
    ]);
    const found = judge([A, B, OUT, N, S], [AB, twin, BO, NS]);
    expect(kinds(found)).toEqual(['duplicate', 'crossing', 'crossing', 'isolatedPart']);
    const repaired = judge([A, B, OUT, N, S], [AB, twin, BO, NS], true);
    expect(repaired.report.obsolete).toHaveLength(1);
    expect(kinds(reportAgain(repaired))).toEqual([]);
  });

  it('says nothing of pipes that pass over each other', () => {
    const [N, S] = [node('N', [25, 40, 5]), node('S', [25, -40, 5], { kind: 'outfall' })];
    const NS = pipe('NS', 'N', 'S', [
      [25, 40, 5],
      [25, -40, 5],
    ]);
    expect(kinds(judge([A, B, OUT, N, S], [AB, BO, NS]))).toEqual(['isolatedPart']);
  });

  it('tells diameters, materials and inverts that single pipes lack', () => {
    const known = { material: 'PVC', fromInvertM: 10, toInvertM: 9 };
    const found = judge(
      [A, B, OUT],
      [
        { ...AB, ...known },
        { ...BO, innerM: undefined, toInvertM: 8 },
      ],
    );
    expect(kinds(found)).toEqual(['unknownDiameter', 'unknownMaterial', 'unknownInvert']);
    expect(found.report.findings[2]?.repair).toEqual({
      ...{ kind: 'interpolate', pipe: 'BO', fromInvertM: 9, toInvertM: 8 },
    });
  });
});

const reportAgain = ({ placed }: ReturnType<typeof judge>) =>
  reportNetwork(placed, { gapM: 2 }, () => false);

describe('joining ends', () => {
  it('gives every end a node, and the same one to ends within the tolerance', () => {
    const coordinate = fc.integer({ min: -500, max: 500 });
    const line = fc.tuple(coordinate, coordinate, coordinate, coordinate);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const pipes = lines.map(([x, y, u, v], at) =>
          pipe(`p${at}`, '', '', [
            [x, y, 0],
            [u, v, 0],
          ]),
        );
        const { network } = joinEnds(place([], pipes), 0.1);
        const places = new Map(network.nodes.map(({ id, point }) => [id, point]));
        const keys = new Set(network.nodes.map(({ point }) => `${point[0]} ${point[1]}`));
        expect(keys.size).toBe(network.nodes.length);
        for (const { from, to, line: points } of network.pipes) {
          expect(places.get(from)?.slice(0, 2)).toEqual(points[0]?.slice(0, 2));
          expect(places.get(to)?.slice(0, 2)).toEqual(points.at(-1)?.slice(0, 2));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says how many ends it joined and how many nodes it made', () => {
    const loose = { ...AB, from: '', to: '' };
    const { network } = joinEnds(place([A], [loose]), 0.1);
    expect(network.nodes.map(({ id }) => id)).toEqual(['A', 'AB:to']);
    expect(network.assumptions.map(({ code, count }) => [code, count])).toEqual([
      ['joined-ends', 1],
      ['made-nodes', 1],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderByMinimumDegree } from './minimum-degree.ts';
import { SparseLdl } from './sparse-ldl.ts';

interface Graph {
  readonly size: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly weight: readonly number[];
  readonly side: readonly number[];
}

const graphs = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: size - 1 }),
        fc.integer({ min: 0, max: size - 1 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
      ),
      { maxLength: 40 },
    )
    .chain((edges) =>
      fc
        .array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: size, maxLength: size })
        .map(
          (side): Graph => ({
            size,
            from: edges.map(([a]) => a),
            to: edges.map(([, b]) => b),
            weight: edges.map(([, , weight]) => weight),
            side,
          }),
        ),
    ),
);

/** The Laplacian of the graph with 1 more on its diagonal. */
function dense({ size, from, to, weight }: Graph): number[][] {
  const matrix = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row === column ? 1 : 0)),
  );
  for (const [edge, a] of from.entries()) {
    const b = to[edge]!;
    if (a === b) continue;
    matrix[a]![a]! += weight[edge]!;
    matrix[b]![b]! += weight[edge]!;
    matrix[a]![b]! -= weight[edge]!;
    matrix[b]![a]! -= weight[edge]!;
  }
  return matrix;
}

describe('SparseLdl', () => {
  it('solves what the full matrix says, whatever the graph', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const matrix = dense(graph);
        const ldl = new SparseLdl(graph.size, graph.from, graph.to);
        const stuck = ldl.factor(
          matrix.map((row, at) => row[at]!),
          graph.weight.map((weight) => -weight),
        );
        expect(stuck).toBe(-1);
        const found = Float64Array.from(graph.side);
        ldl.solve(found);
        for (const [row, values] of matrix.entries()) {
          const product = values.reduce((sum, value, column) => sum + value * found[column]!, 0);
          expect(product).toBeCloseTo(graph.side[row]!, 6);
        }
      }),
    );
  });

  it('adds nothing to a tree', () => {
    const from = Array.from({ length: 200 }, (_, edge) => Math.floor(edge / 3));
    const to = Array.from({ length: 200 }, (_, edge) => edge + 1);
    expect(new SparseLdl(201, from, to).fill).toBe(200);
  });

  it('names the row where a matrix has no single answer', () => {
    const ldl = new SparseLdl(2, [0], [1]);
    expect(ldl.factor([1, 1], [-1])).toBeGreaterThanOrEqual(0);
    expect(ldl.factor([2, 1], [-1])).toBe(-1);
  });

  it('solves a matrix of no rows', () => {
    const ldl = new SparseLdl(0, [], []);
    expect(ldl.factor([], [])).toBe(-1);
    ldl.solve(new Float64Array(0));
  });
});

describe('orderByMinimumDegree', () => {
  it('takes each node once', () => {
    fc.assert(
      fc.property(graphs, ({ size, from, to }) => {
        const order = orderByMinimumDegree(size, from, to);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i));
      }),
    );
  });

  it('takes the ends of a star before its middle', () => {
    const order = orderByMinimumDegree(5, [2, 2, 2, 2], [0, 1, 3, 4]);
    expect([...order].slice(0, 3)).not.toContain(2);
  });
});

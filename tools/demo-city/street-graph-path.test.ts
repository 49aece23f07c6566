import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StreetEdge, StreetGraph, StreetNode } from './street-graph.ts';
import { findWays } from './street-graph-path.ts';

const nodeCount = 9;
const links = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: nodeCount - 1 }),
    to: fc.integer({ min: 0, max: nodeCount - 1 }),
    lengthM: fc.integer({ min: 1, max: 50 }),
  }),
  { maxLength: 24 },
);

function aGraph(edges: readonly Pick<StreetEdge, 'from' | 'to' | 'lengthM'>[]): StreetGraph {
  const nodes = Array.from({ length: nodeCount }, (_, node) => ({
    id: `X-${node}`,
    edges: edges.flatMap(({ from, to }, edge) => (from === node || to === node ? [edge] : [])),
  }));
  return { nodes: nodes as unknown as StreetNode[], edges: edges as StreetEdge[] };
}

/** Costs by going round all edges until nothing changes (Bellman–Ford). */
function slowCosts(edges: readonly { from: number; to: number; lengthM: number }[]): number[] {
  const costs = Array.from({ length: nodeCount }, (_, node) => (node === 0 ? 0 : Infinity));
  for (let round = 0; round < nodeCount; round++) {
    for (const { from, to, lengthM } of edges) {
      costs[to] = Math.min(costs[to]!, costs[from]! + lengthM);
      costs[from] = Math.min(costs[from]!, costs[to]! + lengthM);
    }
  }
  return costs;
}

it('finds the costs that a slow search finds, by paths that cost just that', () => {
  fc.assert(
    fc.property(links, (edges) => {
      const ways = findWays(aGraph(edges), [0], (edge) => edges[edge]!.lengthM);
      expect([...ways.costs]).toEqual(slowCosts(edges));
      for (let node = 0; node < nodeCount; node++) {
        if (!Number.isFinite(ways.costs[node]!)) continue;
        let at = 0;
        for (const edge of ways.pathTo(node)) {
          const { from, to } = edges[edge]!;
          expect([from, to]).toContain(at);
          at = at === from ? to : from;
        }
        expect(at).toBe(node);
        const cost = ways.pathTo(node).reduce((sum, edge) => sum + edges[edge]!.lengthM, 0);
        expect(cost).toBe(ways.costs[node]);
      }
    }),
  );
});

it('never goes where it costs nothing that can be said', () => {
  const graph = aGraph([{ from: 0, to: 1, lengthM: 1 }]);
  const { costs, pathTo } = findWays(graph, [0], () => undefined);
  expect(costs[1]).toBe(Number.POSITIVE_INFINITY);
  expect(pathTo(1)).toEqual([]);
});

// Pipes under pressure: which edges a network runs under, and what each carries when all that hangs on it
// asks at once.

import type { StreetGraph } from '../street-graph.ts';
import { type EdgeCost, type Forest, growForest, otherEnd, waysFrom } from './forest.ts';

export interface PressureTree {
  readonly forest: Forest;
  /** All edges with a pipe, in order. */
  readonly edges: readonly number[];
  /** Load on the far side of each edge's pipe and at it; those that close a loop carry their own. */
  readonly loadOf: ReadonlyMap<number, number>;
}

/** From `sources` to all `served` edges that can be reached; `ownOf` is an edge's own load. */
export function growPressureTree(
  graph: StreetGraph,
  sources: readonly number[],
  served: readonly number[],
  costOf: EdgeCost,
  ownOf: (edge: number) => number,
): PressureTree {
  const forest = growForest(graph, sources, costOf);
  const reached = served.filter((edge) => {
    const { from, to } = graph.edges[edge]!;
    return forest.rootOf[from] !== undefined || forest.rootOf[to] !== undefined;
  });
  const ends = reached.flatMap((edge) => [graph.edges[edge]!.from, graph.edges[edge]!.to]);
  const trunks = waysFrom(graph, forest, ends);
  const atNode = new Map<number, number>();
  const put = (node: number, load: number) => atNode.set(node, (atNode.get(node) ?? 0) + load);
  const loadOf = new Map<number, number>();
  for (const edge of reached) {
    if (trunks.has(edge)) continue;
    const { from, to } = graph.edges[edge]!;
    loadOf.set(edge, ownOf(edge));
    put(forest.cost[from]! < forest.cost[to]! ? from : to, ownOf(edge));
  }
  for (const node of [...forest.order].reverse()) {
    const edge = forest.onward[node];
    if (edge === undefined || !trunks.has(edge)) continue;
    const load = (atNode.get(node) ?? 0) + ownOf(edge);
    loadOf.set(edge, load);
    put(otherEnd(graph, edge, node), load);
  }
  const edges = [...new Set([...trunks, ...reached])].sort((a, b) => a - b);
  return { forest, edges, loadOf };
}

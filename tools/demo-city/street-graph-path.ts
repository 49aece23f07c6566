// Cheapest ways through the streets from a set of crossings (Dijkstra 1959), whatever a way costs.

import type { StreetGraph } from './street-graph.ts';

export interface Ways {
  /** Cost from the nearest start; infinite where there is no way. */
  readonly costs: Float64Array;
  /** Edges from a start to the node, in order; empty at a start and where there is no way. */
  readonly pathTo: (node: number) => number[];
}

/** `costOf` gives what it costs to leave `from` by an edge; undefined or infinite where that can't be done. */
export function findWays(
  graph: StreetGraph,
  starts: Iterable<number>,
  costOf: (edge: number, from: number) => number | undefined,
): Ways {
  const costs = new Float64Array(graph.nodes.length).fill(Number.POSITIVE_INFINITY);
  const arrivals = new Int32Array(graph.nodes.length).fill(-1);
  const queue = createQueue();
  for (const start of starts) {
    costs[start] = 0;
    queue.push(start, 0);
  }
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { node, cost } = next;
    if (cost > costs[node]!) continue;
    for (const index of graph.nodes[node]!.edges) {
      const { from, to } = graph.edges[index]!;
      const other = from === node ? to : from;
      const reached = cost + (costOf(index, node) ?? Number.POSITIVE_INFINITY);
      if (!(reached < costs[other]!)) continue;
      costs[other] = reached;
      arrivals[other] = index;
      queue.push(other, reached);
    }
  }
  return {
    costs,
    pathTo: (node) => {
      const path: number[] = [];
      for (let at = node; arrivals[at]! >= 0; ) {
        const edge = arrivals[at]!;
        path.push(edge);
        at = graph.edges[edge]!.from === at ? graph.edges[edge]!.to : graph.edges[edge]!.from;
      }
      return path.reverse();
    },
  };
}

/** A binary heap; equal costs leave in the order of their nodes, so that ways don't depend on chance. */
function createQueue() {
  const heap: { node: number; cost: number }[] = [];
  const isBefore = (a: number, b: number): boolean => {
    const [first, second] = [heap[a]!, heap[b]!];
    return first.cost < second.cost || (first.cost === second.cost && first.node < second.node);
  };
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  return {
    push(node: number, cost: number): void {
      heap.push({ node, cost });
      let at = heap.length - 1;
      for (; at > 0 && isBefore(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
    },
    pop(): { node: number; cost: number } | undefined {
      const top = heap[0];
      const last = heap.pop();
      if (!top || !last || heap.length === 0) return top;
      heap[0] = last;
      for (let at = 0; ; ) {
        const children = [2 * at + 1, 2 * at + 2].filter((child) => child < heap.length);
        const least = children.reduce((best, child) => (isBefore(child, best) ? child : best), at);
        if (least === at) return top;
        swap(at, least);
        at = least;
      }
    },
  };
}

// Shortest ways from every crossing of the streets to the nearest of some roots, as trees.

import FlatQueue from 'flatqueue';
import type { StreetGraph } from '../street-graph.ts';

export interface Forest {
  /** Edge towards the root; undefined at roots and where no root is reached. */
  readonly onward: readonly (number | undefined)[];
  /** Reached crossings, roots first, each after the one it leads to. */
  readonly order: readonly number[];
  /** The root that a crossing leads to. */
  readonly rootOf: readonly (number | undefined)[];
  /** Cost to the root; infinite where none is reached. */
  readonly cost: Float64Array;
}

/** Cost of an edge walked from `up` to `down`, towards the root; infinite where that is no way. */
export type EdgeCost = (edge: number, up: number, down: number) => number;

/** `start` is what each root costs before a step is taken; the search ends where it has reached `goal`. */
export function growForest(
  graph: StreetGraph,
  roots: readonly number[],
  costOf: EdgeCost,
  start: (root: number) => number = () => 0,
  goal?: number,
): Forest {
  const cost = new Float64Array(graph.nodes.length).fill(Number.POSITIVE_INFINITY);
  const onward: (number | undefined)[] = new Array(graph.nodes.length).fill(undefined);
  const rootOf: (number | undefined)[] = new Array(graph.nodes.length).fill(undefined);
  const isSettled = new Uint8Array(graph.nodes.length);
  const order: number[] = [];
  const queue = new FlatQueue<number>();
  for (const root of roots) {
    cost[root] = start(root);
    rootOf[root] = root;
    queue.push(root, cost[root]!);
  }
  for (let down = queue.pop(); down !== undefined; down = queue.pop()) {
    if (isSettled[down]) continue;
    isSettled[down] = 1;
    order.push(down);
    if (down === goal) break;
    for (const edge of graph.nodes[down]!.edges) {
      const up = otherEnd(graph, edge, down);
      const total = cost[down]! + costOf(edge, up, down);
      if (isSettled[up] || total >= cost[up]!) continue;
      cost[up] = total;
      onward[up] = edge;
      rootOf[up] = rootOf[down];
      queue.push(up, total);
    }
  }
  return { onward, order, rootOf, cost };
}

export const otherEnd = (graph: StreetGraph, edge: number, node: number): number => {
  const { from, to } = graph.edges[edge]!;
  return from === node ? to : from;
};

/** Edges on the ways from these crossings to their roots. */
export function waysFrom(
  graph: StreetGraph,
  { onward }: Forest,
  nodes: Iterable<number>,
): Set<number> {
  const used = new Set<number>();
  for (const node of nodes) {
    for (let at = node; ; ) {
      const edge = onward[at];
      if (edge === undefined || used.has(edge)) break;
      used.add(edge);
      at = otherEnd(graph, edge, at);
    }
  }
  return used;
}

// The shortest way through a network by length of pipe (Dijkstra 1959); closed things aren't passed.

import FlatQueue from 'flatqueue';
import type { PipeNetwork } from '#model/pipe-network.ts';
import type { NetworkGraph } from './graph.ts';
import type { Operation } from './operation.ts';

export interface Way {
  /** Rows from the start to the goal; one node more than links. */
  readonly nodes: readonly number[];
  readonly links: readonly number[];
  readonly lengthM: number;
}

/** Undefined where no way leads there. From any of the starts to the nearest of the goals, whichever way it flows. */
export function findShortest(
  { nodes, links }: PipeNetwork,
  { start, ends, nodeAt, host }: NetworkGraph,
  { isLinkClosed, isEndClosed }: Operation,
  starts: readonly number[],
  goals: readonly number[],
): Way | undefined {
  const distance = new Float64Array(nodes.ids.length).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Int32Array(nodes.ids.length).fill(-1);
  const queue = new FlatQueue<number>();
  for (const node of starts) {
    distance[host[node]!] = 0;
    queue.push(host[node]!, 0);
  }
  const wanted = new Set(goals.map((node) => host[node]!));
  for (;;) {
    const reached = queue.peekValue();
    const node = queue.pop();
    if (node === undefined || reached === undefined) return undefined;
    if (reached > distance[node]!) continue;
    if (wanted.has(node)) return wayTo(node, cameBy, nodeAt, distance[node]!);
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      const end = ends[at]!;
      const link = end >> 1;
      if (isLinkClosed[link] === 1 || isEndClosed[end] === 1 || isEndClosed[end ^ 1] === 1)
        continue;
      const far = nodeAt[end ^ 1]!;
      const length = distance[node]! + links.lengthM[link]!;
      if (length >= distance[far]!) continue;
      distance[far] = length;
      cameBy[far] = end ^ 1;
      queue.push(far, length);
    }
  }
}

function wayTo(goal: number, cameBy: Int32Array, nodeAt: Uint32Array, lengthM: number): Way {
  const nodes = [goal];
  const links: number[] = [];
  for (let end = cameBy[goal]!; end >= 0; end = cameBy[nodes.at(-1)!]!) {
    links.push(end >> 1);
    nodes.push(nodeAt[end ^ 1]!);
  }
  return { nodes: nodes.reverse(), links: links.reverse(), lengthM };
}

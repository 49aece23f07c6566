// Cells: what is reached all at once or not at all. Between two cells lies an open valve, which is passed both ways,
// or a one-way link, which isn't. A cell lies in one segment; a segment with a pump inside has several.

import type { PipeNetwork } from '#model/pipe-network.ts';
import { type Digraph, toDigraph } from './dominators.ts';
import type { NetworkGraph } from './graph.ts';
import type { Operation } from './operation.ts';
import type { Segments } from './segments.ts';
import { UnionFind } from './union-find.ts';

export interface Cells {
  readonly count: number;
  readonly ofNode: Uint32Array;
  readonly ofLink: Uint32Array;
  readonly segmentOf: Uint32Array;
  /** Ways between cells; the last vertex, `count`, is a source of all sources. */
  readonly ways: Digraph;
}

export function findCells(
  network: PipeNetwork,
  graph: NetworkGraph,
  segments: Segments,
  { isLinkClosed, isEndClosed }: Pick<Operation, 'isLinkClosed' | 'isEndClosed'>,
): Cells {
  const { isOneWay } = network.links;
  const [nodes, links] = [network.nodes.ids.length, network.links.ids.length];
  const sets = new UnionFind(nodes + links);
  const isParted = (end: number) => {
    const isExit = isOneWay[end >> 1] === 1 && (end & 1) === 1;
    return graph.isValved[end] === 1 || isExit;
  };
  for (let node = 0; node < nodes; node++) sets.join(node, graph.host[node]!);
  for (let end = 0; end < 2 * links; end++) {
    if (isLinkClosed[end >> 1] === 1 || isEndClosed[end] === 1 || isParted(end)) continue;
    sets.join(nodes + (end >> 1), graph.nodeAt[end]!);
  }
  const { of, count } = sets.label();
  const ofNode = of.slice(0, nodes);
  const ofLink = of.slice(nodes);
  const pairs = new Uint32Array(2 * (4 * links + nodes));
  let length = 0;
  const join = (tail: number, head: number) => {
    if (tail === head) return;
    pairs[length++] = tail;
    pairs[length++] = head;
  };
  for (let end = 0; end < 2 * links; end++) {
    const link = end >> 1;
    if (isLinkClosed[link] === 1 || isEndClosed[end] === 1 || !isParted(end)) continue;
    const node = ofNode[graph.nodeAt[end]!]!;
    const isEntry = isOneWay[link] === 0 || (end & 1) === 0;
    const isExit = isOneWay[link] === 0 || (end & 1) === 1;
    if (isEntry) join(node, ofLink[link]!);
    if (isExit) join(ofLink[link]!, node);
  }
  for (let node = 0; node < nodes; node++) {
    if (network.nodes.isSource[node] === 1) join(count, ofNode[node]!);
  }
  const segmentOf = new Uint32Array(count);
  for (let node = 0; node < nodes; node++) segmentOf[ofNode[node]!] = segments.ofNode[node]!;
  for (let link = 0; link < links; link++) segmentOf[ofLink[link]!] = segments.ofLink[link]!;
  return { count, ofNode, ofLink, segmentOf, ways: toDigraph(count + 1, pairs, length) };
}

/** 1: reached from a source without passing the barred segments. */
export function reachCells(
  { count, ways, segmentOf }: Cells,
  barred: ReadonlySet<number>,
): Uint8Array {
  const isReached = new Uint8Array(count + 1);
  const stack = [count];
  isReached[count] = 1;
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    for (let at = ways.start[one]!; at < ways.start[one + 1]!; at++) {
      const head = ways.heads[at]!;
      if (isReached[head] === 1 || barred.has(segmentOf[head]!)) continue;
      isReached[head] = 1;
      stack.push(head);
    }
  }
  return isReached;
}

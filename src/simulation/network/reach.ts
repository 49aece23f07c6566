// What is reached from where: water from its sources, a stain against the flow, a current through closed switches.
// Breadth first over nodes; a link lets nothing through that is closed, and one way only where it is one-way.

import type { PipeNetwork } from '#model/pipe-network.ts';
import type { NetworkGraph } from './graph.ts';
import type { Operation } from './operation.ts';

export interface Reached {
  /** 1: reached, by row. A link is reached as soon as something can enter it. */
  readonly nodes: Uint8Array;
  readonly links: Uint8Array;
}

/** Elements that let nothing through and are not reached, by row; 1 is barred. */
export interface Barred {
  readonly nodes: Uint8Array;
  readonly links: Uint8Array;
}

export interface ReachOptions {
  readonly barred?: Barred | undefined;
  /** Against the one-way links: who can bring something to the starts. */
  readonly isBackwards?: boolean | undefined;
  /** As if no link were one-way. */
  readonly isBothWays?: boolean | undefined;
}

/** From rows of nodes and links; hydrants are reached with the node that they stand at. */
export function reach(
  network: PipeNetwork,
  graph: NetworkGraph,
  { isLinkClosed, isEndClosed }: Pick<Operation, 'isLinkClosed' | 'isEndClosed'>,
  starts: { readonly nodes: readonly number[]; readonly links?: readonly number[] },
  { barred, isBackwards = false, isBothWays = false }: ReachOptions = {},
): Reached {
  const { start, ends, nodeAt, host } = graph;
  const { isOneWay } = network.links;
  const nodes = new Uint8Array(network.nodes.ids.length);
  const links = new Uint8Array(network.links.ids.length);
  const queue = new Uint32Array(nodes.length);
  let [head, tail] = [0, 0];
  const wrongEnd = isBackwards ? 0 : 1;

  const visit = (node: number) => {
    if (nodes[node] === 1 || barred?.nodes[node] === 1) return;
    nodes[node] = 1;
    queue[tail++] = node;
  };
  const leave = (end: number) => {
    if (isEndClosed[end] === 0) visit(nodeAt[end]!);
  };

  for (const node of starts.nodes) visit(host[node]!);
  for (const link of starts.links ?? []) {
    if (isLinkClosed[link] === 1 || barred?.links[link] === 1) continue;
    links[link] = 1;
    for (const end of [2 * link, 2 * link + 1]) {
      const isExit = isOneWay[link] === 0 || isBothWays || (end & 1) === wrongEnd;
      if (isExit) leave(end);
    }
  }
  while (head < tail) {
    const node = queue[head++]!;
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      const end = ends[at]!;
      const link = end >> 1;
      if (isEndClosed[end] === 1 || isLinkClosed[link] === 1 || barred?.links[link] === 1) continue;
      if (isOneWay[link] === 1 && !isBothWays && (end & 1) === wrongEnd) continue;
      links[link] = 1;
      leave(end ^ 1);
    }
  }
  for (let node = 0; node < nodes.length; node++) {
    if (host[node] !== node && barred?.nodes[node] !== 1) nodes[node] = nodes[host[node]!]!;
  }
  return { nodes, links };
}

/** Rows of the nodes that feed the network by themselves. */
export function findSources({ nodes }: PipeNetwork): number[] {
  const rows: number[] = [];
  for (const [row, isSource] of nodes.isSource.entries()) if (isSource === 1) rows.push(row);
  return rows;
}

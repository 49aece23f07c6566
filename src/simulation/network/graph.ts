// A network as a graph: which links meet at a node, and which valves sit at which end of a link. Nodes that stand
// at another one (hydrants without a pipe) count as that one. The end of a link is 2 · link + (0 at from, 1 at to).

import { linkKinds, type PipeNetwork, pipeStatuses } from '#model/pipe-network.ts';

export interface NetworkGraph {
  /** Ends of links by node: `ends[start[n]]` … `ends[start[n + 1] - 1]`. */
  readonly start: Uint32Array;
  readonly ends: Uint32Array;
  /** Row of the node at each end of a link; that of its host where it stands at one. */
  readonly nodeAt: Uint32Array;
  /** The node that each node counts as. */
  readonly host: Uint32Array;
  /** 1: a valve sits at this end. Of a link from a node to itself a valve sits at both ends. */
  readonly isValved: Uint8Array;
  /** 1: lies in the ground but is no part of the network: abandoned, planned, out of service. */
  readonly isOut: Uint8Array;
}

export function buildGraph({ nodes, links, valves }: PipeNetwork): NetworkGraph {
  const host = Uint32Array.from(nodes.host, (_, node) => rootOf(nodes.host, node));
  const count = links.ids.length;
  const nodeAt = new Uint32Array(2 * count);
  for (let link = 0; link < count; link++) {
    nodeAt[2 * link] = host[links.from[link]!]!;
    nodeAt[2 * link + 1] = host[links.to[link]!]!;
  }
  const { start, ends } = groupEnds(nodeAt, nodes.ids.length);
  const isValved = new Uint8Array(2 * count);
  for (let valve = 0; valve < valves.ids.length; valve++) {
    for (const end of valveEnds(nodeAt, valves.link[valve]!, host[valves.node[valve]!]!)) {
      isValved[end] = 1;
    }
  }
  const isOut = links.status.map((status) => Number(pipeStatuses[status] !== 'inService'));
  return { start, ends, nodeAt, host, isValved, isOut };
}

/** Ends of a link that lie at a node: one, or both where it comes back to it. */
export function valveEnds(nodeAt: Uint32Array, link: number, node: number): readonly number[] {
  return [2 * link, 2 * link + 1].filter((end) => nodeAt[end] === node);
}

/** A chain of hosts is followed to its end; one that bites its tail ends where it began. */
function rootOf(host: Uint32Array, node: number): number {
  let at = node;
  for (let step = 0; step < host.length && host[at]! !== at; step++) {
    at = host[at]!;
    if (at === node) return node;
  }
  return at;
}

function groupEnds(
  nodeAt: Uint32Array,
  nodes: number,
): { readonly start: Uint32Array; readonly ends: Uint32Array } {
  const start = new Uint32Array(nodes + 1);
  for (const node of nodeAt) start[node + 1]!++;
  for (let node = 0; node < nodes; node++) start[node + 1]! += start[node]!;
  const next = start.slice();
  const ends = new Uint32Array(nodeAt.length);
  for (let end = 0; end < nodeAt.length; end++) ends[next[nodeAt[end]!]!++] = end;
  return { start, ends };
}

/** Of pipes; devices have no length. */
export const isPipe = ({ links }: PipeNetwork, link: number): boolean =>
  linkKinds[links.kind[link]!] === 'pipe';

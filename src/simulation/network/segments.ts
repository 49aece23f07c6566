// Segments: the parts of a network that valves can cut off, all at once or not at all (Walski 1993; Jun & Loganathan
// 2007, doi:10.1061/(ASCE)0733-9496(2007)133:2(145)). A valve sits on one link at one of its ends and parts the two;
// everything else that touches belongs together. Whether valves are open or can be turned is no matter here.

import type { PipeNetwork } from '#model/pipe-network.ts';
import type { NetworkGraph } from './graph.ts';
import { UnionFind } from './union-find.ts';

export interface Segments {
  readonly count: number;
  readonly ofLink: Uint32Array;
  readonly ofNode: Uint32Array;
  /** Valves at each segment's rim: `valves[valveStart[s]]` …; those with the segment on both sides are left out. */
  readonly valveStart: Uint32Array;
  readonly valves: Uint32Array;
}

export function findSegments(network: PipeNetwork, graph: NetworkGraph): Segments {
  const [nodes, links] = [network.nodes.ids.length, network.links.ids.length];
  const sets = new UnionFind(nodes + links);
  for (let node = 0; node < nodes; node++) sets.join(node, graph.host[node]!);
  for (let end = 0; end < 2 * links; end++) {
    const link = end >> 1;
    if (graph.isOut[link] === 1 || graph.isValved[end] === 1) continue;
    sets.join(nodes + link, graph.nodeAt[end]!);
  }
  const { of, count } = sets.label();
  const ofNode = of.slice(0, nodes);
  const ofLink = of.slice(nodes);
  return { count, ofLink, ofNode, ...groupValves(network, ofLink, ofNode, count) };
}

function groupValves(
  { valves }: PipeNetwork,
  ofLink: Uint32Array,
  ofNode: Uint32Array,
  count: number,
): { readonly valveStart: Uint32Array; readonly valves: Uint32Array } {
  const sides: [segment: number, valve: number][] = [];
  for (let valve = 0; valve < valves.ids.length; valve++) {
    const [a, b] = [ofLink[valves.link[valve]!]!, ofNode[valves.node[valve]!]!];
    if (a !== b) sides.push([a, valve], [b, valve]);
  }
  const valveStart = new Uint32Array(count + 1);
  for (const [segment] of sides) valveStart[segment + 1]!++;
  for (let segment = 0; segment < count; segment++)
    valveStart[segment + 1]! += valveStart[segment]!;
  const next = valveStart.slice();
  const grouped = new Uint32Array(sides.length);
  for (const [segment, valve] of sides) grouped[next[segment]!++] = valve;
  return { valveStart, valves: grouped };
}

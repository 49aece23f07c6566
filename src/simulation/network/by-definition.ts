// The same answers straight from their definitions, as slowly as may be: what tests compare with.

import type { PipeNetwork } from '#model/pipe-network.ts';
import type { NetworkGraph } from './graph.ts';
import type { Operation } from './operation.ts';
import type { Reached } from './reach.ts';

/** Repeats "what touches something reached is reached" until nothing changes. */
export function reachByDefinition(
  { nodes, links, valves }: PipeNetwork,
  { host, isOut }: NetworkGraph,
  { isValveClosed, isLinkClosed }: Operation,
  barred: Reached | undefined,
): Reached {
  const reached = {
    nodes: nodes.isSource.slice(),
    links: new Uint8Array(links.ids.length),
  };
  const isShut = (link: number, node: number) =>
    valves.ids.some(
      (_, valve) =>
        isValveClosed[valve] === 1 &&
        valves.link[valve] === link &&
        host[valves.node[valve]!] === host[node],
    );
  for (let node = 0; node < reached.nodes.length; node++) {
    if (barred?.nodes[node] === 1) reached.nodes[node] = 0;
  }
  const spread = () => {
    let changes = 0;
    const mark = (table: Uint8Array, bars: Uint8Array | undefined, row: number) => {
      if (table[row] === 1 || bars?.[row] === 1) return;
      table[row] = 1;
      changes++;
    };
    for (let node = 0; node < host.length; node++) {
      if (reached.nodes[node] === 1) mark(reached.nodes, barred?.nodes, host[node]!);
      if (reached.nodes[host[node]!] === 1) mark(reached.nodes, barred?.nodes, node);
    }
    for (let link = 0; link < links.ids.length; link++) {
      if (isLinkClosed[link] === 1 || isOut[link] === 1) continue;
      const [from, to] = [links.from[link]!, links.to[link]!];
      const isBoth = links.isOneWay[link] === 0;
      if (reached.nodes[from] === 1 && !isShut(link, from))
        mark(reached.links, barred?.links, link);
      if (isBoth && reached.nodes[to] === 1 && !isShut(link, to)) {
        mark(reached.links, barred?.links, link);
      }
      if (reached.links[link] === 0) continue;
      if (!isShut(link, to)) mark(reached.nodes, barred?.nodes, to);
      if (isBoth && !isShut(link, from)) mark(reached.nodes, barred?.nodes, from);
    }
    return changes;
  };
  while (spread() > 0);
  return reached;
}

/** Segment of each node and link: painted one by one from the first that has none. */
export function segmentsByDefinition(
  { nodes, links, valves }: PipeNetwork,
  { host, isOut }: NetworkGraph,
): { readonly ofNode: number[]; readonly ofLink: number[] } {
  const ofNode = nodes.ids.map(() => -1);
  const ofLink = links.ids.map(() => -1);
  const hasValve = (link: number, node: number) =>
    valves.ids.some(
      (_, valve) => valves.link[valve] === link && host[valves.node[valve]!] === host[node],
    );
  let count = 0;
  const paintNode = (node: number, segment: number): void => {
    if (ofNode[node]! >= 0) return;
    ofNode[node] = segment;
    for (const [other, root] of host.entries()) {
      if (root === host[node]) paintNode(other, segment);
    }
    for (const [link] of links.ids.entries()) {
      const touches = [links.from[link]!, links.to[link]!].some((end) => host[end] === host[node]);
      if (touches && isOut[link] === 0 && !hasValve(link, node)) paintLink(link, segment);
    }
  };
  const paintLink = (link: number, segment: number): void => {
    if (ofLink[link]! >= 0) return;
    ofLink[link] = segment;
    for (const end of [links.from[link]!, links.to[link]!]) {
      if (isOut[link] === 0 && !hasValve(link, end)) paintNode(end, segment);
    }
  };
  for (const [node] of nodes.ids.entries()) if (ofNode[node]! < 0) paintNode(node, count++);
  for (const [link] of links.ids.entries()) if (ofLink[link]! < 0) paintLink(link, count++);
  return { ofNode, ofLink };
}

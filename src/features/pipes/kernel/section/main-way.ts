// The main way of what flows on from an element, or of what came to it: at each fork the link that carries most; in
// drains down the lowest way out and up the widest; where nothing is solved the widest.

import type { NetworkChanges } from '#model/network-changes.ts';
import { toOperation } from '#simulation/network/operation.ts';
import type { Trace } from '../../contract/answers.ts';
import { findDirections } from '../answers/traces.ts';
import type { KnownNetwork } from '../open-network.ts';
import type { SectionWay } from './long-section.ts';

interface Starts {
  readonly nodes: readonly number[];
  readonly links: readonly number[];
}

/** Has no links where nothing flows there. Ends after `most` links, at an end, or where it would come back on itself. */
export function followMain(
  known: KnownNetwork,
  starts: Starts,
  changes: NetworkChanges,
  { isDown, most }: { readonly isDown: boolean; readonly most: number },
): { readonly way: SectionWay; readonly by: Trace['by'] } {
  const { network, graph } = known;
  const { start, ends, nodeAt, host } = graph;
  const { isLinkClosed, isEndClosed } = toOperation(network, graph, changes);
  const { by, directions } = findDirections(known, changes);
  const weigh = toWeight(known, by, isDown);
  /** The end of a link by which it is come to. */
  const entryOf = (link: number) => (directions[link]! > 0 === isDown ? 0 : 1);
  const isOpen = (link: number) =>
    directions[link] !== 0 &&
    isLinkClosed[link] === 0 &&
    isEndClosed[2 * link] === 0 &&
    isEndClosed[2 * link + 1] === 0;

  const links: number[] = [];
  const nodes: number[] = [];
  const [firstLink] = starts.links;
  if (firstLink === undefined) nodes.push(host[starts.nodes[0]!]!);
  else {
    const entry = 2 * firstLink + entryOf(firstLink);
    links.push(firstLink);
    nodes.push(nodeAt[entry]!);
    // A link in which nothing flows is all there is of its way.
    nodes.push(nodeAt[entry ^ 1]!);
    if (!isOpen(firstLink)) return { way: { nodes, links }, by };
  }
  const seen = new Set(nodes);
  for (let at = nodes.at(-1)!; links.length < most; ) {
    let best: { readonly link: number; readonly far: number; readonly weight: number } | undefined;
    for (let next = start[at]!; next < start[at + 1]!; next++) {
      const end = ends[next]!;
      const link = end >> 1;
      const far = nodeAt[end ^ 1]!;
      if (!isOpen(link) || (end & 1) !== entryOf(link) || seen.has(far)) continue;
      const weight = weigh(link);
      if (!best || weight > best.weight) best = { link, far, weight };
    }
    if (!best) break;
    at = best.far;
    seen.add(at);
    links.push(best.link);
    nodes.push(at);
  }
  return { way: { nodes, links }, by };
}

function toWeight(
  { network: { links }, values }: KnownNetwork,
  by: Trace['by'],
  isDown: boolean,
): (link: number) => number {
  const flow = values?.links.flow;
  if (by === 'flow' && flow) return (link) => Math.abs(flow[link]!);
  if (by === 'fall' && isDown) {
    return (link) => {
      const invert = links.fromInvertLevelM[link]!;
      return -(Number.isFinite(invert) ? invert : links.line[3 * links.lineStart[link]! + 2]!);
    };
  }
  return (link) => links.innerM[link]! || 0;
}

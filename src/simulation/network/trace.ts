// Where something comes from and where it goes: links oriented by solved flow, by the way that drains are drawn, or
// away from the sources where nothing is solved (exact in radial networks); then breadth first.

import type { PipeNetwork } from '#model/pipe-network.ts';
import type { NetworkGraph } from './graph.ts';
import type { Operation } from './operation.ts';
import { findSources, type Reached, reach } from './reach.ts';

/** By link: 1 from `from` to `to`, −1 the other way, 0 nothing flows. */
export type Directions = Int8Array;

/** Less than a millilitre a second is taken as still water. */
const STILL_M3S = 1e-6;

/** By the sign of the flow (positive from `from` to `to`); not known is still. */
export const directionsByFlow = (flow: ArrayLike<number>, still = STILL_M3S): Directions =>
  Int8Array.from(flow, (one) => (one > still ? 1 : one < -still ? -1 : 0));

/** As drawn: gravity drains are digitised in the direction of their fall. */
export const directionsByFall = ({ links }: PipeNetwork): Directions =>
  new Int8Array(links.ids.length).fill(1);

/** Away from the nearest source by the number of links; 0 between nodes equally far from one. */
export function directionsBySupply(
  network: PipeNetwork,
  graph: NetworkGraph,
  operation: Operation,
): Directions {
  const steps = countSteps(network, graph, operation);
  return Int8Array.from({ length: network.links.ids.length }, (_, link) => {
    const [from, to] = [steps[graph.nodeAt[2 * link]!]!, steps[graph.nodeAt[2 * link + 1]!]!];
    return from < 0 && to < 0 ? 0 : to < 0 || (from >= 0 && from < to) ? 1 : from === to ? 0 : -1;
  });
}

/** What is reached with the directions (`down`) or against them; the starts belong to it. */
export function traceAlong(
  network: PipeNetwork,
  { start, ends, nodeAt, host }: NetworkGraph,
  { isLinkClosed, isEndClosed }: Operation,
  directions: Directions,
  starts: { readonly nodes: readonly number[]; readonly links: readonly number[] },
  isDown: boolean,
): Reached {
  const nodes = new Uint8Array(network.nodes.ids.length);
  const links = new Uint8Array(network.links.ids.length);
  const stack: number[] = [];
  const visit = (node: number) => {
    if (nodes[node] === 1) return;
    nodes[node] = 1;
    stack.push(node);
  };
  /** Which end of a link is left by. */
  const exitOf = (link: number) => (directions[link]! > 0 === isDown ? 1 : 0);
  for (const node of starts.nodes) visit(host[node]!);
  for (const link of starts.links) {
    links[link] = 1;
    const exit = 2 * link + exitOf(link);
    const isPassed = directions[link] !== 0 && isLinkClosed[link] === 0;
    if (isPassed && isEndClosed[exit] === 0) visit(nodeAt[exit]!);
  }
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      const end = ends[at]!;
      const link = end >> 1;
      if (directions[link] === 0 || isLinkClosed[link] === 1) continue;
      if (isEndClosed[end] === 1 || (end & 1) === exitOf(link)) continue;
      links[link] = 1;
      if (isEndClosed[end ^ 1] === 0) visit(nodeAt[end ^ 1]!);
    }
  }
  for (let node = 0; node < nodes.length; node++) nodes[node] = nodes[host[node]!]!;
  return { nodes, links };
}

/** All that hangs together with the starts through what is open, whichever way it flows. */
export const traceConnected = (
  network: PipeNetwork,
  graph: NetworkGraph,
  operation: Operation,
  starts: { readonly nodes: readonly number[]; readonly links: readonly number[] },
): Reached => reach(network, graph, operation, starts, { isBothWays: true });

/** Links between each node and its nearest source; −1 where none is reached. */
function countSteps(network: PipeNetwork, graph: NetworkGraph, operation: Operation): Int32Array {
  const steps = new Int32Array(network.nodes.ids.length).fill(-1);
  const queue = findSources(network).map((node) => graph.host[node]!);
  for (const node of queue) steps[node] = 0;
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!;
    for (let at = graph.start[node]!; at < graph.start[node + 1]!; at++) {
      const end = graph.ends[at]!;
      const link = end >> 1;
      const isBarred =
        operation.isLinkClosed[link] === 1 ||
        operation.isEndClosed[end] === 1 ||
        operation.isEndClosed[end ^ 1] === 1 ||
        (network.links.isOneWay[link] === 1 && (end & 1) === 1);
      const far = graph.nodeAt[end ^ 1]!;
      if (isBarred || steps[far]! >= 0) continue;
      steps[far] = steps[node]! + 1;
      queue.push(far);
    }
  }
  return steps;
}

// How much of what arrives at a node comes from which source: its water is followed back against the solved flow and
// parted at every node as the flows into it are (complete mixing, as EPANET's source trace once it is steady).

import type { PipeNetwork } from '#model/pipe-network.ts';
import type { NetworkGraph } from './graph.ts';
import { findSources } from './reach.ts';

/** Parts smaller than this are left out, so that water going round ends. */
const LEAST_PART = 1e-7;

/**
 * Share by source row; what comes from nowhere (a tank that is none, still water) is missing from the sum of 1.
 * `flow` by link, positive from `from` to `to`.
 */
export function findSourceShares(
  network: PipeNetwork,
  graph: NetworkGraph,
  flow: ArrayLike<number>,
  node: number,
): ReadonlyMap<number, number> {
  const sources = new Set(findSources(network).map((source) => graph.host[source]!));
  const part = new Float64Array(network.nodes.ids.length);
  const shares = new Map<number, number>();
  const goal = graph.host[node]!;
  const waits = countOutflows(graph, flow, goal, sources);
  const held = new Set<number>();
  part[goal] = 1;
  for (let queue = [goal]; queue.length > 0; ) {
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      held.delete(at);
      const arrived = part[at]!;
      part[at] = 0;
      if (sources.has(at)) {
        shares.set(at, (shares.get(at) ?? 0) + arrived);
        continue;
      }
      const total = sumInflows(graph, flow, at);
      for (let place = graph.start[at]!; place < graph.start[at + 1]!; place++) {
        const end = graph.ends[place]!;
        const into = inflow(flow, end);
        if (!(into > 0)) continue;
        const before = graph.nodeAt[end ^ 1]!;
        part[before]! += (arrived * into) / total;
        waits[before]!--;
        // A node waits until all that draws from it has been parted.
        if (waits[before] === 0) queue.push(before);
        else held.add(before);
      }
    }
    // What goes round waits for itself: it is parted as it is, less each time.
    queue = [...held].filter((one) => part[one]! > LEAST_PART);
    held.clear();
  }
  return shares;
}

const inflow = (flow: ArrayLike<number>, end: number): number =>
  (end & 1) === 1 ? flow[end >> 1]! : -flow[end >> 1]!;

function sumInflows({ start, ends }: NetworkGraph, flow: ArrayLike<number>, node: number): number {
  let total = 0;
  for (let at = start[node]!; at < start[node + 1]!; at++) {
    total += Math.max(0, inflow(flow, ends[at]!));
  }
  return total;
}

/** Of each node that feeds `goal`: how many links lead from it into another such node. */
function countOutflows(
  { start, ends, nodeAt }: NetworkGraph,
  flow: ArrayLike<number>,
  goal: number,
  sources: ReadonlySet<number>,
): Int32Array {
  const counts = new Int32Array(start.length - 1);
  const isSeen = new Uint8Array(counts.length);
  const stack = [goal];
  isSeen[goal] = 1;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (sources.has(node)) continue;
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      const end = ends[at]!;
      if (!(inflow(flow, end) > 0)) continue;
      const before = nodeAt[end ^ 1]!;
      counts[before]!++;
      if (isSeen[before] === 1) continue;
      isSeen[before] = 1;
      stack.push(before);
    }
  }
  return counts;
}

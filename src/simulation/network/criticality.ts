// What closing off each segment would cost, all at once: who is in it and who loses supply beyond. Stranded by one
// cell is what it dominates on the ways from the sources; a segment of several cells (a pump inside) is looked at on
// its own. O(E α) in all, instead of one search a segment.

import type { NetworkChanges } from '#model/network-changes.ts';
import { type Cells, findCells, reachCells } from './cells.ts';
import { findDominators } from './dominators.ts';
import type { PreparedNetwork } from './isolate.ts';
import { toOperation } from './operation.ts';

/** By segment. */
export interface SegmentCosts {
  readonly isolatedCustomers: Float64Array;
  readonly strandedCustomers: Float64Array;
  /** Critical nodes, isolated and stranded together. */
  readonly criticalNodes: Float64Array;
  readonly lengthM: Float64Array;
  readonly hasSource: Uint8Array;
}

export function findCosts(prepared: PreparedNetwork, changes?: NetworkChanges): SegmentCosts {
  const { network, graph, segments } = prepared;
  const cells = findCells(network, graph, segments, toOperation(network, graph, changes));
  const customers = weigh(cells, network.nodes.customers);
  const critical = weigh(cells, network.nodes.isCritical);
  const isolatedCustomers = new Float64Array(segments.count);
  const criticalNodes = new Float64Array(segments.count);
  for (let cell = 0; cell < cells.count; cell++) {
    isolatedCustomers[cells.segmentOf[cell]!]! += customers[cell]!;
    criticalNodes[cells.segmentOf[cell]!]! += critical[cell]!;
  }
  const lengthM = new Float64Array(segments.count);
  for (const [link, length] of network.links.lengthM.entries()) {
    lengthM[segments.ofLink[link]!]! += length;
  }
  const hasSource = new Uint8Array(segments.count);
  for (const [node, isSource] of network.nodes.isSource.entries()) {
    if (isSource === 1) hasSource[segments.ofNode[node]!] = 1;
  }
  const strandedCustomers = new Float64Array(segments.count);
  const [beyond, beyondCritical] = strandedBy(cells, [customers, critical], segments.count);
  for (let segment = 0; segment < segments.count; segment++) {
    strandedCustomers[segment] = beyond![segment]!;
    criticalNodes[segment]! += beyondCritical![segment]!;
  }
  return { isolatedCustomers, strandedCustomers, criticalNodes, lengthM, hasSource };
}

/** Sum of a value of nodes by cell. */
export function weigh({ count, ofNode }: Cells, values: ArrayLike<number>): Float64Array {
  const weights = new Float64Array(count + 1);
  for (let node = 0; node < ofNode.length; node++) weights[ofNode[node]!]! += values[node]!;
  return weights;
}

/** For each of the weights, by segment: what is reached now and not without the segment, itself left out. */
function strandedBy(
  cells: Cells,
  weights: readonly Float64Array[],
  segments: number,
): readonly Float64Array[] {
  const { count, segmentOf, ways } = cells;
  const { dominator, order } = findDominators(ways, count);
  const below = weights.map((weight) => weight.slice());
  for (let at = order.length - 1; at > 0; at--) {
    const cell = order[at]!;
    for (const sums of below) sums[dominator[cell]!]! += sums[cell]!;
  }
  const reachedCells = new Uint32Array(segments);
  for (let at = 1; at < order.length; at++) reachedCells[segmentOf[order[at]!]!]!++;
  const stranded = weights.map(() => new Float64Array(segments));
  const whole = weights.map((weight) => order.reduce((sum, cell) => sum + weight[cell]!, 0));
  for (let at = 1; at < order.length; at++) {
    const cell = order[at]!;
    const segment = segmentOf[cell]!;
    if (reachedCells[segment] !== 1) continue;
    for (const [which, sums] of below.entries()) {
      stranded[which]![segment] = sums[cell]! - weights[which]![cell]!;
    }
  }
  for (let segment = 0; segment < segments; segment++) {
    if (reachedCells[segment]! < 2) continue;
    const isReached = reachCells(cells, new Set([segment]));
    for (const [which, weight] of weights.entries()) {
      let left = whole[which]!;
      for (const cell of order) {
        if (isReached[cell] === 1 || segmentOf[cell] === segment) left -= weight[cell]!;
      }
      stranded[which]![segment] = left;
    }
  }
  return stranded;
}
